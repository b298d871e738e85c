import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'rolldown/utils';

/** A node of the syntax tree (ESTree with TypeScript); its fields are looked at one by one. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** One import or re-export as written. `specifier` is unresolved; `typeOnly` imports vanish when the code runs. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

/** A parsed TypeScript file. `path` is relative to the repository root, with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly program: Node;
  readonly comments: readonly { readonly start: number; readonly end: number; readonly block: boolean }[];
  readonly imports: readonly Import[];
  readonly problems: readonly string[];
}

/** Something a rule objects to; `line` counts from 1. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** A house rule: all files in, objections out. Rules see every file because some of them count. */
export type Rule = (sources: readonly Source[]) => readonly Violation[];

/** Parses one file. Syntax errors are reported in `problems`, never thrown. */
export function parseSource(path: string, text: string): Source {
  const parsed = parseSync(path, text);
  const program = parsed.program as unknown as Node;
  return {
    path,
    text,
    program,
    comments: parsed.comments.map(({ type, start, end }) => ({ start, end, block: type === 'Block' })),
    imports: importsOf(program, text),
    problems: parsed.errors.map((error) => error.message),
  };
}

/** Parses every `.ts` and `.tsx` file under the given folders of `root`, in path order. */
export function readSources(root: string, folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap((folder) => filesUnder(root, folder))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .toSorted()
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

function filesUnder(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => posix.join(folder, entry.parentPath.slice(join(root, folder).length), entry.name));
}

/** Line of a character offset, counting from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Calls `visit` for every node, parents before children, with the chain of ancestors (nearest last). */
export function walk(node: Node, visit: (node: Node, ancestors: readonly Node[]) => void): void {
  walkInto(node, [], visit);
}

function walkInto(
  node: Node,
  ancestors: readonly Node[],
  visit: (node: Node, ancestors: readonly Node[]) => void,
): void {
  visit(node, ancestors);
  const chain = [...ancestors, node];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walkInto(child, chain, visit);
    }
  }
}

/** Whether a value found in the tree is a node (and not a literal, a list or null). */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function importsOf(program: Node, text: string): readonly Import[] {
  const found: Import[] = [];
  walk(program, (node) => {
    const source = node['source'] ?? (node.type === 'TSImportType' ? node['argument'] : undefined);
    if (!isNode(source)) return;
    const specifier = source['value'] ?? (isNode(source['literal']) ? source['literal']['value'] : undefined);
    if (typeof specifier !== 'string') return;
    found.push({
      specifier,
      line: lineAt(text, node.start),
      typeOnly: isTypeOnly(node),
      dynamic: node.type === 'ImportExpression',
    });
  });
  return found;
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType') return true;
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = node['specifiers'];
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false;
  return specifiers.every(
    (entry) => isNode(entry) && (entry['importKind'] === 'type' || entry['exportKind'] === 'type'),
  );
}
