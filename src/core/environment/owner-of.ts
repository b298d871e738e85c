import { matchesGlob } from '../text/glob.ts';
import type { OwnershipRule } from './environment.ts';
import { recordedName } from './recorded-name.ts';

/** An object as ownership rules see it. */
export interface OwnedObject {
  readonly type: string;
  /** Key parts, parent first. */
  readonly key: readonly string[];
  /** Its live id, where it has one. */
  readonly id?: string | undefined;
  /** Name of its division, where it has one. */
  readonly division?: string | undefined;
}

/**
 * Who owns the object as a whole: the owner of the first rule that fits, rules over single fields left out. Undefined
 * where no rule fits.
 */
export function ownerOf(rules: readonly OwnershipRule[], object: OwnedObject): OwnershipRule['owner'] | undefined {
  return rules.find(
    ({ type, name, division, field, objects }) =>
      field === undefined &&
      (objects === undefined || recordedName(objects, object.type, object.id ?? '') !== undefined) &&
      (type === undefined || matchesGlob(type, object.type)) &&
      (name === undefined || matchesGlob(name, object.key[0] ?? '')) &&
      (division === undefined || division === object.division),
  )?.owner;
}
