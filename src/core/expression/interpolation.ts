import type { SourceLocation } from '../diagnostic/diagnostic.ts';
import { isJsonArray, isJsonObject, type Json } from '../json/json.ts';
import { evaluateExpression } from './evaluate.ts';
import { expressionError } from './expression-error.ts';
import type { ExpressionScope } from './scope.ts';

/** A piece of a text: as written, or an expression to compute. */
type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly source: string };

/**
 * The value with every `${…}` in its texts computed. A text that is wholly one `${…}` becomes the typed value; otherwise
 * the values are put into the text. `$${` stands for `${`. Property names are taken as they are.
 * Errors: those of `evaluateExpression`; SB2501 for a `${` without end; SB2505 for null, lists and objects inside text.
 */
export function interpolate(value: Json, scope: ExpressionScope, where?: SourceLocation): Json {
  if (typeof value === 'string') return value.includes('${') ? interpolateText(value, scope, where) : value;
  if (isJsonArray(value)) return value.map((item) => interpolate(item, scope, where));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, interpolate(item, scope, where)]));
}

/** The text written so that interpolation gives it back as it is. */
export function escapeInterpolation(text: string): string {
  return text.split('${').join('$${');
}

/** The sources of all expressions in the texts of a value, in order. Throws SB2501 for a `${` without end. */
export function interpolationsOf(value: Json): readonly string[] {
  if (typeof value === 'string') {
    if (!value.includes('${')) return [];
    return splitText(value).flatMap((part) => (part.kind === 'expression' ? [part.source] : []));
  }
  if (isJsonArray(value)) return value.flatMap(interpolationsOf);
  return isJsonObject(value) ? Object.values(value).flatMap(interpolationsOf) : [];
}

/** The text as pieces; neighbouring pieces of plain text are one. Throws SB2501 for a `${` without end. */
function splitText(text: string, where?: SourceLocation): readonly TextPart[] {
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
          where,
        );
      if (plain !== '') parts.push({ kind: 'text', text: plain });
      plain = '';
      parts.push({ kind: 'expression', source: text.slice(position + 2, end) });
      position = end + 1;
    } else {
      plain += text[position];
      position += 1;
    }
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
}

function interpolateText(text: string, scope: ExpressionScope, where?: SourceLocation): Json {
  const parts = splitText(text, where);
  const [first] = parts;
  if (parts.length === 1 && first?.kind === 'expression') return evaluateExpression(first.source, scope, where);
  return parts.map((part) => (part.kind === 'text' ? part.text : textOf(part.source, scope, where))).join('');
}

function textOf(source: string, scope: ExpressionScope, where?: SourceLocation): string {
  const value = evaluateExpression(source, scope, where);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  const kind = value === null ? 'null' : isJsonArray(value) ? 'a list' : 'an object';
  throw expressionError(
    { code: 'SB2505', source, offset: 0, reason: `it gives ${kind}, which can not stand inside a text` },
    where,
  );
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
