import { createHash } from 'node:crypto';

/** A repeatable sequence of ids; `seed` and `count` are its whole state. */
export type IdSource = {
  readonly seed: string;
  readonly next: () => string;
  readonly count: () => number;
  readonly resumeAt: (count: number) => void;
};

/** A UUID-shaped id that depends only on `text`. */
export function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Ids in an order that depends only on `seed`: the same seed gives the same ids in every run. */
export function createIdSource(seed: string): IdSource {
  let count = 0;
  return {
    seed,
    next: () => uuidFrom(`${seed}/${count++}`),
    count: () => count,
    resumeAt: (value) => {
      count = value;
    },
  };
}
