import type { Action } from '../../changeset/action.ts';
import { describeAction } from '../../changeset/describe-action.ts';
import { evaluateCondition } from '../../expression/evaluate.ts';
import { innerActions } from '../../changeset/action.ts';
import { scopeOf } from '../world/scope.ts';
import { noteAt, type World } from '../world/world.ts';
import { conditionPlace } from '../../diagnostic/place-in.ts';

/** True when the action is for this environment and its condition holds; notes it as skipped otherwise. */
export function applies(world: World, action: Action): boolean {
  const { name } = world.input.environment;
  const only = action.environments;
  if (only !== undefined && !only.includes(name)) {
    skip(world, action, only.length === 0 ? 'it is for no environment' : `it is for ${only.join(', ')}`);
    return false;
  }
  const { when } = action;
  if (when === undefined || evaluateCondition(when, scopeOf(world), conditionPlace(action, '/when'))) return true;
  skip(world, action, `its condition \`${when.replaceAll(/\s+/gu, ' ').trim()}\` is false`);
  return false;
}

function skip(world: World, action: Action, because: string): void {
  const known = world.skipped.get(action);
  world.skipped.set(action, { because, times: (known?.times ?? 0) + 1 });
}

/** Tells of every action that was skipped; one that only stands in for another environment's document is left out. */
export function noteSkipped(world: World): void {
  if (world.skipped.size === 0) return;
  const applying = new Set<string>();
  eachAction(world.input.artifact.changeset.actions, (action) => {
    if (!world.skipped.has(action)) applying.add(placeOf(action));
  });
  for (const [action, { because, times }] of world.skipped) {
    if (action.environments !== undefined && applying.has(placeOf(action))) continue;
    const rounds = times === 1 ? '' : ` (${times} times)`;
    const detail = `${describeAction(action)}: ${because}${rounds}.`;
    noteAt(world, { severity: 'info', code: 'SB1035', detail, source: action.source });
  }
}

function eachAction(actions: readonly Action[], visit: (action: Action) => void): void {
  for (const action of actions) {
    visit(action);
    eachAction(innerActions(action), visit);
  }
}

/** Actions made of one that the author wrote share its place. */
function placeOf({ source: { file, line, column }, ...action }: Action): string {
  return `${file}:${line}:${column} ${describeAction({ ...action, source: { file } } as Action)}`;
}
