import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import { formatAddress, type Address } from '../../resource/address.ts';
import type { Portability, ResourceDescriptor } from '../../resource/descriptor.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { addressOf } from '../world/label.ts';
import { incompleteBecause, objectsOfType } from '../world/listing.ts';
import { report, type World } from '../world/world.ts';

/** Who refers to something, and where the author wrote it. */
export interface ReferencePlace {
  readonly user: string;
  readonly source: SourceLocation;
}

/** How the environment takes objects of the type to travel. */
function portabilityOf(world: World, { type, portability }: ResourceDescriptor): Portability {
  return world.input.environment.portability?.[type] ?? portability;
}

/** True when there are environments before this one and the changeset is not for one alone. */
export function isPromotion({ input }: World): boolean {
  return !isForOne(input.artifact.changeset) && (input.environment.earlierStages ?? []).length > 0;
}

/** True for what says that it is for one environment alone. */
export function isForOne({ environments }: { readonly environments?: readonly string[] | undefined }): boolean {
  return environments?.length === 1;
}

/** True when the object may come from an earlier environment; reports why not. */
export function mayTravel(
  world: World,
  descriptor: ResourceDescriptor,
  address: string,
  source: SourceLocation,
): boolean {
  if (!world.travels || portabilityOf(world, descriptor) !== 'environment') return true;
  report(
    world,
    'SB1050',
    `${address} belongs to one environment: every ${descriptor.noun} does, and this change comes from ${stages(world)}.`,
    { address, source },
  );
  return false;
}

/** True when a reference without a mapping may lead to this address; reports why not. */
export function mayPointAt(world: World, address: Address, { user, source }: ReferencePlace): boolean {
  const descriptor = world.input.catalogue.find(address.type);
  if (descriptor === undefined || !world.travels || portabilityOf(world, descriptor) !== 'environment') return true;
  const text = formatAddress(address);
  report(
    world,
    'SB1050',
    `${user} refers to ${text}, and no mapping of ${world.input.environment.name} says which ${descriptor.noun} that is here; this change comes from ${stages(world)}.`,
    { address: text, source },
  );
  return false;
}

/**
 * Says that what a reference stands for is not here, where its type stands for a counterpart in each environment. False,
 * and silent, for other types, while reads are missing, and where it may only be hidden.
 */
export function reportNoCounterpart(
  world: World,
  address: Address,
  { user, source, written }: ReferencePlace & { readonly written: string },
): boolean {
  const { environment, catalogue } = world.input;
  const descriptor = catalogue.find(address.type);
  if (descriptor === undefined || world.missing.size > 0 || (environment.earlierStages ?? []).length === 0)
    return false;
  if (portabilityOf(world, descriptor) !== 'mapped' || incompleteBecause(world, descriptor) !== undefined) return false;
  const text = formatAddress(address);
  const stands = text === written ? 'no mapping names it, and' : `it stands for ${text} here, but`;
  const near = nearestName(
    text,
    objectsOfType(world, descriptor).map((object) => addressOf(world, object)),
  );
  report(
    world,
    'SB1051',
    `${user} refers to ${written}: ${stands} ${environment.name} has no such ${descriptor.noun}.${near === undefined ? '' : ` The nearest name is ${near}.`}`,
    { address: text, source },
  );
  return true;
}

function stages({ input }: World): string {
  return (input.environment.earlierStages ?? []).join(', ');
}
