/** Which numbers stand for a text, in eight bytes for each. Numbers stand for texts that lie elsewhere. */
export interface TextTable {
  /** The numbers of a text, ascending. */
  readonly find: (text: string) => readonly number[];
  /** True when another number stands for the same text. */
  readonly isShared: (number: number) => boolean;
}

/** A text's hash and its number together are one exact number: 2^30 hashes, 2^23 numbers. */
const numbersPerHash = 2 ** 23;

/**
 * A table of numbers below 2^23 by their texts, which it does not hold; numbers without a text are left out. `textOf` is
 * asked again for those that may be meant.
 */
export function createTextTable(
  texts: Iterable<readonly [number: number, text: string | undefined]>,
  textOf: (number: number) => string | undefined,
): TextTable {
  const found: number[] = [];
  for (const [number, text] of texts) if (text !== undefined) found.push(hashOf(text) * numbersPerHash + number);
  const rows = Float64Array.from(found).sort();
  const numberIn = (row: number): number => (rows[row] ?? 0) % numbersPerHash;
  const find = (text: string): readonly number[] => {
    const hash = hashOf(text);
    const same: number[] = [];
    for (let row = firstFrom(rows, hash * numbersPerHash); hashIn(rows, row) === hash; row += 1)
      if (textOf(numberIn(row)) === text) same.push(numberIn(row));
    return same;
  };
  const shared = new Set<number>();
  for (let row = 1; row < rows.length; row += 1) {
    if (hashIn(rows, row) !== hashIn(rows, row - 1)) continue;
    const same = find(textOf(numberIn(row)) ?? '');
    if (same.length > 1) for (const number of same) shared.add(number);
  }
  return { find, isShared: (number) => shared.has(number) };
}

/** FNV-1a over the code units, folded to 30 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash ^ (hash >>> 30)) & 0x3fffffff;
}

function hashIn(rows: Float64Array, row: number): number | undefined {
  const value = rows[row];
  return value === undefined ? undefined : Math.floor(value / numbersPerHash);
}

function firstFrom(rows: Float64Array, wanted: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
