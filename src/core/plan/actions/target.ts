import type { Action, Target } from '../../changeset/action.ts';
import { pointerPart } from '../../diagnostic/text-place.ts';
import { interpolate } from '../../expression/interpolation.ts';
import type { Json } from '../../json/json.ts';
import type { Address } from '../../resource/address.ts';
import { mapHere } from '../world/map-here.ts';
import { scopeOf } from '../world/scope.ts';
import type { World } from '../world/world.ts';
import { placeIn } from '../../diagnostic/place-in.ts';

/** The address that an action's target means here: its expressions computed, the environment's mappings applied. */
export function targetAddress(world: World, action: Action & { readonly target: Target }): Address {
  const { type, key } = action.target;
  if (!key.some((part) => part.includes('${'))) return mapHere(world, { type, key });
  const scope = scopeOf(world);
  const computed = key.map((part, index) =>
    textOf(interpolate(part, scope, placeIn(action, `/target/key${pointerPart(index)}`))),
  );
  return mapHere(world, { type, key: computed });
}

/** A computed name as text. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
