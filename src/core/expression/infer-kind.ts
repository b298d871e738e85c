import { childrenOf, type Expression } from './cel/engine.ts';

/** What kind of value an expression gives, as far as its text tells. */
export type ValueKind = 'boolean' | 'number' | 'text' | 'list' | 'object' | 'null' | 'any';

/** A place in an expression whose kinds can not go together, whatever the data. */
export interface KindProblem {
  readonly id: bigint;
  readonly reason: string;
}

/** The kind of a chain from a variable: `['inputs', 'factor']`. */
export type KindOfChain = (chain: readonly string[]) => ValueKind;

const named: Readonly<Record<ValueKind, string>> = {
  boolean: 'true or false',
  number: 'a number',
  text: 'a text',
  list: 'a list',
  object: 'an object',
  null: 'null',
  any: 'anything',
};

/** A kind as people read it. */
export function kindName(kind: ValueKind): string {
  return named[kind];
}

/** The kind that an expression gives, and every place in it that no data can make right. */
export function inferKind(
  expression: Expression,
  kindOf: KindOfChain,
): { readonly kind: ValueKind; readonly problems: readonly KindProblem[] } {
  const problems: KindProblem[] = [];
  const kind = infer(expression, { kindOf, locals: new Map(), problems });
  return { kind, problems };
}

interface Inference {
  readonly kindOf: KindOfChain;
  readonly locals: ReadonlyMap<string, ValueKind>;
  readonly problems: KindProblem[];
}

const conditions = new Set(['_&&_', '_||_', '!_']);
const arithmetic = new Set(['_-_', '_*_', '_/_', '_%_', '-_']);
const orders = new Set(['_<_', '_<=_', '_>_', '_>=_']);
/** What functions give, where that does not depend on what they are given. */
const results: Readonly<Record<string, ValueKind>> = {
  ...kinds('boolean', ['_==_', '_!=_', '@in', 'startsWith', 'endsWith', 'contains', 'matches', 'bool']),
  ...kinds('number', [
    'size',
    'min',
    'max',
    'abs',
    'round',
    'floor',
    'ceil',
    'int',
    'double',
    'indexOf',
    'lastIndexOf',
  ]),
  ...kinds('text', ['string', 'replace', 'trim', 'lowerAscii', 'upperAscii', 'substring', 'join', 'charAt']),
  ...kinds('list', ['resources', 'split']),
};

function kinds(kind: ValueKind, names: readonly string[]): Readonly<Record<string, ValueKind>> {
  return Object.fromEntries(names.map((name) => [name, kind]));
}

function infer(expression: Expression, inference: Inference): ValueKind {
  const { exprKind } = expression;
  switch (exprKind.case) {
    case 'constExpr':
      return kindOfConstant(exprKind.value.constantKind.case);
    case 'identExpr':
      return inference.locals.get(exprKind.value.name) ?? inference.kindOf([exprKind.value.name]);
    case 'selectExpr':
      if (exprKind.value.operand !== undefined) infer(exprKind.value.operand, inference);
      return exprKind.value.testOnly ? 'boolean' : kindOfSelection(expression, inference);
    case 'listExpr':
      for (const element of exprKind.value.elements) infer(element, inference);
      return 'list';
    case 'structExpr':
      for (const child of childrenOf(expression)) infer(child, inference);
      return 'object';
    case 'comprehensionExpr':
      return inferLoop(expression, inference);
    case 'callExpr':
      return inferCall(expression, inference);
    default:
      return 'any';
  }
}

function kindOfConstant(name: string | undefined): ValueKind {
  if (name === 'boolValue') return 'boolean';
  if (name === 'stringValue') return 'text';
  if (name === 'nullValue') return 'null';
  return name === 'int64Value' || name === 'uint64Value' || name === 'doubleValue' ? 'number' : 'any';
}

function kindOfSelection(expression: Expression, { kindOf, locals }: Inference): ValueKind {
  const chain: string[] = [];
  let node: Expression | undefined = expression;
  while (node?.exprKind.case === 'selectExpr') {
    chain.unshift(node.exprKind.value.field);
    node = node.exprKind.value.operand;
  }
  if (node?.exprKind.case !== 'identExpr' || locals.has(node.exprKind.value.name)) return 'any';
  return kindOf([node.exprKind.value.name, ...chain]);
}

function inferLoop(expression: Expression, inference: Inference): ValueKind {
  if (expression.exprKind.case !== 'comprehensionExpr') return 'any';
  const { iterRange, iterVar, accuVar, accuInit, loopStep, result } = expression.exprKind.value;
  if (iterRange !== undefined) {
    const range = infer(iterRange, inference);
    if (!['list', 'object', 'any'].includes(range))
      refuse(inference, iterRange, `${named[range]} is no list to go through`);
  }
  const accumulated = accuInit === undefined ? 'any' : infer(accuInit, inference);
  const locals = new Map([...inference.locals, [iterVar, 'any'] as const, [accuVar, accumulated] as const]);
  const inner = { ...inference, locals };
  if (loopStep !== undefined) infer(loopStep, inner);
  return result === undefined ? 'any' : infer(result, inner);
}

function inferCall(expression: Expression, inference: Inference): ValueKind {
  if (expression.exprKind.case !== 'callExpr') return 'any';
  const { function: name, target, args } = expression.exprKind.value;
  if (target !== undefined) infer(target, inference);
  const given = args.map((arg) => infer(arg, inference));
  const [first = 'any', second = 'any'] = given;
  if (conditions.has(name)) {
    args.forEach((arg, index) => expectKind(inference, arg, given[index] ?? 'any', 'boolean'));
    return 'boolean';
  }
  if (arithmetic.has(name)) {
    args.forEach((arg, index) => expectKind(inference, arg, given[index] ?? 'any', 'number'));
    return given.every((kind) => kind === 'number') ? 'number' : 'any';
  }
  if (name === '_+_') return inferSum(expression, { first, second }, inference);
  if (name === '_?_:_') {
    if (args[0] !== undefined) expectKind(inference, args[0], first, 'boolean');
    return second === (given[2] ?? 'any') ? second : 'any';
  }
  if (orders.has(name)) {
    if (first !== 'any' && second !== 'any' && first !== second)
      refuse(inference, expression, `${named[first]} and ${named[second]} have no order`);
    return 'boolean';
  }
  return results[name] ?? (name === '@range' ? first : 'any');
}

function inferSum(
  expression: Expression,
  { first, second }: { readonly first: ValueKind; readonly second: ValueKind },
  inference: Inference,
): ValueKind {
  const left = first === 'any' ? second : first;
  if (first !== 'any' && second !== 'any' && first !== second) {
    refuse(inference, expression, `${named[first]} and ${named[second]} can not be added; string(…) makes a text`);
    return 'any';
  }
  if (left === 'boolean' || left === 'object' || left === 'null')
    refuse(inference, expression, `${named[left]} can not be added to anything`);
  return left === 'number' || left === 'text' || left === 'list' ? left : 'any';
}

function expectKind(inference: Inference, node: Expression, kind: ValueKind, wanted: ValueKind): void {
  // Dates and durations are texts in JSON and count as `any` once they are made.
  if (kind === 'any' || kind === wanted) return;
  refuse(inference, node, `${named[kind]} stands where ${named[wanted]} is needed`);
}

function refuse({ problems }: Inference, node: Expression, reason: string): void {
  problems.push({ id: node.id, reason });
}
