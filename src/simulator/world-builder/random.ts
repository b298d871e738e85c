import { createHash } from 'node:crypto';

/** Numbers that look random and depend on a seed only. */
export type Random = {
  /** From 0 up to, but without, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, but without, `end`. */
  readonly below: (end: number) => number;
  /** A member of a list that is not empty. */
  readonly of: <Item>(items: readonly Item[]) => Item;
  /** Up to `count` different members, in an order of their own. */
  readonly some: <Item>(items: readonly Item[], count: number) => readonly Item[];
  readonly chance: (probability: number) => boolean;
};

/** A source at the start of its sequence (mulberry32 over a digest of the seed). */
export function createRandom(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  const of = <Item>(items: readonly Item[]): Item => {
    const index = below(items.length);
    if (index >= items.length) throw new RangeError('nothing to choose from');
    return items[index] as Item;
  };
  const some = <Item>(items: readonly Item[], count: number): readonly Item[] => {
    const chosen = new Set<Item>();
    const wanted = Math.min(count, items.length);
    for (let tries = 0; chosen.size < wanted && tries < wanted * 8; tries += 1) chosen.add(of(items));
    return [...chosen];
  };
  return { next, below, of, some, chance: (probability) => next() < probability };
}
