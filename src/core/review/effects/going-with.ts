import type { Step } from '../../plan/plan.ts';
import { addressOf } from '../../plan/world/label.ts';
import { findObject } from '../../plan/world/listing.ts';
import { documentOf } from '../../plan/world/projected-object.ts';
import type { ProjectedObject, World } from '../../plan/world/world.ts';
import type { Catalogue, ResourceDescriptor } from '../../resource/descriptor.ts';
import { goesWith } from '../../resource/users.ts';
import type { BareEffect } from './side-effects.ts';

/** More objects of one type than this are told by their number. */
const mostNamed = 10;

/** What goes with a deleted object: parts, parts of parts, and what the platform made together with it. */
export function goingWith(
  world: World,
  descriptor: ResourceDescriptor,
  step: Extract<Step, { kind: 'delete' }>,
): readonly BareEffect[] {
  const parts = partTypesOf(world.input.catalogue, descriptor.type).flatMap((part) =>
    effectsFor(part, partsUnder(world, part, step)),
  );
  return [...parts, ...madeWith(world, descriptor, step)];
}

function effectsFor(part: ResourceDescriptor, known: readonly string[]): readonly BareEffect[] {
  const kind = 'goes-with' as const;
  if (known.length === 0) return [{ kind, text: `Whatever it has of ${part.type} goes with it.` }];
  if (known.length > mostNamed) return [{ kind, text: `${known.length} of ${part.type} go with it.` }];
  return known.map((address) => ({ kind, address, text: `${address} goes with it.` }));
}

/** Types that hang under the type, and under those in turn. Read-only ones as well: they go all the same. */
function partTypesOf(catalogue: Catalogue, type: string): readonly ResourceDescriptor[] {
  return catalogue.types.flatMap((name) => {
    const part = catalogue.find(name);
    if (part === undefined || part.shape.kind === 'object' || part.shape.parentType !== type) return [];
    return [part, ...partTypesOf(catalogue, name)];
  });
}

/** Addresses of the parts that were read; a deletion reads them only where something else asked for them. */
function partsUnder(
  world: World,
  part: ResourceDescriptor,
  step: Extract<Step, { kind: 'delete' }>,
): readonly string[] {
  const top = findObject(world, step.type, step.handle);
  const isUnder = (object: ProjectedObject | undefined): boolean =>
    object !== undefined && (object === top || isUnder(object.parent));
  return [...(world.objects.get(part.type)?.values() ?? [])]
    .filter((object) => object.live !== undefined && isUnder(object.parent))
    .map((object) => addressOf(world, object))
    .toSorted();
}

function madeWith(
  world: World,
  descriptor: ResourceDescriptor,
  step: Extract<Step, { kind: 'delete' }>,
): readonly BareEffect[] {
  const target = { type: descriptor.type, id: step.handle };
  return world.input.catalogue.types.flatMap((type) => {
    const other = world.input.catalogue.find(type);
    if (other?.goesWith === undefined) return [];
    return [...(world.objects.get(type)?.values() ?? [])]
      .filter((object) => object.exists && goesWith(other, documentOf(object), target))
      .map((object) => addressOf(world, object))
      .toSorted()
      .map((address) => ({
        kind: 'goes-with' as const,
        address,
        text: `The platform removes ${address}, which it made together with it.`,
      }));
  });
}
