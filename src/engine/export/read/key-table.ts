import type { ObjectNumber } from './object-index.ts';

/** Objects by their key, in eight bytes for each. */
export interface KeyTable {
  readonly find: (text: string) => readonly ObjectNumber[];
  /** True when another object has the same key. */
  readonly isShared: (object: ObjectNumber) => boolean;
}

/** A key's hash and the object's number together are one exact number: 2^30 hashes, 2^23 objects. */
const objectsPerHash = 2 ** 23;

/** A table of these objects by the text of their keys; objects without a text are left out. Texts are asked for again. */
export function createKeyTable(
  objects: Iterable<ObjectNumber>,
  textOf: (object: ObjectNumber) => string | undefined,
): KeyTable {
  const found: number[] = [];
  for (const object of objects) {
    const text = textOf(object);
    if (text !== undefined) found.push(hashOf(text) * objectsPerHash + object);
  }
  const rows = Float64Array.from(found).sort();
  const find = (text: string): readonly ObjectNumber[] => {
    const hash = hashOf(text);
    const same: ObjectNumber[] = [];
    for (let row = firstFrom(rows, hash * objectsPerHash); hashIn(rows, row) === hash; row += 1) {
      const object = (rows[row] ?? 0) % objectsPerHash;
      if (textOf(object) === text) same.push(object);
    }
    return same;
  };
  const shared = new Set<ObjectNumber>();
  for (let row = 1; row < rows.length; row += 1) {
    if (hashIn(rows, row) !== hashIn(rows, row - 1)) continue;
    const same = find(textOf((rows[row] ?? 0) % objectsPerHash) ?? '');
    if (same.length > 1) for (const object of same) shared.add(object);
  }
  return { find, isShared: (object) => shared.has(object) };
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
  return value === undefined ? undefined : Math.floor(value / objectsPerHash);
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
