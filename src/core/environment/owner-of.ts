import { matchesGlob } from '../plan/world/object-view.ts';
import type { OwnershipRule } from './environment.ts';

/** An object as ownership rules see it. */
export interface OwnedObject {
  readonly type: string;
  /** Key parts, parent first. */
  readonly key: readonly string[];
  /** Name of its division, where it has one. */
  readonly division?: string | undefined;
}

/**
 * Who owns the object as a whole: the owner of the first rule that fits, rules over single fields left out. Undefined
 * where no rule fits.
 */
export function ownerOf(rules: readonly OwnershipRule[], object: OwnedObject): OwnershipRule['owner'] | undefined {
  return rules.find(
    ({ type, name, division, field }) =>
      field === undefined &&
      (type === undefined || matchesGlob(type, object.type)) &&
      (name === undefined || matchesGlob(name, object.key[0] ?? '')) &&
      (division === undefined || division === object.division),
  )?.owner;
}
