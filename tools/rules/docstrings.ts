import { isTestPath } from './place.ts';
import { isNode, lineAt, type Node, type Source, type Violation } from './source.ts';

/** Every exported declaration has a docstring directly above it. Re-exports are documented where they are declared. */
export function docstrings(sources: readonly Source[]): readonly Violation[] {
  return sources.filter(({ path }) => !/\.(test|bench)\.tsx?$/.test(path) && !isFixture(path)).flatMap(undocumented);
}

function isFixture(path: string): boolean {
  return isTestPath(path) && path.includes('/fixtures/');
}

function undocumented(source: Source): Violation[] {
  const documented = new Set<string>();
  return exportedDeclarations(source).flatMap(({ node, name }) => {
    if (documented.has(name) || hasDocstring(source, node)) {
      documented.add(name);
      return [];
    }
    documented.add(name);
    return [{ path: source.path, line: lineAt(source.text, node.start), message: `'${name}' has no docstring` }];
  });
}

function exportedDeclarations(source: Source): { node: Node; name: string }[] {
  const body = source.program['body'];
  const statements = Array.isArray(body) ? body.filter(isNode) : [];
  const local = new Map(statements.flatMap((node) => namesOf(node).map((name) => [name, node] as const)));
  return statements
    .filter((node) => node.type === 'ExportNamedDeclaration' && !isNode(node['source']))
    .flatMap((node) => {
      const declaration = node['declaration'];
      if (isNode(declaration))
        return namesOf(declaration)
          .slice(0, 1)
          .map((name) => ({ node, name }));
      return specifierNames(node).flatMap((name) => {
        const target = local.get(name);
        return target === undefined ? [] : [{ node: target, name }];
      });
    });
}

function namesOf(node: Node): string[] {
  if (node.type !== 'VariableDeclaration') return nameOf(node['id']);
  const declarations = node['declarations'];
  return Array.isArray(declarations) ? declarations.filter(isNode).flatMap((entry) => nameOf(entry['id'])) : [];
}

function nameOf(id: unknown): string[] {
  if (!isNode(id)) return [];
  return [typeof id['name'] === 'string' ? id['name'] : 'the destructured export'];
}

function specifierNames(node: Node): string[] {
  const specifiers = node['specifiers'];
  return Array.isArray(specifiers) ? specifiers.filter(isNode).flatMap((entry) => nameOf(entry['local'])) : [];
}

function hasDocstring(source: Source, node: Node): boolean {
  return source.comments.some(
    ({ start, end, block }) =>
      block &&
      source.text.startsWith('/**', start) &&
      end <= node.start &&
      source.text.slice(end, node.start).trim() === '',
  );
}
