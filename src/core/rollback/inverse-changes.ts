import { isSameJson } from '../json/canonical-json.ts';
import { valueAt } from '../json/path.ts';
import type { FieldChange } from '../plan/plan.ts';
import type { ResourceDescriptor } from '../resource/descriptor.ts';
import type { AppliedStep } from './applied-step.ts';

/** The inverse of each field an update sent: what was read back (or sent) becomes what was there before. */
export function inverseChanges(descriptor: ResourceDescriptor, applied: AppliedStep): readonly FieldChange[] {
  return (applied.changes ?? []).flatMap((change) => {
    const actual = applied.actual.find(({ path }) => isSameJson([...path], [...change.path]));
    const after = valueAt(applied.before, change.path) ?? change.before ?? null;
    if (after === null && change.path[0] === descriptor.content?.field) return [];
    return [{ path: change.path, before: actual === undefined ? change.after : actual.value, after }];
  });
}
