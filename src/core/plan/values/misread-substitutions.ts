import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { isSameJson } from '../../json/canonical-json.ts';

type Parse = (text: string) => Json;
type Render = (substitutions: JsonObject) => string;

/** Texts that mean themselves wherever they stand: words and whole numbers. */
const plainText = /^(?:\p{L}[\p{L}\p{N} ._@/-]*(?<! )|0|[1-9]\d{0,14})$/u;

/**
 * Names of text substitutions that the format reads as something else than the text they are: cut at a comment,
 * unescaped, taken for structure. Each is held against the same text with a word in its place that can not be misread.
 */
export function misreadSubstitutions(parse: Parse, render: Render, substitutions: JsonObject): readonly string[] {
  const doubtful = Object.entries(substitutions).flatMap(([name, value], index) =>
    typeof value === 'string' && !plainText.test(value) ? [{ name, value, mark: `substitution${index}mark` }] : [],
  );
  const marks = { ...substitutions, ...Object.fromEntries(doubtful.map(({ name, mark }) => [name, mark])) };
  const marked = doubtful.length === 0 ? undefined : parsedOrNothing(parse, render(marks));
  if (marked === undefined) return [];
  return doubtful
    .filter(({ name, value, mark }) => {
      const read = parsedOrNothing(parse, render({ ...marks, [name]: value }));
      return read === undefined || !isReadAs(marked, read, (text) => text.replaceAll(mark, () => value));
    })
    .map(({ name }) => name);
}

function parsedOrNothing(parse: Parse, text: string): Json | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** True when `read` is the marked value with the mark replaced. A whole scalar may have got a kind that is written so. */
function isReadAs(marked: Json, read: Json | undefined, fill: (text: string) => string): boolean {
  if (typeof marked === 'string') {
    const meant = fill(marked);
    return typeof read === 'string' ? read === meant : isWrittenSo(read, meant);
  }
  if (isJsonArray(marked)) {
    return (
      isJsonArray(read) &&
      read.length === marked.length &&
      marked.every((item, index) => isReadAs(item, read[index], fill))
    );
  }
  if (!isJsonObject(marked)) return isSameJson(marked, read);
  return (
    isJsonObject(read) &&
    Object.keys(read).length === Object.keys(marked).length &&
    Object.entries(marked).every(([name, inner]) => isReadAs(inner, read[fill(name)], fill))
  );
}

function isWrittenSo(read: Json | undefined, meant: string): boolean {
  if (read === null) return ['', '~', 'null'].includes(meant.toLowerCase());
  if (typeof read === 'boolean') return String(read) === meant.toLowerCase();
  return typeof read === 'number' && String(read) === meant;
}
