import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import {
  isJsonArray,
  isJsonObject,
  type Diagnostic,
  type Json,
  type SourceLocation,
  type TextTurn,
} from '../../core/index.ts';
import { findCutTexts } from './cut-texts.ts';
import { problem } from './problem.ts';
import { turnsOf } from './text-turns.ts';

/** The way to a value in a file: keys and list positions, outermost first. */
export type YamlPath = readonly (string | number)[];

/** A file as data that knows where everything stands. */
export interface YamlFile {
  readonly file: string;
  readonly value: Json;
  /** Where the value stands; of a missing one, where its nearest parent stands. */
  readonly locate: (path: YamlPath) => SourceLocation;
  /** Where the last key of the path stands. */
  readonly locateKey: (path: YamlPath) => SourceLocation;
  /** The scalar as the author wrote it, without quotes: `0123` and `2026-12-25` stay what they are. */
  readonly textAt: (path: YamlPath) => string | undefined;
  /** The value at the path, or undefined when there is none. */
  readonly valueAt: (path: YamlPath) => Json | undefined;
  /** Where the characters of a text stand; undefined where no text is. */
  readonly turnsAt: (path: YamlPath) => readonly TextTurn[] | undefined;
}

/** The parsed file (undefined when it can not be used at all), and everything that is wrong with its YAML. */
export function parseYamlFile(
  file: string,
  text: string,
): { readonly yaml?: YamlFile; readonly diagnostics: readonly Diagnostic[] } {
  const lines = new LineCounter();
  // The core schema has no dates; `uniqueKeys` reports duplicates instead of keeping the last.
  const document = parseDocument(text, {
    schema: 'core',
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
    merge: false,
  });
  const at = (offset: number): SourceLocation => {
    const place = lines.linePos(offset);
    return { file, line: Math.max(1, place.line), column: Math.max(1, place.col) };
  };
  if (document.errors.length > 0)
    return { diagnostics: document.errors.map((error) => syntaxProblem(error, text, at)) };
  const diagnostics = findCutTexts(document, text, at);
  const found = convertAll(document, at);
  if (found.problem !== undefined) return { diagnostics: [...diagnostics, found.problem] };
  if (found.value === null) return { diagnostics: [problem('SB2006', at(0), `${file} is empty.`)] };
  return { yaml: { file, value: found.value, ...lookups(document, text, { value: found.value, at }) }, diagnostics };
}

function syntaxProblem(error: YAMLError, text: string, at: (offset: number) => SourceLocation): Diagnostic {
  const place = at(error.pos[0]);
  const lines = text.split('\n');
  const line = lines[(place.line ?? 1) - 1] ?? '';
  const detail = `${line}\n${' '.repeat(Math.max(0, (place.column ?? 1) - 1))}^`;
  const where = `${place.file}:${place.line}`;
  if (error.code === 'DUPLICATE_KEY')
    return problem('SB2004', place, `${where}: the key ${line.trim().split(':')[0] ?? ''} stands twice.`, { detail });
  if (error.code === 'TAB_AS_INDENT' || /^[ ]*\t/u.test(line))
    return problem('SB2005', place, `${where}: a tab is used to indent.`, { detail });
  // A comment that swallows a closing bracket is noticed only on the next line.
  const hint = [line, lines[(place.line ?? 1) - 2] ?? ''].some((near) => / #/u.test(near))
    ? ' A # after a space begins a comment: quote the text if it is part of a name.'
    : '';
  const message = error.message.split('\n')[0] ?? error.message;
  return problem('SB2003', place, `${where}: ${message}.${hint}`.replace('..', '.'), { detail });
}

function convertAll(
  document: Document.Parsed,
  at: (offset: number) => SourceLocation,
): { readonly value: Json; readonly problem?: Diagnostic } {
  const budget = { left: 200_000 };
  try {
    return { value: convert(document.contents as Node | null, document, budget) };
  } catch (error) {
    if (!(error instanceof UnusableNode)) throw error;
    return { value: null, problem: problem('SB2032', at(error.offset), error.message) };
  }
}

class UnusableNode extends Error {
  readonly offset: number;
  constructor(message: string, node: Node) {
    super(message);
    this.offset = node.range?.[0] ?? 0;
  }
}

function convert(node: Node | null, document: Document, budget: { left: number }): Json {
  if (node === null) return null;
  budget.left -= 1;
  // Aliases can name each other and multiply; the budget ends both.
  if (budget.left < 0) throw new UnusableNode('The file unfolds to more than 200,000 values.', node);
  if (isAlias(node)) {
    const target = node.resolve(document);
    if (target === undefined) throw new UnusableNode(`*${node.source} names nothing.`, node);
    return convert(target, document, budget);
  }
  if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:'))
    throw new UnusableNode(`The tag ${node.tag} is not allowed.`, node);
  if (isSeq(node)) return node.items.map((item) => convert(item as Node, document, budget));
  if (isMap(node))
    return Object.fromEntries(
      node.items.map((pair) => [keyText(pair.key as Node), convert(pair.value as Node | null, document, budget)]),
    );
  return isScalar(node) ? convertScalar(node.value, node) : null;
}

function convertScalar(value: unknown, node: Node): Json {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new UnusableNode('JSON has no such number.', node);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw new UnusableNode('This value has no JSON form.', node);
}

function keyText(key: Node | null): string {
  if (!isScalar(key)) throw new UnusableNode('A key must be a text.', key as Node);
  if (key.value === '<<') throw new UnusableNode('Merge keys (<<) are not allowed.', key);
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

function lookups(
  document: Document,
  text: string,
  { value, at }: { readonly value: Json; readonly at: (offset: number) => SourceLocation },
): Omit<YamlFile, 'file' | 'value'> {
  const offsetOf = (path: YamlPath): number => {
    const node = path.length === 0 ? document.contents : (document.getIn(path, true) as Node | undefined);
    if (node !== null && node?.range !== undefined && node.range !== null) return node.range[0];
    return path.length === 0 ? 0 : offsetOf(path.slice(0, -1));
  };
  return {
    locate: (path) => at(offsetOf(path)),
    locateKey: (path) => at(keyOffset(document, path) ?? offsetOf(path)),
    textAt: (path) => {
      const node = document.getIn(path, true);
      if (!isScalar(node)) return undefined;
      return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
    },
    valueAt: (path) => path.reduce<Json | undefined>(below, value),
    turnsAt: (path) => {
      const node = document.getIn(path, true);
      if (!isScalar(node)) return undefined;
      return turnsOf(node, text, (offset) => {
        const { line = 1, column = 1 } = at(offset);
        return { line, column };
      });
    },
  };
}

function below(value: Json | undefined, part: string | number): Json | undefined {
  if (isJsonArray(value)) return value[Number(part)];
  return isJsonObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
}

function keyOffset(document: Document, path: YamlPath): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
