import { isHidden } from '../../three-way/equal-values.ts';
import { describeValue } from '../../three-way/describe-overlaps.ts';
import type { BaselineEntry, BaselineField } from '../../baseline/baseline.ts';
import type { Json } from '../../json/json.ts';
import { arePathsOverlapping, formatPath, valueAt, withValueAt } from '../../json/path.ts';
import type { FieldChange, Plan, Step } from '../../plan/plan.ts';
import { labelled } from '../../plan/world/label.ts';
import { findObject } from '../../plan/world/listing.ts';
import { beforeOf, documentOf } from '../../plan/world/projected-object.ts';
import type { ProjectedObject, World } from '../../plan/world/world.ts';
import { isSameField, withDefaults } from '../../resource/canonical-form.ts';
import type { MergedField, MergeOutcome } from '../review.ts';

/** One object that the plan looks at or changes, with what was last deployed or accepted of it. */
interface Known {
  /** The first step that is about it; the changes are those of all of them. */
  readonly step: Step;
  readonly changes: readonly FieldChange[];
  readonly object: ProjectedObject;
  readonly entry: BaselineEntry;
}

/**
 * Fields of the objects that the plan is about which were changed since they were last deployed or accepted, and what the
 * plan makes of that. Content is compared by what the plan read of it. Sorted by address and path.
 */
export function findMerges(world: World, plan: Plan): readonly MergedField[] {
  const entries = new Map(
    Object.values(world.input.baseline.entries).map((entry) => [`${entry.type} ${entry.id}`, entry]),
  );
  return [...Map.groupBy(plan.steps, ({ type, handle }) => `${type} ${handle}`)]
    .flatMap(([name, steps]) => {
      const [step] = steps;
      const entry = entries.get(name);
      const object = step === undefined ? undefined : findObject(world, step.type, step.handle);
      if (step === undefined || object?.live === undefined || entry === undefined) return [];
      const changes = steps.flatMap((each) => ('changes' in each ? each.changes : []));
      return mergesOf(world, { step, changes, object, entry });
    })
    .toSorted((left, right) => compare(left.address, right.address) || compare(pathOf(left), pathOf(right)));
}

function mergesOf(world: World, known: Known): readonly MergedField[] {
  const { object, entry, step } = known;
  const moved = entry.fields.filter((field) => !isHidden(object.descriptor, field.path) && !isAsDeployed(known, field));
  return moved.map((field) => {
    const live = liveAt(known, field);
    const judged = judge(known, field, live);
    const outcome = judged.outcome;
    const base = {
      address: step.address,
      path: field.path,
      baseline: labelled(world, field.value),
      ...(live === undefined ? {} : { live: labelled(world, live) }),
      ...(judged.wanted === undefined ? {} : { wanted: labelled(world, judged.wanted) }),
      outcome,
      runId: entry.runId,
      ...(outcome === 'overwritten' || outcome === 'conflict' ? { stepId: step.id } : {}),
    };
    return { ...base, text: textOf(base, step) };
  });
}

function isAsDeployed(known: Known, { path, value }: BaselineField): boolean {
  const { descriptor } = known.object;
  const live = liveAt(known, { path, value });
  if (path[0] === descriptor.content?.field) return live === undefined || isSameField(descriptor, path, live, value);
  if (isSameField(descriptor, path, live, value)) return true;
  const filled = withDefaults(descriptor, withValueAt(beforeOf(known.object), path, value));
  return isSameField(descriptor, path, live, valueAt(filled, path));
}

/** Content is not part of what was listed; a step that changes it says what it found. */
function liveAt({ object, changes }: Known, { path }: BaselineField): Json | undefined {
  if (path[0] !== object.descriptor.content?.field) return valueAt(beforeOf(object), path);
  return changes.find((change) => change.path[0] === path[0])?.before;
}

function judge(
  { object, step, changes }: Known,
  field: BaselineField,
  live: Json | undefined,
): { readonly outcome: MergeOutcome; readonly wanted?: Json | undefined } {
  const { descriptor } = object;
  const { path, value } = field;
  if (step.kind === 'delete') return { outcome: 'overwritten' };
  const isChanged = changes.some((change) => arePathsOverlapping(change.path, path));
  const isOwned = object.owned.some((owned) => arePathsOverlapping(owned, path));
  const wanted = valueAt(documentOf(object), path) ?? null;
  if (isSameField(descriptor, path, wanted, live)) return isOwned ? { outcome: 'agreed', wanted } : { outcome: 'kept' };
  if (!isChanged) return { outcome: 'kept' };
  return { outcome: isSameField(descriptor, path, wanted, value) ? 'overwritten' : 'conflict', wanted };
}

function textOf(merge: Omit<MergedField, 'text'>, step: Step): string {
  const { path, baseline, live, wanted, outcome, runId } = merge;
  const moved = `${formatPath(path)} was ${describeValue(baseline)} after ${runId} and is ${describeValue(live)} now`;
  switch (outcome) {
    case 'kept':
      return `${moved}; the plan keeps that.`;
    case 'agreed':
      return `${moved}, which is what the changeset wants.`;
    case 'overwritten':
      return step.kind === 'delete'
        ? `${moved}; the plan deletes the object.`
        : `${moved}; the plan sets it back to ${describeValue(wanted)}.`;
    case 'conflict':
      return `${moved}; the changeset wants another value, and the plan writes ${describeValue(wanted)}.`;
    default:
      return outcome satisfies never;
  }
}

function pathOf({ path }: MergedField): string {
  return formatPath(path);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
