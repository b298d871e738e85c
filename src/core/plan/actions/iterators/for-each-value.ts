import type { ForEachValueAction } from '../../../changeset/action.ts';
import { evaluateCondition } from '../../../expression/evaluate.ts';
import { interpolate } from '../../../expression/interpolation.ts';
import { isJsonArray } from '../../../json/json.ts';
import { inRound } from '../../world/rounds.ts';
import { scopeOf } from '../../world/scope.ts';
import { report, type World } from '../../world/world.ts';
import { conditionPlace, placeIn } from '../../../diagnostic/place-in.ts';
import { isExpected } from './expected-count.ts';
import { spendRound } from './spend-round.ts';

/** Applies the actions inside for every value of the list that fits; which do is settled before the first round. */
export function applyForEachValue(world: World, action: ForEachValueAction, applyInner: () => void): void {
  const list = interpolate(action.in, scopeOf(world), placeIn(action, '/in'));
  if (!isJsonArray(list)) {
    report(world, 'SB1039', `forEach in: gives ${JSON.stringify(list).slice(0, 200)}, which is no list.`, {
      source: action.source,
    });
    return;
  }
  const where = conditionPlace(action, '/where');
  const values = list.filter(
    (value) =>
      action.where === undefined || evaluateCondition(action.where, scopeOf(world, { [action.as]: value }), where),
  );
  if (!isExpected(world, action, { count: values.length, what: `values of ${action.as}`, min: 0 })) return;
  for (const value of values) {
    spendRound(world, action);
    inRound(world, { variables: new Map([[action.as, value]]) }, applyInner);
  }
}
