import { isJsonArray, type Json } from '../../json/json.ts';
import { beforeOf, documentOf } from '../../plan/world/projected-object.ts';
import type { ProjectedObject } from '../../plan/world/world.ts';

/** The first and the last number of a range, as people write them: `+43123456700`. */
export interface NumberRange {
  readonly first: string;
  readonly last: string;
}

/** The range that an object has, and the one that it will have. */
export function rangesOf(
  object: ProjectedObject,
  fields: { readonly first: string; readonly last: string },
): readonly NumberRange[] {
  return [beforeOf(object), documentOf(object)].flatMap((document) => {
    const [first, last] = [document[fields.first], document[fields.last]];
    return typeof first === 'string' && typeof last === 'string' ? [{ first, last }] : [];
  });
}

/** True when one of the numbers in the list lies in one of the ranges, ends included. */
export function isInAny(ranges: readonly NumberRange[], numbers: Json | undefined): boolean {
  if (!isJsonArray(numbers)) return false;
  return numbers.some(
    (number) =>
      typeof number === 'string' && ranges.some(({ first, last }) => !isBelow(number, first) && !isBelow(last, number)),
  );
}

/** Shorter numbers come first: they may be too long to count with. */
function isBelow(left: string, right: string): boolean {
  return left.length === right.length ? left < right : left.length < right.length;
}
