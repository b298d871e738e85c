import { valueAt, type FieldPath } from '../../json/path.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { isSameField, withDefaults } from '../../resource/canonical-form.ts';
import type { FieldChange, Phase, Step } from '../plan.ts';
import { comparableKey } from '../../resource/key.ts';
import { beforeOf, documentOf, indexKey, isUnseenSinceCreation, liveKeyOf } from '../world/projected-object.ts';
import type { ProjectedObject, World } from '../world/world.ts';

/** A step in the making: ids, order and labels come later. Dependencies are draft ids. */
export interface Draft {
  readonly id: string;
  readonly kind: Step['kind'];
  readonly object: ProjectedObject;
  readonly changes: readonly FieldChange[];
  /** For creations. */
  readonly after?: JsonObject;
  readonly phase: Phase;
  readonly reason: string;
  readonly dependsOn: Set<string>;
}

/** The id of the draft that makes, changes or removes the object. */
export function draftIdOf(type: string, handle: string): string {
  return `${type} ${handle}`;
}

/** The net change of every touched object, in no particular order and without dependencies. */
export function draftChanges(world: World): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const objects of world.objects.values()) {
    for (const object of objects.values()) {
      const draft = object.actions.size === 0 ? undefined : draftOf(world, object);
      if (draft !== undefined) drafts.push(draft);
    }
  }
  return drafts;
}

/** The paths that declared values differ on, in path order. A path below another declared path belongs to that one. */
export function changesOf(object: ProjectedObject): readonly FieldChange[] {
  const before = beforeOf(object);
  const after = documentOf(object);
  return outermost(object.owned).flatMap((path) => {
    if (isUnseenSinceCreation(object, path[0])) return [];
    const from = valueAt(before, path);
    const to = valueAt(after, path) ?? null;
    if (isSameField(object.descriptor, path, from, to) || isDefaulted(object, path, to)) return [];
    return [from === undefined ? { path, after: to } : { path, before: from, after: to }];
  });
}

/** True when clearing the field gives what is there: the platform fills its default in. */
function isDefaulted(object: ProjectedObject, path: FieldPath, to: Json): boolean {
  const { descriptor } = object;
  if (to !== null && !isJsonObject(to)) return false;
  const cleared = withDefaults(descriptor, documentOf(object));
  return isSameField(descriptor, path, valueAt(beforeOf(object), path), valueAt(cleared, path));
}

function draftOf(world: World, object: ProjectedObject): Draft | undefined {
  const { descriptor, live, handle } = object;
  const base = { id: draftIdOf(descriptor.type, handle), object, changes: [], dependsOn: new Set<string>() };
  const made = live === undefined && descriptor.shape.kind !== 'facet';
  if (made && !object.exists) return undefined;
  if (made)
    return {
      ...base,
      kind: 'create',
      after: documentOf(object),
      phase: isPublished(object) ? 'publish' : 'create',
      reason:
        object.deleted === undefined
          ? 'it does not exist yet'
          : `a deleted ${descriptor.noun} has its key and is brought back, with its other fields as they were`,
    };
  if (!object.exists) return { ...base, kind: 'delete', phase: 'delete', reason: 'the changeset deletes it' };
  const changes = changesOf(object);
  if (changes.length === 0) return { ...base, kind: 'noop', phase: 'update', reason: 'it is as wanted already' };
  const publishes = changes.some((change) => change.path[0] === descriptor.content?.field);
  const phase: Phase = publishes ? 'publish' : 'update';
  if (isRenamed(world, object)) return { ...base, kind: 'rename', changes, phase, reason: 'the changeset renames it' };
  return { ...base, kind: 'update', changes, phase, reason: 'declared fields differ' };
}

function isPublished(object: ProjectedObject): boolean {
  return object.descriptor.content !== undefined;
}

function isRenamed(world: World, object: ProjectedObject): boolean {
  const liveKey = liveKeyOf(world, object);
  return liveKey !== undefined && comparableKey(object.descriptor.key, liveKey) !== indexKey(world, object);
}

function outermost(paths: readonly FieldPath[]): readonly FieldPath[] {
  const sorted = [...paths].map((path) => ({ path, text: JSON.stringify(path).slice(0, -1) }));
  sorted.sort((left, right) => (left.text < right.text ? -1 : left.text > right.text ? 1 : 0));
  const kept: { readonly path: FieldPath; readonly text: string }[] = [];
  for (const candidate of sorted) {
    const isBelow = kept.some(
      ({ path }) => path.length <= candidate.path.length && path.every((part, index) => part === candidate.path[index]),
    );
    if (!isBelow) kept.push(candidate);
  }
  return kept.map(({ path }) => path);
}
