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
    variables: {
      inputs: artifact.changeset.inputs,
      env: { name: environment.name, values: environment.values },
      now: asOf,
      ...Object.fromEntries(world.variables),
      ...extra,
    },
    resources: (type) => {
      const descriptor = world.input.catalogue.find(type);
      if (descriptor === undefined) return [];
      const seen = objectsOfType(world, descriptor).map((object) => ({ address: addressOf(world, object), object }));
      seen.sort((left, right) => (left.address < right.address ? -1 : left.address > right.address ? 1 : 0));
      return seen.map(({ object }) => viewOf(world, object));
    },
    ref: (type, name) => {
      const descriptor = world.input.catalogue.find(type);
      if (descriptor === undefined) return undefined;
      const [object] = objectsByKey(world, descriptor, comparableKey(descriptor.key, [name]));
      return object === undefined ? undefined : viewOf(world, object);
    },
  };
}
