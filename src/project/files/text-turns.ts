import type { Scalar } from 'yaml';
import type { TextTurn } from '../../core/index.ts';

/** How far the search for a character may run over what YAML leaves out (escapes, folds). */
const maxGap = 200;

/**
 * Where every character of a scalar's text stands in the file: a turn wherever the text goes on in another line or after
 * something that is not part of it (indentation, escapes). What can not be followed further has the last known place.
 */
export function turnsOf(
  node: Scalar,
  source: string,
  at: (offset: number) => { readonly line: number; readonly column: number },
): readonly TextTurn[] {
  const { value, range } = node;
  if (typeof value !== 'string' || range === undefined || range === null) return [];
  const [start, end] = range;
  const turns: TextTurn[] = [];
  let expected: number | undefined;
  let position = firstCharacter(source, node, start);
  for (let offset = 0; offset < value.length; offset++) {
    const found = find(source, value.charAt(offset), { from: position, end });
    if (found === undefined) break;
    if (found.at !== expected) turns.push({ offset, ...at(found.at) });
    // A character behind an escape or a fold stands where that begins; the next one begins a turn of its own.
    expected = found.isItself ? found.at + 1 : undefined;
    position = found.next;
    if (source.charAt(found.at) === '\n') expected = undefined;
  }
  return turns;
}

function firstCharacter(source: string, { type }: Scalar, start: number): number {
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return start + 1;
  if (type !== 'BLOCK_LITERAL' && type !== 'BLOCK_FOLDED') return start;
  const line = source.indexOf('\n', start);
  return line < 0 ? start : skipBlanks(source, line + 1);
}

function find(
  source: string,
  character: string,
  { from, end }: { readonly from: number; readonly end: number },
): { readonly at: number; readonly next: number; readonly isItself: boolean } | undefined {
  const here = source.charAt(from);
  if (here === character)
    return { at: from, next: character === '\n' ? skipBlanks(source, from + 1) : from + 1, isItself: true };
  if (character === ' ' || character === '\n') {
    if (here === '\n' || here === '\r') return { at: from, next: skipFold(source, from), isItself: false };
    if (here === '\\') return { at: from, next: from + 2, isItself: false };
    return { at: from, next: from, isItself: false };
  }
  const next = source.indexOf(character, from);
  return next < 0 || next >= end || next - from > maxGap ? undefined : { at: next, next: next + 1, isItself: true };
}

function skipFold(source: string, from: number): number {
  let position = from;
  while (/\s/u.test(source.charAt(position))) position += 1;
  return position;
}

function skipBlanks(source: string, from: number): number {
  let position = from;
  while (source.charAt(position) === ' ') position += 1;
  return position;
}
