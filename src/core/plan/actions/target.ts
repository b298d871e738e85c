import type { Action, Target } from '../../changeset/action.ts';
import { pointerPart } from '../../diagnostic/text-place.ts';
import { interpolate } from '../../expression/interpolation.ts';
import type { Json } from '../../json/json.ts';
import type { Address } from '../../resource/address.ts';
import { scopeOf } from '../world/scope.ts';
import type { World } from '../world/world.ts';
import { placeIn } from '../../diagnostic/place-in.ts';

/** The address that an action's target means once its expressions are computed. */
export function targetAddress(world: World, action: Action & { readonly target: Target }): Address {
  const { type, key } = action.target;
  if (!key.some((part) => part.includes('${'))) return { type, key };
  const scope = scopeOf(world);
  return {
    type,
    key: key.map((part, index) =>
      textOf(interpolate(part, scope, placeIn(action, `/target/key${pointerPart(index)}`))),
    ),
  };
}

/** A computed name as text. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
