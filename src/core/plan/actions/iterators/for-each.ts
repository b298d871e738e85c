import type { ForEachAction } from '../../../changeset/action.ts';
import { evaluateCondition } from '../../../expression/evaluate.ts';
import { interpolate } from '../../../expression/interpolation.ts';
import type { JsonObject } from '../../../json/json.ts';
import { parseAddress } from '../../../resource/address.ts';
import { computeValues, setValues } from '../../values/set-values.ts';
import { addressOf } from '../../world/label.ts';
import { incompleteBecause, objectsOfType } from '../../world/listing.ts';
import { viewOf } from '../../world/object-view.ts';
import { keyOf } from '../../world/projected-object.ts';
import { inRound } from '../../world/rounds.ts';
import { scopeOf } from '../../world/scope.ts';
import { note, report, type ProjectedObject, type World } from '../../world/world.ts';
import { deleteObject } from '../delete.ts';
import { conditionPlace, placeIn } from '../../../diagnostic/place-in.ts';
import { renameObject } from '../rename.ts';
import { textOf } from '../target.ts';
import { isExpected } from './expected-count.ts';
import { spendRound } from './spend-round.ts';

interface Match {
  readonly object: ProjectedObject;
  readonly address: string;
  /** As expressions saw it when it matched. */
  readonly view: JsonObject;
}

/** What a match gets, settled before the first one changes. */
interface Wanted {
  readonly match: Match;
  readonly set?: JsonObject | undefined;
  readonly rename?: string | undefined;
}

/**
 * Does what the action says to every matching object. Which match, and what they get, is computed before the first one
 * changes, so order plays no part in it; the actions inside see what earlier rounds did.
 */
export function applyForEach(world: World, action: ForEachAction, index: number, applyInner: () => void): void {
  const descriptor = world.input.catalogue.find(action.type);
  if (descriptor === undefined) {
    report(world, 'SB1001', `"${action.type}" is not a type Signalbox knows.`, { source: action.source });
    return;
  }
  const matches = findMatches(world, action, objectsOfType(world, descriptor));
  if (world.missing.size > 0) return;
  const unseen = incompleteBecause(world, descriptor);
  if (unseen !== undefined)
    note(
      world,
      'warning',
      'SB1007',
      `There may be more ${action.type} than the ${matches.length} that match: ${unseen}.`,
    );
  world.matches.push({
    action: index,
    type: action.type,
    matched: matches.map(({ object, address }) => ({ address, handle: object.handle })),
  });
  if (!isExpected(world, action, { count: matches.length, what: `objects of ${action.type}`, min: 1 })) return;
  for (const wanted of matches.map((match) => settle(world, action, { match, index })))
    perform(world, action, { wanted, index, applyInner });
}

function findMatches(world: World, action: ForEachAction, objects: readonly ProjectedObject[]): readonly Match[] {
  const where = conditionPlace(action, '/where');
  const matches: Match[] = [];
  // Nothing changes while it is asked who matches, so what all of them see is put together once.
  const scope = scopeOf(world);
  for (const object of objects) {
    const view = viewOf(world, object);
    const seen = { ...scope, variables: { ...scope.variables, [action.as]: view } };
    if (action.where !== undefined && !evaluateCondition(action.where, seen, where)) continue;
    matches.push({ object, address: addressOf(world, object), view });
  }
  return matches.sort((left, right) => (left.address < right.address ? -1 : 1));
}

function settle(
  world: World,
  action: ForEachAction,
  { match, index }: { readonly match: Match; readonly index: number },
): Wanted {
  if (action.set === undefined && action.rename === undefined) return { match };
  const scope = scopeOf(world, { [action.as]: match.view });
  const set =
    action.set === undefined
      ? undefined
      : computeValues(world, action.set, {
          action: index,
          address: match.address,
          scope,
          place: placeIn(action, '/set'),
        });
  if (action.rename === undefined) return { match, set };
  const path = [match.object.descriptor.key.fields.at(-1) ?? ''];
  const rename = interpolate(action.rename, scope, placeIn(action, '/rename'), (_, expression, value) => {
    world.values.push({ action: index, address: match.address, path, expression, value });
  });
  return { match, set, rename: textOf(rename) };
}

function perform(
  world: World,
  action: ForEachAction,
  round: { readonly wanted: Wanted; readonly index: number; readonly applyInner: () => void },
): void {
  const { match, set, rename } = round.wanted;
  const { object } = match;
  const by = { action: round.index, source: action.source };
  // An earlier round may have taken it away.
  if (!object.exists) return;
  if (set !== undefined) setValues(world, object, { ...by, layers: [set] });
  if (rename !== undefined) renameMatch(world, match, { ...by, name: rename });
  if (action.do !== undefined) {
    spendRound(world, action);
    const variables = new Map([[action.as, viewOf(world, object)]]);
    inRound(world, { variables, type: action.type }, round.applyInner);
  }
  if (action.delete === true && object.exists) deleteObject(world, object, by);
}

function renameMatch(
  world: World,
  { object, address }: Match,
  by: { readonly action: number; readonly source: ForEachAction['source']; readonly name: string },
): void {
  const type = object.descriptor.type;
  const key = keyOf(world, object) ?? parseAddress(address)?.key ?? [];
  if (key.at(-1) === by.name) return;
  const goal = { type, key: [...key.slice(0, -1), by.name] };
  renameObject(world, object, { ...by, address: { type, key }, goal });
}
