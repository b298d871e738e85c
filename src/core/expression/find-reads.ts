import type { FieldPath } from '../json/path.ts';
import { childrenOf, type Expression } from './cel/engine.ts';
import { rangeFunction } from './cel/lists.ts';

/** What an expression reads, told from its text alone; never less than it reads. */
export interface ExpressionReads {
  /** Free variables, in order of reading. */
  readonly variables: readonly string[];
  /**
   * Ways to values, variable first: `['queue', 'acwSettings', 'timeoutMs']`. A way reads everything below its end. What
   * is read of objects that `resources("t")` and `ref("t", …)` gave is here too, below `resources("t")`.
   */
  readonly chains: readonly FieldPath[];
  /** Types named by `resources("t")` and `ref("t", …)`, sorted. */
  readonly types: readonly string[];
  /** Fields read of objects that `resources` and `ref` gave; an empty path means the whole object. */
  readonly objects: readonly { readonly type: string; readonly path: FieldPath }[];
  /** True when a type is computed, so that any type may be read. */
  readonly dynamic: boolean;
}

/** Where the value of a node comes from, as far as the text tells. */
type Origin =
  | { readonly kind: 'variable'; readonly path: FieldPath }
  | { readonly kind: 'object'; readonly type: string; readonly path: FieldPath }
  | { readonly kind: 'objects'; readonly type: string }
  | { readonly kind: 'computed' };

type Locals = ReadonlyMap<string, Origin>;

const computed: Origin = { kind: 'computed' };

interface Found {
  readonly chains: Map<string, FieldPath>;
  readonly types: Set<string>;
  readonly objects: Map<string, { type: string; path: FieldPath }>;
  dynamic: boolean;
}

/** What the parsed expression reads. */
export function findReads(expression: Expression): ExpressionReads {
  const found: Found = { chains: new Map(), types: new Set(), objects: new Map(), dynamic: false };
  use(visit(expression, new Map(), found), found);
  const objects = [...found.objects.values()];
  return {
    variables: [...new Set([...found.chains.values()].map((chain) => chain[0] ?? ''))],
    chains: [...found.chains.values(), ...objects.map(({ type, path }) => [`resources("${type}")`, ...path])],
    types: [...found.types].toSorted(),
    objects,
    dynamic: found.dynamic,
  };
}

/** Notes that a value is used as a whole. */
function use(origin: Origin, found: Found): void {
  if (origin.kind === 'variable') found.chains.set(JSON.stringify(origin.path), origin.path);
  if (origin.kind === 'object' || origin.kind === 'objects') {
    const read = { type: origin.type, path: origin.kind === 'object' ? origin.path : [] };
    found.objects.set(JSON.stringify(read), read);
  }
}

function visit(expression: Expression, locals: Locals, found: Found): Origin {
  const { exprKind } = expression;
  switch (exprKind.case) {
    case 'identExpr': {
      const { name } = exprKind.value;
      return locals.get(name) ?? { kind: 'variable', path: [name] };
    }
    case 'selectExpr':
      return exprKind.value.operand === undefined
        ? computed
        : below(visit(exprKind.value.operand, locals, found), exprKind.value.field);
    case 'callExpr':
      return visitCall(expression, locals, found);
    case 'comprehensionExpr':
      return visitLoop(expression, locals, found);
    default:
      return useAll(childrenOf(expression), locals, found);
  }
}

function useAll(expressions: readonly Expression[], locals: Locals, found: Found): Origin {
  for (const expression of expressions) use(visit(expression, locals, found), found);
  return computed;
}

function below(origin: Origin, field: string): Origin {
  if (origin.kind === 'variable' || origin.kind === 'object') return { ...origin, path: [...origin.path, field] };
  return origin;
}

function visitCall(expression: Expression, locals: Locals, found: Found): Origin {
  if (expression.exprKind.case !== 'callExpr') return computed;
  const { function: name, target, args } = expression.exprKind.value;
  const [first, ...rest] = args;
  if (first === undefined || target !== undefined) {
    const isCount = name === 'size' && target !== undefined && visit(target, locals, found).kind === 'objects';
    return isCount ? computed : useAll(childrenOf(expression), locals, found);
  }
  if (name === rangeFunction) return visit(first, locals, found);
  if (name === '_[_]') return visitIndex(first, rest, locals, found);
  if (name === 'size' && visit(first, locals, found).kind === 'objects') return computed;
  // A route is traced through whatever lies on it.
  if (name === 'route') found.dynamic = true;
  if (name !== 'resources' && name !== 'ref') return useAll(args, locals, found);
  useAll(rest, locals, found);
  const type = textOf(first);
  if (type === undefined) {
    found.dynamic = true;
    return useAll([first], locals, found);
  }
  found.types.add(type);
  return name === 'ref' ? { kind: 'object', type, path: [] } : { kind: 'objects', type };
}

function visitIndex(list: Expression, rest: readonly Expression[], locals: Locals, found: Found): Origin {
  const origin = visit(list, locals, found);
  useAll(rest, locals, found);
  if (origin.kind === 'objects') return { kind: 'object', type: origin.type, path: [] };
  const name = rest[0] === undefined ? undefined : textOf(rest[0]);
  if (name !== undefined) return below(origin, name);
  // Which element or field is not known: everything at this place is read.
  use(origin, found);
  return computed;
}

function visitLoop(expression: Expression, locals: Locals, found: Found): Origin {
  if (expression.exprKind.case !== 'comprehensionExpr') return computed;
  const { iterRange, iterVar, accuVar, loopStep } = expression.exprKind.value;
  if (iterRange === undefined || loopStep === undefined) return computed;
  const range = visit(iterRange, locals, found);
  if (range.kind === 'variable') use(range, found);
  const element: Origin = range.kind === 'objects' ? { kind: 'object', type: range.type, path: [] } : range;
  const inner = new Map([...locals, [iterVar, element] as const, [accuVar, computed] as const]);
  const condition = filterCondition(loopStep, iterVar);
  useAll([condition ?? loopStep], inner, found);
  return condition === undefined ? computed : range;
}

/** The condition of a `filter` loop, whose step is `condition ? accumulated + [element] : accumulated`. */
function filterCondition(step: Expression, iterVar: string): Expression | undefined {
  if (step.exprKind.case !== 'callExpr' || step.exprKind.value.function !== '_?_:_') return undefined;
  const [condition, add] = step.exprKind.value.args;
  if (add?.exprKind.case !== 'callExpr' || add.exprKind.value.function !== '_+_') return undefined;
  const added = add.exprKind.value.args[1];
  if (added?.exprKind.case !== 'listExpr') return undefined;
  const element = added.exprKind.value.elements[0];
  return element?.exprKind.case === 'identExpr' && element.exprKind.value.name === iterVar ? condition : undefined;
}

function textOf(expression: Expression): string | undefined {
  if (expression.exprKind.case !== 'constExpr') return undefined;
  const { constantKind } = expression.exprKind.value;
  return constantKind.case === 'stringValue' ? constantKind.value : undefined;
}
