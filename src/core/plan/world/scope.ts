import type { ExpressionScope } from '../../expression/scope.ts';
import type { Json } from '../../json/json.ts';
import { parseAddress } from '../../resource/address.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import { comparableKey } from '../../resource/key.ts';
import { mapHere } from './map-here.ts';
import { addressOf } from './label.ts';
import { objectsByKey, objectsOfType } from './listing.ts';
import { viewOf } from './object-view.ts';
import type { World } from './world.ts';

/** What expressions see now: inputs, environment values, earlier `let` variables and the projected organisation. */
export function scopeOf(world: World, extra: Readonly<Record<string, Json>> = {}): ExpressionScope {
  const { environment, artifact, asOf } = world.input;
  return {
    budget: world.budget,
    variables: {
      inputs: artifact.changeset.inputs,
      env: { name: environment.name, organisationId: environment.organisationId, values: environment.values },
      now: asOf,
      ...Object.fromEntries(world.variables),
      ...Object.assign({}, ...world.rounds.map(({ variables }) => Object.fromEntries(variables))),
      ...extra,
    },
    resources: (type) => resourcesOf(world, type),
    ref: (type, name) => {
      const descriptor = world.input.catalogue.find(type);
      if (descriptor === undefined) return undefined;
      const named = { type, key: keyOfName(descriptor, name) };
      const { key } = mapHere(world, named);
      const [object] = objectsByKey(world, descriptor, comparableKey(descriptor.key, key));
      return object === undefined ? undefined : viewOf(world, object);
    },
  };
}

/** A composite key is written as in an address (`inqueuecall/VIP hold`); a simple one is taken as it is. */
function keyOfName(descriptor: ResourceDescriptor, name: string): readonly string[] {
  const isSimple = descriptor.key.fields.length === 1;
  return (isSimple ? undefined : parseAddress(`${descriptor.type}/${name}`)?.key) ?? [name];
}

/** Kept until the world changes: an expression inside an iterator asks for the same objects again and again. */
function resourcesOf(world: World, type: string): readonly Json[] {
  const descriptor = world.input.catalogue.find(type);
  if (descriptor === undefined) return [];
  const objects = objectsOfType(world, descriptor);
  const known = world.views.get(type);
  if (known?.generation === world.generation) return known.seen;
  const named = objects.map((object) => ({ address: addressOf(world, object), object }));
  named.sort((left, right) => (left.address < right.address ? -1 : left.address > right.address ? 1 : 0));
  const seen = named.map(({ object }) => viewOf(world, object));
  world.views.set(type, { generation: world.generation, seen });
  return seen;
}
