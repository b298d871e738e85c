import type { Json, JsonObject } from '../json/json.ts';
import { valueAt, withValueAt, type FieldPath } from '../json/path.ts';
import type { FieldChange } from '../plan/plan.ts';
import type { ResourceDescriptor } from '../resource/descriptor.ts';
import { hasValue, isBetween, isHidden, type TextComparison } from './equal-values.ts';

/** A field that is neither as planned from nor as planned to. */
export interface Overlap {
  readonly path: FieldPath;
  readonly expected?: Json | undefined;
  readonly actual?: Json | undefined;
}

/** What a fresh read means for a write: nothing to do, these changes to send, or somebody else was there. */
export type Verdict =
  | { readonly kind: 'matches' }
  | { readonly kind: 'ready'; readonly changes: readonly FieldChange[] }
  | { readonly kind: 'overlap'; readonly overlaps: readonly Overlap[] };

/** What a judgement compares with. */
export interface JudgeInput {
  readonly texts: TextComparison;
  readonly descriptor: ResourceDescriptor;
  readonly document: JsonObject;
}

/**
 * Judges bound field changes against the live document. `halfWay` accepts lists that an own, interrupted write left
 * between before and after.
 */
export function judgeChanges(input: JudgeInput, changes: readonly FieldChange[], halfWay: boolean): Verdict {
  const { texts, descriptor, document } = input;
  const open = changes.filter(
    (change) =>
      !hasValue(texts, descriptor, document, { path: change.path, value: change.after }) ||
      isHidden(descriptor, change.path),
  );
  if (open.length === 0) return { kind: 'matches' };
  const overlaps = open
    .filter((change) => !isFrom(input, change, halfWay))
    .map((change) => toOverlap(document, change));
  return overlaps.length > 0 ? { kind: 'overlap', overlaps } : { kind: 'ready', changes: open };
}

/**
 * Judges a deletion: the object must be as planned from, apart from what the run itself wrote to it and what the
 * platform added to the objects in its fields.
 */
export function judgeDelete(input: JudgeInput, before: JsonObject, own: readonly FieldChange[]): Verdict {
  const projected = own.reduce((document, change) => withValueAt(document, change.path, change.after), before);
  const overlaps = Object.keys(before)
    .filter(
      (name) => !hasWanted(input, [name], before[name] ?? null) && !hasWanted(input, [name], projected[name] ?? null),
    )
    .map((name) => ({ path: [name], expected: projected[name], actual: input.document[name] }));
  return overlaps.length > 0 ? { kind: 'overlap', overlaps } : { kind: 'ready', changes: [] };
}

/** Fields of the document that the live object does not have as given. */
export function differingFields(input: JudgeInput, wanted: JsonObject): readonly Overlap[] {
  return Object.entries(wanted)
    .filter(([name, value]) => !hasWanted(input, [name], value))
    .map(([name, value]) => ({ path: [name], expected: value, actual: input.document[name] }));
}

/** Objects are compared by the fields they name: what the platform adds beside them is its own business. */
function hasWanted(input: JudgeInput, path: FieldPath, value: Json): boolean {
  if (hasValue(input.texts, input.descriptor, input.document, { path, value })) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || '$handle' in value || '$content' in value)
    return false;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([name, inner]) => hasWanted(input, [...path, name], inner));
}

function isFrom({ texts, descriptor, document }: JudgeInput, change: FieldChange, halfWay: boolean): boolean {
  if (hasValue(texts, descriptor, document, { path: change.path, value: change.before })) return true;
  return halfWay && isBetween(descriptor, valueAt(document, change.path), change);
}

function toOverlap(document: JsonObject, change: FieldChange): Overlap {
  return { path: change.path, expected: change.before, actual: valueAt(document, change.path) };
}
