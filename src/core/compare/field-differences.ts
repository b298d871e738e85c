import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import type { FieldPath } from '../json/path.ts';
import { isSameField, withDefaults } from '../resource/canonical-form.ts';
import type { ResourceDescriptor } from '../resource/descriptor.ts';
import { isLeaf } from '../resource/reference.ts';

/** A field with both its values. */
export interface FieldPair {
  readonly path: FieldPath;
  readonly left?: Json | undefined;
  readonly right?: Json | undefined;
}

/**
 * The innermost fields in which two documents of a type differ, sorted by name; defaults are filled in, unordered lists
 * have no order, and absent, `null` and empty are one. Lists are one value. The fields of the key are left out.
 */
export function fieldDifferences(
  descriptor: ResourceDescriptor,
  left: JsonObject,
  right: JsonObject,
): readonly FieldPair[] {
  const sides = [left, right].map((document) => withDefaults(descriptor, document));
  return differences(descriptor, [], sides[0], sides[1]).filter(
    ({ path }) => !descriptor.key.fields.includes(path[0] ?? ''),
  );
}

function differences(
  descriptor: ResourceDescriptor,
  path: FieldPath,
  left: Json | undefined,
  right: Json | undefined,
): readonly FieldPair[] {
  if (left === right) return [];
  if (isBranch(left) && isBranch(right)) {
    const names = [...new Set([...Object.keys(left), ...Object.keys(right)])].toSorted();
    return names.flatMap((name) => differences(descriptor, [...path, name], left[name], right[name]));
  }
  if (isSameField(descriptor, path, left, right)) return [];
  const one = isBranch(left) ? left : isBranch(right) ? right : undefined;
  const other = one === left ? right : left;
  if (one === undefined || Object.keys(one).length === 0 || (other ?? null) !== null)
    return [{ path, ...(left === undefined ? {} : { left }), ...(right === undefined ? {} : { right }) }];
  const empty: JsonObject = {};
  return one === left ? differences(descriptor, path, one, empty) : differences(descriptor, path, empty, one);
}

function isBranch(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && !isLeaf(value);
}
