import type { Action } from '../../changeset/changeset.ts';
import { interpolate } from '../../expression/interpolation.ts';
import { scopeOf } from '../world/scope.ts';
import { readNamesBehindReferences } from '../world/reference-names.ts';
import type { World } from '../world/world.ts';
import { applyDelete } from './delete.ts';
import { applyEnsure } from './ensure.ts';
import { applyForEach } from './for-each.ts';
import { expressionsOf } from './relative.ts';
import { applyRename } from './rename.ts';

/** Applies the actions in order; each sees the organisation as the earlier ones leave it. */
export function applyActions(world: World): void {
  const { changeset } = world.input.artifact;
  changeset.actions.forEach((action, index) => {
    const only = action.environments;
    if (only !== undefined && !only.includes(world.input.environment.name)) return;
    readNamesBehindReferences(world, {
      expressions: expressionsOf(action),
      source: action.source,
      ...(action.kind === 'forEach' ? { iteratorType: action.type } : {}),
    });
    applyAction(world, action, index);
  });
}

function applyAction(world: World, action: Action, index: number): void {
  switch (action.kind) {
    case 'ensure':
      return applyEnsure(world, action, index);
    case 'delete':
      return applyDelete(world, action, index);
    case 'rename':
      return applyRename(world, action, index);
    case 'forEach':
      return applyForEach(world, action, index);
    case 'let':
      world.variables.set(action.name, interpolate(action.value, scopeOf(world), action.source));
      return;
    default:
      action satisfies never;
  }
}
