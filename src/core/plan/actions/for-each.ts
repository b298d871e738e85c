import type { ForEachAction } from '../../changeset/changeset.ts';
import { evaluateCondition } from '../../expression/evaluate.ts';
import { addressOf } from '../world/label.ts';
import { incompleteBecause, objectsOfType } from '../world/listing.ts';
import { viewOf } from '../world/object-view.ts';
import { scopeOf } from '../world/scope.ts';
import { note, report, type ProjectedObject, type World } from '../world/world.ts';
import { computeValues, setValues } from './set-values.ts';

/** Changes every matching object. All values are computed before the first is set, so order plays no part. */
export function applyForEach(world: World, action: ForEachAction, index: number): void {
  const descriptor = world.input.catalogue.find(action.type);
  if (descriptor === undefined) {
    report(world, 'SB1001', `"${action.type}" is not a type Signalbox knows.`, { source: action.source });
    return;
  }
  const matched = objectsOfType(world, descriptor)
    .map((object) => ({ object, address: addressOf(world, object) }))
    .toSorted((left, right) => (left.address < right.address ? -1 : 1))
    .filter(({ object }) => isMatch(world, action, object));
  if (world.missing.size > 0) return;
  const unseen = incompleteBecause(world, descriptor);
  if (unseen !== undefined)
    note(
      world,
      'warning',
      'SB1007',
      `There may be more ${action.type} than the ${matched.length} that match: ${unseen}.`,
    );
  world.matches.push({
    action: index,
    type: action.type,
    matched: matched.map(({ object, address }) => ({ address, handle: object.handle })),
  });
  if (!isExpected(world, action, matched.length)) return;
  const wanted = matched.map(({ object, address }) => {
    const scope = scopeOf(world, { [action.as]: viewOf(world, object) });
    return {
      object,
      values: computeValues(world, action.set, { action: index, source: action.source, address, scope }),
    };
  });
  for (const { object, values } of wanted)
    setValues(world, object, { action: index, source: action.source, layers: [values] });
}

function isMatch(world: World, action: ForEachAction, object: ProjectedObject): boolean {
  if (action.where === undefined) return true;
  return evaluateCondition(action.where, scopeOf(world, { [action.as]: viewOf(world, object) }), action.source);
}

function isExpected(world: World, action: ForEachAction, count: number): boolean {
  const min = action.expect?.min ?? 1;
  const max = action.expect?.max;
  if (count >= min && (max === undefined || count <= max)) return true;
  const wanted = max === undefined ? `at least ${min}` : `${min} to ${max}`;
  report(world, 'SB1008', `${count} objects of ${action.type} match; ${wanted} expected.`, { source: action.source });
  return false;
}
