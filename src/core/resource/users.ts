import { toDocument } from './canonical-form.ts';
import type { Catalogue, ResourceDescriptor } from './descriptor.ts';
import type { LiveObject } from './live-object.ts';
import { referencesIn } from './reference.ts';

/** Where objects that refer to one of a type can be. */
export interface UserSearch {
  /** Types to list whole, sorted by name. */
  readonly types: readonly ResourceDescriptor[];
  /** Types that are only listed one parent at a time, which a search leaves out. Parts of the object itself are none. */
  readonly left: readonly string[];
}

/** What a search did not look into, in words. */
export const unsearched = {
  part: (type: string): string => `${type} (one request per parent)`,
  hidden: (type: string): string => `${type} (not all visible)`,
  tracking: (noun: string): string => `the platform's own record of who uses a ${noun}`,
} as const;

/** Where to look for users of objects of a type. */
export function searchForUsers(catalogue: Catalogue, target: ResourceDescriptor): UserSearch {
  const able = catalogue.types
    .flatMap((type) => catalogue.find(type) ?? [])
    .filter((descriptor) => canReferTo(descriptor, target.type));
  return {
    types: able.filter(({ shape }) => shape.kind === 'object'),
    left: able
      .filter(({ shape }) => shape.kind !== 'object' && shape.parentType !== target.type)
      .map(({ type }) => type),
  };
}

/** True when the live object refers to the other one. */
export function refersTo(
  descriptor: ResourceDescriptor,
  live: LiveObject,
  target: { readonly type: string; readonly id: string },
): boolean {
  if (!JSON.stringify(live.body).includes(target.id)) return false;
  return referencesIn(toDocument(descriptor, live)).some(
    ({ $handle, $type }) => $handle === target.id && $type === target.type,
  );
}

function canReferTo(descriptor: ResourceDescriptor, type: string): boolean {
  return descriptor.references.some((rule) =>
    typeof rule.type === 'string' ? rule.type === type : Object.values(rule.type.types).includes(type),
  );
}
