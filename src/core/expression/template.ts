import { expressionPlace, pointerPart, type ValuePlace } from '../diagnostic/text-place.ts';
import { isJsonArray, isJsonObject, type Json } from '../json/json.ts';
import type { FieldPath } from '../json/path.ts';
import { expressionError } from './expression-error.ts';

/** A piece of a text: as written, or an expression to compute. `start` is where it begins in the text. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly source: string; readonly start: number };

/** A value with `${…}` in its texts, taken apart: what has none is `fixed`, with `$${` written out already. */
export type Template =
  | { readonly kind: 'fixed'; readonly value: Json }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly parts: readonly TextPart[];
      /** The way to it from the value's top, and the same as a JSON pointer. */
      readonly path: FieldPath;
      readonly pointer: string;
    }
  | { readonly kind: 'list'; readonly items: readonly Template[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Template])[] };

/**
 * The value taken apart. Remembered for objects and lists: one is rendered for each of thousands of objects.
 * Throws SB2501 for a `${` without end.
 */
export function templateOf(value: Json, where?: ValuePlace): Template {
  if (!isJsonArray(value) && !isJsonObject(value)) return compile(value, { path: [], pointer: '' }, where);
  let template = known.get(value);
  if (template === undefined) {
    template = compile(value, { path: [], pointer: '' }, where);
    known.set(value, template);
  }
  return template;
}

const known = new WeakMap<object, Template>();

interface Way {
  readonly path: FieldPath;
  readonly pointer: string;
}

function compile(value: Json, way: Way, where: ValuePlace | undefined): Template {
  if (typeof value === 'string')
    return value.includes('${') ? compileText(value, way, where) : { kind: 'fixed', value };
  if (isJsonArray(value)) {
    const items = value.map((item, index) => compile(item, stepInto(way, String(index)), where));
    if (items.every((item, index) => item.kind === 'fixed' && item.value === value[index]))
      return { kind: 'fixed', value };
    return { kind: 'list', items };
  }
  if (!isJsonObject(value)) return { kind: 'fixed', value };
  const entries = Object.entries(value).map(
    ([name, item]) => [name, compile(item, stepInto(way, name), where)] as const,
  );
  if (entries.every(([name, item]) => item.kind === 'fixed' && item.value === value[name]))
    return { kind: 'fixed', value };
  return { kind: 'object', entries };
}

function stepInto({ path, pointer }: Way, name: string): Way {
  return { path: [...path, name], pointer: pointer + pointerPart(name) };
}

function compileText(text: string, way: Way, where: ValuePlace | undefined): Template {
  const parts = splitText(text, way.pointer, where);
  const [first] = parts;
  if (first === undefined) return { kind: 'fixed', value: '' };
  if (parts.length === 1 && first.kind === 'text') return { kind: 'fixed', value: first.text };
  return { kind: 'text', text, parts, ...way };
}

/** The text as pieces; neighbouring pieces of plain text are one. */
function splitText(text: string, pointer: string, where?: ValuePlace): readonly TextPart[] {
  const parts: TextPart[] = [];
  let plain = '';
  let position = 0;
  while (position < text.length) {
    if (text.startsWith('$${', position)) {
      plain += '${';
      position += 3;
    } else if (text.startsWith('${', position)) {
      const end = endOfExpression(text, position + 2);
      if (end === undefined)
        throw expressionError(
          { code: 'SB2501', source: text, offset: position, reason: '${ is never closed with }' },
          where === undefined ? undefined : expressionPlace(where, pointer),
        );
      if (plain !== '') parts.push({ kind: 'text', text: plain });
      plain = '';
      parts.push({ kind: 'expression', source: text.slice(position + 2, end), start: position + 2 });
      position = end + 1;
    } else {
      plain += text[position];
      position += 1;
    }
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
}

/** Where the `}` of the expression stands; braces and quoted texts inside it are passed over. */
function endOfExpression(text: string, start: number): number | undefined {
  let depth = 0;
  let position = start;
  while (position < text.length) {
    const character = text[position];
    if (character === '"' || character === "'") {
      position = endOfQuoted(text, position);
      continue;
    }
    if (character === '}' && depth === 0) return position;
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    position += 1;
  }
  return undefined;
}

/** The position after a quoted text of CEL: plain, raw (`r"…"`, no escapes) or triple-quoted. */
function endOfQuoted(text: string, start: number): number {
  const mark = text[start] ?? '';
  const quote = text.startsWith(mark.repeat(3), start) ? mark.repeat(3) : mark;
  const isRaw = /(?:^|[^\w])[bB]?[rR]$/u.test(text.slice(Math.max(0, start - 3), start));
  let position = start + quote.length;
  while (position < text.length) {
    if (text[position] === '\\' && !isRaw) position += 2;
    else if (text.startsWith(quote, position)) return position + quote.length;
    else position += 1;
  }
  return text.length;
}
