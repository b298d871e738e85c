import type { Features } from './features.ts';
import type { Evidence, Sureness } from './suggestion.ts';
import { scoreOf, weigh, type ValueCounts } from './weigh.ts';

/** An object of the left with its best counterpart. */
export interface Pairing {
  readonly left: Features;
  readonly right: Features;
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly sureness: Sureness;
  readonly alternatives: readonly { readonly to: string; readonly score: number }[];
}

interface Candidate {
  readonly right: Features;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Below this nothing is worth a look. */
const least = 0.3;

/** A feature that more objects have than this tells nobody apart. */
const common = 50;

/** As many names as this are compared with each other even where they share no word. */
const few = 200;

/**
 * The objects of one type paired up: each with its best counterpart, where it is the best for that one, too. Only pairs
 * that share a feature are weighed, so that thousands of objects are no matter.
 */
export function pairUp(lefts: readonly Features[], rights: readonly Features[]): readonly Pairing[] {
  const counts = { left: countValues(lefts), right: countValues(rights) };
  const index = indexOf(rights);
  const best = new Map<Features, readonly Candidate[]>();
  for (const left of lefts) {
    const near =
      rights.length <= few ? rights : [...new Set(featureTexts(left).flatMap((text) => nearBy(index, text)))];
    const candidates = near
      .map((right): Candidate => {
        const evidence = weigh(left, right, counts);
        return { right, evidence, score: scoreOf(evidence) };
      })
      .filter(({ score }) => score >= least)
      .toSorted(
        (one, other) => other.score - one.score || compare(one.right.object.address, other.right.object.address),
      );
    best.set(left, candidates);
  }
  const claims = claimsOn(best);
  return [...best].flatMap(([left, [first, ...others]]) => {
    const [strongest, second] = first === undefined ? [] : (claims.get(first.right) ?? []);
    if (first === undefined || first.score < (strongest ?? 0)) return [];
    return [toPairing(left, first, { others, rival: second ?? 0 })];
  });
}

/** The two best scores that any objects of the left have with each of the right. */
function claimsOn(best: ReadonlyMap<Features, readonly Candidate[]>): ReadonlyMap<Features, readonly number[]> {
  const claims = new Map<Features, readonly number[]>();
  for (const candidates of best.values())
    for (const { right, score } of candidates) {
      const scores = [...(claims.get(right) ?? []), score].toSorted((one, other) => other - one);
      claims.set(right, scores.slice(0, 2));
    }
  return claims;
}

function toPairing(
  left: Features,
  first: Candidate,
  { others, rival }: { readonly others: readonly Candidate[]; readonly rival: number },
): Pairing {
  const next = Math.max(others[0]?.score ?? 0, rival);
  return {
    left,
    right: first.right,
    score: first.score,
    evidence: first.evidence,
    sureness: surenessOf(first, first.score - next),
    alternatives: others
      .filter(({ score }) => first.score - score < 0.2)
      .slice(0, 3)
      .map(({ right, score }) => ({ to: right.object.address, score })),
  };
}

function surenessOf({ score, evidence }: Candidate, margin: number): Sureness {
  const kinds = new Set(evidence.map(({ kind }) => kind)).size;
  if (score >= 0.8 && kinds >= 2 && margin >= 0.2) return 'certain';
  return score >= 0.6 && margin >= 0.1 ? 'likely' : 'guess';
}

function countValues(all: readonly Features[]): ValueCounts {
  const counts = new Map<string, number>();
  for (const { values } of all) for (const value of values.keys()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function featureTexts({ name, localPart, values, users }: Features): readonly string[] {
  return [
    `core ${name.core}`,
    ...(localPart === undefined ? [] : [`local ${localPart}`]),
    ...name.words.map((word) => `word ${word}`),
    ...[...values.keys()].map((value) => `value ${value}`),
    ...[...users].map((user) => `user ${user}`),
  ];
}

function indexOf(all: readonly Features[]): ReadonlyMap<string, readonly Features[]> {
  const index = new Map<string, Features[]>();
  for (const features of all)
    for (const text of featureTexts(features)) {
      const known = index.get(text);
      if (known === undefined) index.set(text, [features]);
      else known.push(features);
    }
  return index;
}

function nearBy(index: ReadonlyMap<string, readonly Features[]>, text: string): readonly Features[] {
  const found = index.get(text) ?? [];
  return found.length > common ? [] : found;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
