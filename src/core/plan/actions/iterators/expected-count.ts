import type { ForEachAction, ForEachValueAction } from '../../../changeset/action.ts';
import { interpolate } from '../../../expression/interpolation.ts';
import { scopeOf } from '../../world/scope.ts';
import { report, type World } from '../../world/world.ts';
import { placeIn } from '../../../diagnostic/place-in.ts';

/** True when so many matches are right; reports when they are not, or when `expect` gives no number. */
export function isExpected(
  world: World,
  action: ForEachAction | ForEachValueAction,
  matched: { readonly count: number; readonly what: string; readonly min: number },
): boolean {
  const min = limitOf(world, action, 'min') ?? matched.min;
  const max = limitOf(world, action, 'max');
  if (min === 'wrong' || max === 'wrong') return false;
  if (matched.count >= min && (max === undefined || matched.count <= max)) return true;
  const wanted = max === undefined ? `at least ${min}` : `${min} to ${max}`;
  report(world, 'SB1008', `${matched.count} ${matched.what} match; ${wanted} expected.`, { source: action.source });
  return false;
}

function limitOf(
  world: World,
  action: ForEachAction | ForEachValueAction,
  name: 'min' | 'max',
): number | 'wrong' | undefined {
  const given = action.expect?.[name];
  if (given === undefined || typeof given === 'number') return given;
  const value = interpolate(given, scopeOf(world), placeIn(action, `/expect/${name}`));
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  report(world, 'SB1008', `expect.${name} gives ${JSON.stringify(value)}, which is no whole number from 0 on.`, {
    source: action.source,
  });
  return 'wrong';
}
