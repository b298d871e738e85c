import { ensureListed, objectsOfType } from '../../../plan/world/listing.ts';
import { beforeOf } from '../../../plan/world/projected-object.ts';
import type { ProjectedObject, World } from '../../../plan/world/world.ts';
import { referencesIn } from '../../../resource/reference.ts';

/** How many people the platform counts in the queue now, groups included; 0 for a new one. */
export function membersOfQueue({ live }: ProjectedObject): number {
  const count = live?.body['memberCount'] ?? live?.body['joinedMemberCount'];
  return typeof count === 'number' ? count : 0;
}

/** Existing objects of a type; the type is read when it was not. None for a type that the catalogue does not have. */
export function listed(world: World, type: string): readonly ProjectedObject[] {
  const descriptor = world.input.catalogue.find(type);
  if (descriptor === undefined) return [];
  ensureListed(world, descriptor);
  return objectsOfType(world, descriptor);
}

/** True when the object refers to the target in the organisation as it is. */
export function refersTo(user: ProjectedObject, target: ProjectedObject): boolean {
  return referencesIn(beforeOf(user)).some(
    ({ $type, $handle }) => $type === target.descriptor.type && $handle === target.handle,
  );
}
