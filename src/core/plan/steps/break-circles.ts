import { findCircles } from '../../graph/order.ts';
import { isJsonArray, type Json, type JsonObject } from '../../json/json.ts';
import { referencesIn } from '../../resource/reference.ts';
import { addressOf } from '../world/label.ts';
import { beforeOf } from '../world/projected-object.ts';
import { report, type World } from '../world/world.ts';
import { draftIdOf, type Draft } from './draft.ts';

/**
 * Opens circles of drafts: a creation leaves out a field and a later update fills it in (create, then link); a delete is
 * preceded by an update that clears the field (unlink, then delete); an update that moves a reference from an object that
 * goes to one that takes its key clears the field first. Circles that can not be opened are reported.
 */
export function breakCircles(world: World, drafts: readonly Draft[]): readonly Draft[] {
  let current = drafts;
  for (;;) {
    const [circle] = findCircles(
      current.map((draft) => ({ id: draft.id, rank: 0, label: draft.id, dependsOn: draft.dependsOn })),
    );
    if (circle === undefined) return current;
    const members = new Set(circle);
    const opened = openCircle(current, members);
    if (opened === undefined) {
      const addresses = current.filter((draft) => members.has(draft.id)).map((draft) => addressOf(world, draft.object));
      report(world, 'SB1013', `These wait for each other: ${addresses.toSorted().join(', ')}.`);
      return current.map((draft) => (members.has(draft.id) ? { ...draft, dependsOn: new Set<string>() } : draft));
    }
    current = opened;
  }
}

function openCircle(drafts: readonly Draft[], members: ReadonlySet<string>): readonly Draft[] | undefined {
  for (const draft of drafts
    .filter((candidate) => members.has(candidate.id))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))) {
    const opened =
      draft.kind === 'create'
        ? linkLater(drafts, draft, members)
        : draft.kind === 'delete'
          ? unlinkFirst(drafts, draft, members)
          : draft.kind === 'update'
            ? letGoFirst(drafts, draft, members)
            : undefined;
    if (opened !== undefined) return opened;
  }
  return undefined;
}

/** Splits a creation in two: without the fields that refer into the circle, then an update that sets them. */
function linkLater(drafts: readonly Draft[], draft: Draft, members: ReadonlySet<string>): readonly Draft[] | undefined {
  const after = draft.after ?? {};
  const fields = looseFields(draft, after, members);
  if (fields.length === 0) return undefined;
  const kept = Object.fromEntries(Object.entries(after).filter(([name]) => !fields.includes(name)));
  const stillNeeded = new Set(referencesIn(kept).map((reference) => draftIdOf(reference.$type, reference.$handle)));
  const targets = new Set(
    referencesIn(fields.map((name) => after[name] ?? null)).map((reference) =>
      draftIdOf(reference.$type, reference.$handle),
    ),
  );
  const dependsOn = new Set([...draft.dependsOn].filter((id) => !targets.has(id) || stillNeeded.has(id)));
  const link: Draft = {
    id: `${draft.id} link`,
    kind: 'update',
    object: draft.object,
    changes: fields.map((name) => ({ path: [name], after: after[name] ?? null })),
    phase: 'update',
    reason: 'linked once both sides exist',
    dependsOn: new Set([draft.id, ...targets]),
  };
  return [...drafts.filter((other) => other !== draft), { ...draft, after: kept, dependsOn }, link];
}

/** Puts an update before a delete that clears the fields which refer into the circle. */
function unlinkFirst(
  drafts: readonly Draft[],
  draft: Draft,
  members: ReadonlySet<string>,
): readonly Draft[] | undefined {
  const before = beforeOf(draft.object);
  const fields = looseFields(draft, before, members);
  if (fields.length === 0) return undefined;
  const targets = new Set(
    referencesIn(fields.map((name) => before[name] ?? null)).map((reference) =>
      draftIdOf(reference.$type, reference.$handle),
    ),
  );
  const unlink: Draft = {
    id: `${draft.id} unlink`,
    kind: 'update',
    object: draft.object,
    changes: fields.map((name) => ({ path: [name], before: before[name] ?? null, after: null })),
    phase: 'delete',
    reason: 'unlinked so that both can be deleted',
    dependsOn: new Set(),
  };
  return drafts
    .map((other) => {
      if (other === draft) return { ...other, dependsOn: new Set([...other.dependsOn, unlink.id]) };
      if (!targets.has(other.id) || !other.dependsOn.has(draft.id)) return other;
      return { ...other, dependsOn: new Set([...[...other.dependsOn].filter((id) => id !== draft.id), unlink.id]) };
    })
    .concat(unlink);
}

/**
 * Puts an update before an update that clears the fields which refer to a delete of the circle: the delete then waits for
 * that one only, so that the key is free before the object is made that the field shall name.
 */
function letGoFirst(
  drafts: readonly Draft[],
  draft: Draft,
  members: ReadonlySet<string>,
): readonly Draft[] | undefined {
  const held = drafts.filter(
    ({ id, kind, dependsOn }) => kind === 'delete' && members.has(id) && dependsOn.has(draft.id),
  );
  const goes = new Set(held.map(({ id }) => id));
  const fields = looseFields(draft, beforeOf(draft.object), goes);
  const moved = draft.changes.filter((change) => fields.includes(change.path[0] ?? '') && change.path.length === 1);
  if (held.length === 0 || moved.length === 0 || moved.length < fields.length) return undefined;
  const release: Draft = {
    id: `${draft.id} release`,
    kind: 'update',
    object: draft.object,
    changes: moved.map((change) => ({ ...change, after: without(change.before ?? null, goes) })),
    phase: 'free-key',
    reason: 'lets go of what is deleted, so that its key is free',
    dependsOn: new Set(),
  };
  const links = draft.changes.map((change) =>
    moved.includes(change) ? { ...change, before: without(change.before ?? null, goes) } : change,
  );
  return drafts
    .map((other) => {
      if (other === draft) return { ...other, changes: links, dependsOn: new Set([...other.dependsOn, release.id]) };
      if (!goes.has(other.id)) return other;
      return { ...other, dependsOn: new Set([...[...other.dependsOn].filter((id) => id !== draft.id), release.id]) };
    })
    .concat(release);
}

/** A list without the elements that refer to what goes; null for anything else. */
function without(value: Json, goes: ReadonlySet<string>): Json {
  if (!isJsonArray(value)) return null;
  return value.filter((item) => !referencesIn(item).some(({ $type, $handle }) => goes.has(draftIdOf($type, $handle))));
}

/** Top-level fields that refer into the circle and can be left out for a while. */
function looseFields(draft: Draft, document: JsonObject, members: ReadonlySet<string>): readonly string[] {
  const { descriptor } = draft.object;
  if (descriptor.limits.update !== undefined) return [];
  const fixed = new Set([
    ...descriptor.required,
    ...descriptor.createOnly,
    ...descriptor.key.fields,
    descriptor.content?.field,
  ]);
  const { shape } = descriptor;
  if (shape.kind !== 'object') fixed.add(shape.parentField);
  return Object.entries(document).flatMap(([name, value]) => {
    if (fixed.has(name)) return [];
    return referencesIn(value).some((reference) => members.has(draftIdOf(reference.$type, reference.$handle)))
      ? [name]
      : [];
  });
}
