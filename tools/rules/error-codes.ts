import { placeOf } from './place.ts';
import { isNode, lineAt, walk, type Node, type Source, type Violation } from './source.ts';

/** Which codes a folder may define: the digits after `SB` start with one of these. */
const ranges: Readonly<Record<string, readonly string[]>> = {
  core: ['1', '25'],
  project: ['2'],
  engine: ['3'],
  genesys: ['4'],
  catalog: ['4', '7'],
  store: ['5'],
  cli: ['6'],
  views: ['6'],
};

interface Definition {
  readonly code: string;
  readonly path: string;
  readonly line: number;
}

/** Every `SBnnnn` in use is defined once, in an `errors.ts` of the folder whose number range it belongs to. */
export function errorCodes(sources: readonly Source[]): readonly Violation[] {
  const ours = sources.filter(({ path }) => path.startsWith('src/') && !placeOf(path).isTest);
  const definitions = ours.flatMap(definitionsIn);
  const known = new Set(definitions.map(({ code }) => code));
  const unknown = ours.flatMap((source) =>
    codesIn(source)
      .filter(({ code }) => !known.has(code))
      .map((use) => violation(use, 'is in no *ErrorCodes map')),
  );
  return [...definitions.flatMap((entry, index) => objections(entry, definitions.slice(0, index))), ...unknown];
}

function objections(entry: Definition, earlier: readonly Definition[]): Violation[] {
  const twin = earlier.find(({ code }) => code === entry.code);
  const allowed = ranges[placeOf(entry.path).area] ?? [];
  const inRange = allowed.some((prefix) => entry.code.startsWith(`SB${prefix}`));
  return [
    ...(twin === undefined ? [] : [violation(entry, `is already defined in ${twin.path}`)]),
    ...(inRange
      ? []
      : [violation(entry, `is outside the numbers of ${placeOf(entry.path).area} (${allowed.join(', ')}…)`)]),
  ];
}

function violation({ code, path, line }: Definition, message: string): Violation {
  return { path, line, message: `${code} ${message}` };
}

function definitionsIn(source: Source): Definition[] {
  if (!/(^|\/)errors\.ts$/.test(source.path)) return [];
  const found: Definition[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'VariableDeclarator' || !isCodeMap(node['id'])) return;
    found.push(...keysOf(node['init']).map((key) => ({ ...place(source, key), code: keyName(key) })));
  });
  return found;
}

function isCodeMap(id: unknown): boolean {
  return isNode(id) && typeof id['name'] === 'string' && id['name'].endsWith('ErrorCodes');
}

function keysOf(value: unknown): Node[] {
  if (!isNode(value)) return [];
  if (isNode(value['expression'])) return keysOf(value['expression']);
  const properties = value['properties'];
  if (!Array.isArray(properties)) return [];
  return properties.filter(isNode).flatMap((property) => (isNode(property['key']) ? [property['key']] : []));
}

function keyName(key: Node): string {
  return String(key['name'] ?? key['value']);
}

function codesIn(source: Source): Definition[] {
  const found: Definition[] = [];
  walk(source.program, (node) => {
    const value = node.type === 'Literal' ? node['value'] : undefined;
    if (typeof value === 'string' && /^SB\d{4}$/.test(value)) found.push({ ...place(source, node), code: value });
  });
  return found;
}

function place(source: Source, node: Node) {
  return { path: source.path, line: lineAt(source.text, node.start) };
}
