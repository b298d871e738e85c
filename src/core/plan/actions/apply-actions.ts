import { innerActions, type Action } from '../../changeset/action.ts';
import { interpolate } from '../../expression/interpolation.ts';
import { readNamesBehindReferences } from '../world/reference-names.ts';
import { setVariable, roundTypes } from '../world/rounds.ts';
import { scopeOf } from '../world/scope.ts';
import type { World } from '../world/world.ts';
import { applyDelete } from './delete.ts';
import { applyForEach } from './iterators/for-each.ts';
import { applyForEachValue } from './iterators/for-each-value.ts';
import { placeIn } from '../../diagnostic/place-in.ts';
import { expressionsOf } from './reads/expressions.ts';
import { isForOne, isPromotion } from '../checks/portability.ts';
import { applyRename } from './rename.ts';
import { applies, noteSkipped } from './skip.ts';
import { applyWrite } from './write.ts';

/** Applies the actions in order; each sees the organisation as the earlier ones leave it. */
export function applyActions(world: World): void {
  world.travels = isPromotion(world);
  world.input.artifact.changeset.actions.forEach((action, index) => applyAction(world, action, index));
  noteSkipped(world);
}

/** Applies one action unless it does not apply here. Actions inside an iterator have the index of the outermost one. */
function applyAction(world: World, action: Action, index: number): void {
  readNames(world, action);
  if (!applies(world, action)) return;
  const { travels } = world;
  world.travels = travels && !isForOne(action);
  applyToWorld(world, action, index);
  world.travels = travels;
}

function applyToWorld(world: World, action: Action, index: number): void {
  switch (action.kind) {
    case 'ensure':
    case 'create':
    case 'update':
      return applyWrite(world, action, index);
    case 'delete':
      return applyDelete(world, action, index);
    case 'rename':
      return applyRename(world, action, index);
    case 'forEach':
      return applyForEach(world, action, index, () => applyInner(world, action, index));
    case 'forEachValue':
      return applyForEachValue(world, action, () => applyInner(world, action, index));
    case 'let':
      return setVariable(world, action.name, interpolate(action.value, scopeOf(world), placeIn(action, '/value')));
    default:
      action satisfies never;
  }
}

function applyInner(world: World, action: Action, index: number): void {
  for (const inner of innerActions(action)) applyAction(world, inner, index);
}

/** Once for each action: what it reads does not depend on the round. */
function readNames(world: World, action: Action): void {
  if (world.named.has(action)) return;
  world.named.add(action);
  readNamesBehindReferences(world, {
    expressions: expressionsOf(action),
    source: action.source,
    iteratorTypes: [...roundTypes(world), ...(action.kind === 'forEach' ? [action.type] : [])],
  });
}
