import type { SourceLocation } from '../diagnostic/diagnostic.ts';
import { isSameJson } from '../json/canonical-json.ts';
import type { JsonObject } from '../json/json.ts';
import { valueAt, type FieldPath } from '../json/path.ts';
import type { FieldChange, Plan, Step } from '../plan/plan.ts';
import { findObject } from '../plan/world/listing.ts';
import { beforeOf, documentOf } from '../plan/world/projected-object.ts';
import type { ProjectedObject, World } from '../plan/world/world.ts';

/** One object that the plan changes, makes or deletes, with what becomes of it. */
export interface TouchedObject {
  readonly type: string;
  readonly address: string;
  readonly source?: SourceLocation | undefined;
  readonly object: ProjectedObject;
  /** Its linked document as the organisation has it, defaults filled in; absent for one that the plan makes. */
  readonly before?: JsonObject | undefined;
  /** Its linked document as the plan leaves it; absent for one that it deletes. */
  readonly after?: JsonObject | undefined;
  /** What is written, field by field; every field of an object that is made, none of one that is deleted. */
  readonly changes: readonly FieldChange[];
}

/** The objects that the plan touches, each once, in the order of its steps. */
export function touchedObjects(world: World, plan: Plan): readonly TouchedObject[] {
  const found = new Map<ProjectedObject, TouchedObject>();
  for (const step of plan.steps) {
    const object = step.kind === 'noop' ? undefined : findObject(world, step.type, step.handle);
    if (object === undefined) continue;
    const earlier = found.get(object);
    found.set(
      object,
      earlier === undefined
        ? touchedObject(object, step)
        : { ...earlier, changes: [...earlier.changes, ...changesOf(step)] },
    );
  }
  return [...found.values()];
}

/** True when the plan gives the value at the path: it differs from before, or the object is new and has one. */
export function isWritten({ before, after }: TouchedObject, ...path: FieldPath): boolean {
  const value = valueAt(after, path) ?? null;
  const earlier = valueAt(before, path) ?? null;
  if (before === undefined) return value !== null;
  return after !== undefined && value !== earlier && !isSameJson(earlier, value);
}

function touchedObject(object: ProjectedObject, step: Step): TouchedObject {
  return {
    type: step.type,
    address: step.address,
    source: step.source,
    object,
    before: object.live === undefined ? undefined : beforeOf(object),
    after: step.kind === 'delete' ? undefined : documentOf(object),
    changes: changesOf(step),
  };
}

function changesOf(step: Step): readonly FieldChange[] {
  switch (step.kind) {
    case 'create':
      return Object.entries(step.after).map(([field, after]) => ({ path: [field], after }));
    case 'update':
    case 'rename':
      return step.changes;
    case 'delete':
    case 'noop':
      return [];
    default:
      return step satisfies never;
  }
}
