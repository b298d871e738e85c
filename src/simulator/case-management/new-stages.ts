import type { Context } from '../context.ts';
import { isoDate } from '../kernel/clock.ts';
import type { Entity } from '../kernel/values.ts';

const stageCount = 3;

/** The stages that a new case plan has, with one step in each; people name them. */
export function newStages(context: Context): {
  readonly stageplans: readonly Entity[];
  readonly stepplans: readonly Entity[];
} {
  const { organisation, now, caller } = context;
  const date = isoDate(now);
  const stamps = { dateCreated: date, dateModified: date, modifiedBy: { id: caller.subjectId } };
  const stageplans = Array.from({ length: stageCount }, (_unused, index) => ({
    id: organisation.ids.next(),
    name: `Stage ${index + 1}`,
    ...stamps,
  }));
  const stepplans = stageplans.map((stage) => ({
    id: organisation.ids.next(),
    stageplanId: stage.id,
    name: 'Step 1',
    activityType: 'None',
    ...stamps,
  }));
  return { stageplans, stepplans };
}
