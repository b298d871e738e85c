import { placeOf } from './place.ts';
import { isNode, lineAt, walk, type Node, type Source, type Violation } from './source.ts';

const pureAreas = ['core', 'ledger'];

/** Core and ledger decide from their arguments alone: no `node:` module, no clock, no randomness. */
export function pureCore(sources: readonly Source[]): readonly Violation[] {
  return sources.filter(isPure).flatMap((source) => [...platformImports(source), ...impureCalls(source)]);
}

function isPure(source: Source): boolean {
  const { area, isTest } = placeOf(source.path);
  return source.path.startsWith('src/') && pureAreas.includes(area) && !isTest;
}

function platformImports(source: Source): Violation[] {
  return source.imports
    .filter((entry) => entry.specifier.startsWith('node:'))
    .map((entry) => ({ path: source.path, line: entry.line, message: `imports ${entry.specifier}` }));
}

function impureCalls(source: Source): Violation[] {
  const found: Violation[] = [];
  walk(source.program, (node) => {
    const name = impurity(node);
    if (name === undefined) return;
    found.push({
      path: source.path,
      line: lineAt(source.text, node.start),
      message: `uses ${name}; take the value as an argument`,
    });
  });
  return found;
}

function impurity(node: Node): string | undefined {
  if (node.type === 'MemberExpression') {
    const name = `${identifier(node['object'])}.${identifier(node['property'])}`;
    return ['Date.now', 'Math.random', 'globalThis.crypto', 'globalThis.process'].includes(name) ? name : undefined;
  }
  const isDate = identifier(node['callee']) === 'Date';
  if (node.type === 'NewExpression' && isDate && isEmpty(node['arguments'])) return 'new Date()';
  return node.type === 'CallExpression' && isDate ? 'Date()' : undefined;
}

function identifier(value: unknown): string {
  return isNode(value) && value.type === 'Identifier' ? String(value['name']) : '';
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
