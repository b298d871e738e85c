import type { CelList, CelValue } from '@bufbuild/cel';

// The library marks its lists with this registered symbol.
const listMark = Symbol.for('@bufbuild/cel/list');

/**
 * A list over an array that it may share with shorter lists. Appending to the longest one adds in place, so that
 * building a list element by element (`map`, `filter`) takes linear time and no stack, where the library's own
 * concatenation nests one level per element.
 */
class FlatList<Item> {
  readonly [listMark] = {};
  readonly size: number;
  readonly items: Item[];
  readonly convert: (item: Item) => CelValue;

  constructor(items: Item[], size: number, convert: (item: Item) => CelValue) {
    this.items = items;
    this.size = size;
    this.convert = convert;
  }

  get(index: number): CelValue | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.size) return undefined;
    return this.convert(this.items[index] as Item);
  }

  *values(): Generator<CelValue> {
    for (let index = 0; index < this.size; index += 1) yield this.convert(this.items[index] as Item);
  }

  [Symbol.iterator](): Generator<CelValue> {
    return this.values();
  }
}

/** A list whose elements are converted when they are looked at. The array is never changed. */
export function listOf<Item>(items: readonly Item[], convert: (item: Item) => CelValue): CelList {
  // Safe to share: only `concatenate` appends, and only to arrays it made itself (their `convert` is `itself`).
  return new FlatList(items as Item[], items.length, convert) as unknown as CelList;
}

/** All elements of both lists, in order. */
export function concatenate(left: CelList, right: CelList): CelList {
  const owned = left instanceof FlatList && left.convert === itself && left.items.length === left.size;
  const items: CelValue[] = owned ? (left.items as CelValue[]) : [...left];
  for (const item of right) items.push(item);
  return new FlatList(items, left.size + right.size, itself) as unknown as CelList;
}

function itself(item: CelValue): CelValue {
  return item;
}
