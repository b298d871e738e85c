import { placeOf } from './place.ts';
import { isNode, lineAt, walk, type Node, type Source, type Violation } from './source.ts';

/** Which codes a folder may define. Expressions are part of core and have the 25s. */
const ranges: Readonly<Record<string, RegExp>> = {
  core: /^SB(1|25)/,
  project: /^SB2(?!5)/,
  engine: /^SB3/,
  genesys: /^SB4/,
  store: /^SB5/,
  cli: /^SB6/,
  catalog: /^SB7/,
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
  const { area } = placeOf(entry.path);
  const isInRange = ranges[area]?.test(entry.code) ?? false;
  return [
    ...(twin === undefined ? [] : [violation(entry, `is already defined in ${twin.path}`)]),
    ...(isInRange ? [] : [violation(entry, `is outside the numbers of ${area}`)]),
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
