import type { ExpressionPlace } from '../diagnostic/text-place.ts';
import { childrenOf, compile, isKnownFunction, type Expression, type Program } from './cel/engine.ts';
import { expressionError, type ExpressionProblem } from './expression-error.ts';
import { findReads, type ExpressionReads } from './find-reads.ts';

/** An expression that can be read: its program and what it reads. */
export interface Prepared {
  readonly program: Program;
  readonly reads: ExpressionReads;
}

// Names that CEL itself gives a meaning; a variable of the same name comes first.
const typeNames: ReadonlySet<string> = new Set([
  'bool',
  'bytes',
  'double',
  'google',
  'int',
  'list',
  'map',
  'null_type',
  'string',
  'type',
  'uint',
]);
// What the engine handles itself, without a function of that name.
const operators = new Set(['_[_]', '_?_:_', '_&&_', '_||_', '@not_strictly_false', '__not_strictly_false__']);
const cacheSize = 500;
const cache = new Map<string, Prepared | ExpressionProblem>();

/** The parsed expression, remembered for the latest 500 sources; or what is wrong with it. */
export function prepare(source: string): Prepared | ExpressionProblem {
  const known = cache.get(source);
  if (known !== undefined) return known;
  const oldest = cache.size >= cacheSize ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  const prepared = prepareAfresh(source);
  cache.set(source, prepared);
  return prepared;
}

/** As `prepare`, throwing SB2501, SB2504 or SB2507. */
export function prepareOrThrow(source: string, where?: ExpressionPlace): Prepared {
  const prepared = prepare(source);
  if ('code' in prepared) throw expressionError(prepared, where);
  return prepared;
}

/** The problem of the first variable that is not among the known names, if there is one. */
export function findUnknownName({ program, reads }: Prepared, known: readonly string[]): ExpressionProblem | undefined {
  const name = reads.variables.find((variable) => !known.includes(variable) && !typeNames.has(variable));
  if (name === undefined) return undefined;
  const offset = Math.max(0, program.source.search(new RegExp(`(?<![\\w.])${name}(?!\\w)`, 'u')));
  const list = known.length === 0 ? 'no variables are known here' : `known here: ${known.toSorted().join(', ')}`;
  return { code: 'SB2507', source: program.source, offset, reason: `nothing is called ${name}; ${list}` };
}

function prepareAfresh(source: string): Prepared | ExpressionProblem {
  const program = compile(source);
  if ('code' in program) return program;
  const stranger = findUnknownFunction(program.expression);
  if (stranger === undefined) return { program, reads: findReads(program.expression) };
  const offset = program.offsets[String(stranger.id)] ?? 0;
  return { code: 'SB2507', source, offset, reason: `there is no function ${stranger.name}(…)` };
}

function findUnknownFunction(expression: Expression): { readonly name: string; readonly id: bigint } | undefined {
  const { exprKind } = expression;
  if (
    exprKind.case === 'callExpr' &&
    !operators.has(exprKind.value.function) &&
    !isKnownFunction(exprKind.value.function)
  ) {
    return { name: exprKind.value.function, id: expression.id };
  }
  for (const child of childrenOf(expression)) {
    const found = findUnknownFunction(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
