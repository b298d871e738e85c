import { toDocument } from './canonical-form.ts';
import type { Catalogue, ResourceDescriptor } from './descriptor.ts';
import type { JsonObject } from '../json/json.ts';
import type { LiveObject } from './live-object.ts';
import { referencesIn } from './reference.ts';

/** Where objects that refer to one of a type can be. */
export interface UserSearch {
  /** Types to list whole, sorted by name. */
  readonly types: readonly ResourceDescriptor[];
  /** Types that are only listed one parent at a time, which a search leaves out. Parts of the object itself are none. */
  readonly left: readonly string[];
}

/** The object that others refer to, by its live id or its handle. */
interface Target {
  readonly type: string;
  readonly id: string;
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

/** True when the document refers to the object so that this can not be deleted. */
export function holds({ goesWith = [] }: ResourceDescriptor, document: JsonObject, target: Target): boolean {
  const fields = Object.entries(document).filter(([name]) => !goesWith.includes(name));
  return isMentioned(Object.fromEntries(fields), target);
}

/** True when the platform removes the object of this document together with the other one. */
export function goesWith(descriptor: ResourceDescriptor, document: JsonObject, target: Target): boolean {
  return isMentioned(document, target) && !holds(descriptor, document, target);
}

/** True when the live object refers to the other one so that this can not be deleted. */
export function refersTo(descriptor: ResourceDescriptor, live: LiveObject, target: Target): boolean {
  return JSON.stringify(live.body).includes(target.id) && holds(descriptor, toDocument(descriptor, live), target);
}

function isMentioned(document: JsonObject, target: Target): boolean {
  return referencesIn(document).some(({ $handle, $type }) => $handle === target.id && $type === target.type);
}

function canReferTo(descriptor: ResourceDescriptor, type: string): boolean {
  return descriptor.references.some((rule) =>
    typeof rule.type === 'string' ? rule.type === type : Object.values(rule.type.types).includes(type),
  );
}
