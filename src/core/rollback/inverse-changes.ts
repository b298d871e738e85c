import type { JsonObject } from '../json/json.ts';
import { isSameJson } from '../json/canonical-json.ts';
import { valueAt, withValueAt, type FieldPath } from '../json/path.ts';
import type { FieldChange } from '../plan/plan.ts';
import type { ResourceDescriptor } from '../resource/descriptor.ts';
import { isFreeForm } from '../resource/wire-form.ts';
import type { AppliedStep } from './applied-step.ts';

/**
 * The inverse of each field an update sent: what was read back (or sent) becomes what was there before. Of what it added
 * to a free-form field, the outermost addition goes.
 */
export function inverseChanges(descriptor: ResourceDescriptor, applied: AppliedStep): readonly FieldChange[] {
  const inverse = (applied.changes ?? []).flatMap((change) => {
    const added = addedAt(descriptor, applied, change.path);
    if (added !== undefined)
      return [{ path: added, before: valueAt(sentDocument(applied), added) ?? null, after: null }];
    const after = valueAt(applied.before, change.path) ?? change.before ?? null;
    if (after === null && change.path[0] === descriptor.content?.field) return [];
    return [{ path: change.path, before: sentValue(applied, change), after }];
  });
  return inverse.filter(
    ({ path }, index) => inverse.findIndex((other) => isSameJson([...other.path], [...path])) === index,
  );
}

/** The outermost object inside a free-form field that was not there before, when it is above the path. */
function addedAt(descriptor: ResourceDescriptor, applied: AppliedStep, path: FieldPath): FieldPath | undefined {
  if (applied.before === undefined) return undefined;
  for (let length = 1; length < path.length; length += 1) {
    const prefix = path.slice(0, length);
    if (isFreeForm(descriptor, prefix) && valueAt(applied.before, prefix) === undefined) return prefix;
  }
  return undefined;
}

function sentDocument(applied: AppliedStep): JsonObject {
  return (applied.changes ?? []).reduce(
    (document, change) => withValueAt(document, change.path, sentValue(applied, change)),
    applied.before ?? {},
  );
}

function sentValue(applied: AppliedStep, change: FieldChange): FieldChange['after'] {
  const actual = applied.actual.find(({ path }) => isSameJson([...path], [...change.path]));
  return actual === undefined ? change.after : actual.value;
}
