import type { ExpressionScope } from '../../expression/scope.ts';
import type { Json } from '../../json/json.ts';
import { comparableKey } from '../../resource/key.ts';
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
      env: { name: environment.name, values: environment.values },
      now: asOf,
      ...Object.fromEntries(world.variables),
      ...extra,
    },
    resources: (type) => resourcesOf(world, type),
    ref: (type, name) => {
      const descriptor = world.input.catalogue.find(type);
      if (descriptor === undefined) return undefined;
      const [object] = objectsByKey(world, descriptor, comparableKey(descriptor.key, [name]));
      return object === undefined ? undefined : viewOf(world, object);
    },
  };
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
