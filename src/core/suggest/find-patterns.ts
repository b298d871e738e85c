import { fillStars, matchStars } from '../text/glob.ts';
import type { Pairing } from './pair-up.ts';

/** A mapping with a star that several pairings have in common. */
export interface SharedPattern {
  readonly from: string;
  readonly to: string;
  readonly pairings: readonly Pairing[];
}

/** Fewer pairings than this are no rule. */
const leastPairings = 2;

/**
 * Patterns that say what several pairings say one by one: `user/*@uat.example.com` for `user/*@example.com`. None that would
 * lead an address elsewhere that has its counterpart (`kept`).
 */
export function findPatterns(pairings: readonly Pairing[], kept: readonly string[]): readonly SharedPattern[] {
  const groups = Map.groupBy(
    pairings.filter(({ sureness }) => sureness !== 'guess'),
    (pairing) => JSON.stringify(patternOf(pairing.left.object.address, pairing.right.object.address)),
  );
  return [...groups].flatMap(([text, members]) => {
    const pattern = JSON.parse(text) as readonly [string, string] | null;
    if (pattern === null || members.length < leastPairings) return [];
    const [from, to] = pattern;
    if (kept.some((address) => matchStars(from, address) !== undefined)) return [];
    const isTrue = pairings.every(({ left, right }) => {
      const stars = matchStars(from, left.object.address);
      return stars === undefined || fillStars(to, stars) === right.object.address;
    });
    return isTrue ? [{ from, to, pairings: members }] : [];
  });
}

/** What is the same in both addresses between what begins and what ends them; null where too little is. */
function patternOf(left: string, right: string): readonly [string, string] | null {
  const slash = left.indexOf('/') + 1;
  const [one, other] = [left.slice(slash), right.slice(right.indexOf('/') + 1)];
  const type = left.slice(0, slash);
  const head = sharedStart(one, other);
  if (head.length > 0 && head.length < one.length && head.length < other.length) {
    const cut = tokenEnd(head);
    if (cut > 0) return [`${type}*${one.slice(cut)}`, `${type}*${other.slice(cut)}`];
  }
  const tail = wholeWordsAtEnd(one, other);
  if (tail.length > 0 && tail.length < one.length && tail.length < other.length)
    return [`${type}${one.slice(0, -tail.length)}*`, `${type}${other.slice(0, -tail.length)}*`];
  const [short, long, isLeftLong] = one.length < other.length ? [one, other, false] : [other, one, true];
  const rest = long.endsWith(short) ? long.slice(0, long.length - short.length) : undefined;
  const more = long.startsWith(short) ? long.slice(short.length) : undefined;
  const pattern =
    more !== undefined ? `${type}*${more}` : rest !== undefined && rest !== '' ? `${type}${rest}*` : undefined;
  if (pattern === undefined || short === '') return null;
  return isLeftLong ? [pattern, `${type}*`] : [`${type}*`, pattern];
}

function sharedStart(one: string, other: string): string {
  let end = 0;
  while (end < one.length && one[end] === other[end]) end += 1;
  return one.slice(0, end);
}

/** The words that both texts end with, beginning with a letter or digit. */
function wholeWordsAtEnd(one: string, other: string): string {
  const turned = [one, other].map((text) => [...text].toReversed().join(''));
  const shared = [...sharedStart(turned[0] ?? '', turned[1] ?? '')].toReversed().join('');
  return /[^\p{L}\p{N}\p{M}](?<words>[\p{L}\p{N}].*)$/u.exec(shared)?.groups?.['words'] ?? '';
}

/** Where the last whole word of a text ends: `ann@` gives the place before the `@`, `Orders U` that before ` U`. */
function tokenEnd(text: string): number {
  const found = /[^\p{L}\p{N}\p{M}][^\s@_-]*$/u.exec(text);
  return found?.index ?? 0;
}
