import { canonicalJson, formatPath, isJsonArray, isJsonObject, type Json } from '../../../core/index.ts';
import { isLeaf } from '../../../core/resource/index.ts';

/** How much two documents say the same. */
export interface Similarity {
  /** 0 (nothing) to 1 (all); two that say nothing are alike. */
  readonly share: number;
  /** How many values they have in common: two that say next to nothing are alike by chance. */
  readonly common: number;
}

/** How much two documents say the same, value by value; items of lists count one by one, in any order. */
export function compareDocuments(left: Json, right: Json): Similarity {
  const [one, other] = [valuesOf(left), valuesOf(right)];
  const known = new Map<string, number>();
  for (const value of one) known.set(value, (known.get(value) ?? 0) + 1);
  let common = 0;
  for (const value of other) {
    const left = known.get(value) ?? 0;
    if (left > 0) common += 1;
    known.set(value, left - 1);
  }
  const most = Math.max(one.length, other.length);
  return { share: most === 0 ? 1 : common / most, common };
}

/** 0 to 1: how alike two names are, letter case and punctuation aside. */
export function compareNames(left: string, right: string): number {
  const [one, other] = [pairsOf(left), pairsOf(right)];
  const total = one.length + other.length;
  if (total === 0) return left === right ? 1 : 0;
  const rest = [...other];
  const common = one.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / total;
}

/** The paths of all values with the values, in document order. */
function valuesOf(value: Json, path: readonly string[] = []): readonly string[] {
  if (isJsonArray(value)) return value.map((item) => `${formatPath(path)}[]=${canonicalJson(item)}`);
  if (!isJsonObject(value) || isLeaf(value)) return [`${formatPath(path)}=${canonicalJson(value)}`];
  return Object.entries(value).flatMap(([name, inner]) => valuesOf(inner, [...path, name]));
}

/** Neighbouring characters (Dice's coefficient), which long names share in part and short ones hardly. */
function pairsOf(name: string): readonly string[] {
  const text = [
    ...` ${name
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `,
  ];
  return text.slice(1).map((letter, index) => `${text[index] ?? ''}${letter}`);
}
