import type { Target } from '../../changeset/changeset.ts';
import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import { interpolate } from '../../expression/interpolation.ts';
import type { Address } from '../../resource/address.ts';
import { scopeOf } from '../world/scope.ts';
import type { World } from '../world/world.ts';

/** The address a target means once its expressions are computed. */
export function targetAddress(world: World, target: Target, source: SourceLocation): Address {
  const scope = scopeOf(world);
  return { type: target.type, key: target.key.map((part) => textOf(interpolate(part, scope, source))) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
