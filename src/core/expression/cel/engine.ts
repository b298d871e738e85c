import { celEnv, celError, isCelError, parse, plan, type CelFunc, type CelResult, type CelValue } from '@bufbuild/cel';
import { findFault } from './find-fault.ts';
import { listFunctions, rangeFunction } from './lists.ts';
import { numberFunctions } from './numbers.ts';
import { textFunctions } from './texts.ts';
import { spendSteps } from './evaluation.ts';
import { type ExpressionProblem } from '../expression-error.ts';

/** A node of a parsed expression. */
export type Expression = ReturnType<typeof parse>['expr'];

/** A parsed expression, ready to run any number of times. */
export interface Program {
  readonly source: string;
  readonly expression: Expression;
  /** Offset of a node in the source by its id. */
  readonly offsets: Readonly<Record<string, number>>;
  /** Runs it. Precondition: inside `withEvaluation`. Failures are answers, not throws. */
  readonly run: (
    variables: Readonly<Record<string, CelValue>>,
  ) => { readonly value: CelValue } | { readonly reason: string; readonly offset: number };
}

const maxSourceLength = 8192;

const environment = celEnv({
  funcs: [
    ...[...celEnv().funcs].map(metered),
    ...textFunctions.map(metered),
    ...numberFunctions.map(metered),
    ...listFunctions.map(metered),
  ],
});

/** True when expressions have a function or method of this name. */
export function isKnownFunction(name: string): boolean {
  return environment.funcs.find(name) !== undefined;
}

/** Parses the source, or says what is wrong with it. */
export function compile(source: string): Program | ExpressionProblem {
  if (source.length > maxSourceLength) {
    return {
      code: 'SB2504',
      source,
      offset: 0,
      reason: `it has ${source.length} characters, at most ${maxSourceLength} are allowed`,
    };
  }
  try {
    const parsed = parse(source);
    meterRanges(parsed.expr);
    const offsets = parsed.sourceInfo?.positions ?? {};
    const evaluate = plan(environment, parsed);
    return { source, expression: parsed.expr, offsets, run: (variables) => answerOf(evaluate(variables), offsets) };
  } catch (error) {
    return problemOf(source, error);
  }
}

function answerOf(result: CelResult, offsets: Readonly<Record<string, number>>): ReturnType<Program['run']> {
  if (!isCelError(result)) return { value: result };
  return { reason: readable(result.message), offset: offsets[String(result.exprId)] ?? 0 };
}

function problemOf(source: string, error: unknown): ExpressionProblem {
  if (error instanceof RangeError) return { code: 'SB2504', source, offset: 0, reason: 'it is nested too deeply' };
  const { location, rawMessage } = error as { location?: { start?: { offset?: number } }; rawMessage?: string };
  const reason = rawMessage ?? (error instanceof Error ? error.message : String(error));
  const fault = reason.startsWith('found ') ? findFault(source) : { offset: location?.start?.offset ?? 0, reason };
  return { code: 'SB2501', source, ...fault };
}

/** Makes every loop pay for what it loops over, whatever kind of list that is. */
function meterRanges(expression: Expression): void {
  const { exprKind } = expression;
  if (exprKind.case === 'comprehensionExpr' && exprKind.value.iterRange !== undefined) {
    const range = exprKind.value.iterRange;
    exprKind.value.iterRange = {
      $typeName: 'cel.expr.Expr',
      id: range.id,
      exprKind: {
        case: 'callExpr',
        value: { $typeName: 'cel.expr.Expr.Call', function: rangeFunction, args: [range] },
      },
    };
    meterRanges(range);
    meterRanges(exprKind.value.loopStep as Expression);
    return;
  }
  for (const child of childrenOf(expression)) meterRanges(child);
}

/** The direct parts of a node, in order of writing. */
export function childrenOf(expression: Expression): readonly Expression[] {
  const { exprKind } = expression;
  switch (exprKind.case) {
    case 'selectExpr':
      return present([exprKind.value.operand]);
    case 'callExpr':
      return present([exprKind.value.target, ...exprKind.value.args]);
    case 'listExpr':
      return exprKind.value.elements;
    case 'structExpr':
      return exprKind.value.entries.flatMap((entry) =>
        present([entry.keyKind.case === 'mapKey' ? entry.keyKind.value : undefined, entry.value]),
      );
    case 'comprehensionExpr': {
      const { iterRange, accuInit, loopCondition, loopStep, result } = exprKind.value;
      return present([iterRange, accuInit, loopCondition, loopStep, result]);
    }
    default:
      return [];
  }
}

function present(nodes: readonly (Expression | undefined)[]): readonly Expression[] {
  return nodes.filter((node) => node !== undefined);
}

/** The function, paying one step for each call and one for every 1,000 characters it is given. */
function metered(func: CelFunc): CelFunc {
  const call = (id: number, target: CelValue | undefined, args: CelValue[]): CelResult | undefined => {
    const result = func.call(id, target, args);
    if (result === undefined) return undefined;
    try {
      spendSteps(args.reduce<number>((sum, arg) => sum + textCost(arg), 1 + textCost(target)));
      return result;
    } catch (error) {
      return celError(error, id);
    }
  };
  // Only `call` differs; id, name and signature must stay, since the library replaces functions by id.
  return Object.create(func, { call: { value: call } }) as CelFunc;
}

function textCost(value: CelValue | undefined): number {
  return typeof value === 'string' ? value.length / 1000 : 0;
}

function readable(message: string): string {
  const overload = /^found no matching overload for '(?<name>[^']+)' applied to '(?<types>[^']*)'$/u.exec(message);
  if (overload?.groups === undefined) return message;
  const name = overload.groups['name']?.replace(/^_(?<operator>.+)_$/u, '$<operator>');
  const types = overload.groups['types']
    ?.replaceAll(/\b(?:u?int|double)\b/gu, 'number')
    .replaceAll('string', 'text')
    .replaceAll('null_type', 'null');
  return `${name} can not be applied to ${types}`;
}
