import type { Action } from '../../changeset/action.ts';
import { describeAction } from '../../changeset/describe-action.ts';
import type { PlannedAction } from '../plan.ts';
import type { World } from '../world/world.ts';

/** The actions of the changeset as headings for what they lead to; call it when all of them were applied. */
export function plannedActions(world: World): readonly PlannedAction[] {
  return world.input.artifact.changeset.actions.map((action, index) => {
    const skipped = world.skipped.get(action)?.because;
    const { source } = action;
    return { action: index, text: headingOf(action), source, ...(skipped === undefined ? {} : { skipped }) };
  });
}

/** Close to how the author wrote it: `forEach routing_queue where queue.labels.tier == "vip"`. */
function headingOf(action: Action): string {
  const text = describeAction(action);
  if (action.kind === 'rename') return `${text} to ${action.to}`;
  const where = 'where' in action ? action.where : undefined;
  return where === undefined ? text : `${text} where ${where.replaceAll(/\s+/gu, ' ').trim()}`;
}
