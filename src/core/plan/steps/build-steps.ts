import { orderNodes } from '../../graph/order.ts';
import type { JsonObject } from '../../json/json.ts';
import { formatAddress } from '../../resource/address.ts';
import type { Reversibility } from '../../resource/descriptor.ts';
import type { FieldChange, Phase, Step } from '../plan.ts';
import { addressOf, labelled, labelledIfPresent } from '../world/label.ts';
import { beforeOf, keyOf, liveKeyOf } from '../world/projected-object.ts';
import type { World } from '../world/world.ts';
import { breakCircles } from './break-circles.ts';
import { connectDrafts } from './dependencies.ts';
import { draftChanges, type Draft } from './draft.ts';
import { whyLasting } from './lasting-change.ts';

const phaseRank: Readonly<Record<Phase, number>> = { 'free-key': 0, create: 1, update: 2, publish: 3, delete: 4 };

/** What remains to be done, folded to one net change per object, in execution order; noops last. */
export function buildSteps(world: World): readonly Step[] {
  const drafts = draftChanges(world);
  connectDrafts(world, drafts);
  const opened = breakCircles(world, withFreedKeys(drafts));
  const busy = opened.filter((draft) => draft.kind !== 'noop');
  const labels = new Map(opened.map((draft) => [draft.id, addressOf(world, draft.object)]));
  const { order } = orderNodes(
    busy.map((draft) => ({
      id: draft.id,
      rank: phaseRank[draft.phase],
      label: labels.get(draft.id) ?? '',
      dependsOn: draft.dependsOn,
    })),
  );
  const idle = opened
    .filter((draft) => draft.kind === 'noop')
    .toSorted((left, right) => ((labels.get(left.id) ?? '') < (labels.get(right.id) ?? '') ? -1 : 1));
  const byId = new Map(opened.map((draft) => [draft.id, draft]));
  const sorted = [...order.flatMap((id) => byId.get(id) ?? []), ...idle];
  const stepIds = new Map(sorted.map((draft, index) => [draft.id, `s${index + 1}`]));
  return sorted.map((draft) => toStep(world, draft, stepIds));
}

/** A delete that another draft waits for, because it wants the key, comes first of all. */
function withFreedKeys(drafts: readonly Draft[]): readonly Draft[] {
  const awaited = new Set(
    drafts
      .filter((draft) => draft.kind === 'create' || draft.kind === 'rename')
      .flatMap((draft) => [...draft.dependsOn]),
  );
  return drafts.map((draft) =>
    draft.kind === 'delete' && awaited.has(draft.id) ? { ...draft, phase: 'free-key' as const } : draft,
  );
}

function toStep(world: World, draft: Draft, stepIds: ReadonlyMap<string, string>): Step {
  const { object } = draft;
  const { descriptor } = object;
  const base = {
    id: stepIds.get(draft.id) ?? draft.id,
    handle: object.handle,
    type: descriptor.type,
    address: draft.kind === 'delete' ? liveAddress(world, draft) : addressOf(world, object),
    phase: draft.phase,
    dependsOn: [...draft.dependsOn].flatMap((id) => stepIds.get(id) ?? []).toSorted(byNumber),
    reason: draft.reason,
    actions: [...object.actions].toSorted((left, right) => left - right),
    ...(object.source === undefined ? {} : { source: object.source }),
    reversibility: reversibilityOf(draft),
    effect: draft.kind === 'noop' ? ('none' as const) : descriptor.effect,
    requests: requestsOf(draft),
  };
  switch (draft.kind) {
    case 'create':
      return {
        ...base,
        kind: 'create',
        after: labelled(world, draft.after ?? {}) as JsonObject,
        ...(object.deleted === undefined ? {} : { restores: true }),
      };
    case 'update':
      return { ...base, kind: 'update', changes: labelChanges(world, draft.changes) };
    case 'rename':
      return { ...base, kind: 'rename', from: liveAddress(world, draft), changes: labelChanges(world, draft.changes) };
    case 'delete':
      return { ...base, kind: 'delete', before: labelled(world, beforeOf(object)) as JsonObject };
    case 'noop':
      return { ...base, kind: 'noop' };
    default:
      return draft.kind satisfies never;
  }
}

function labelChanges(world: World, changes: readonly FieldChange[]): readonly FieldChange[] {
  return changes.map(({ path, before, after }) => {
    const from = labelledIfPresent(world, before);
    return from === undefined
      ? { path, after: labelled(world, after) }
      : { path, before: from, after: labelled(world, after) };
  });
}

function liveAddress(world: World, draft: Draft): string {
  const key = liveKeyOf(world, draft.object) ?? keyOf(world, draft.object);
  return key === undefined
    ? addressOf(world, draft.object)
    : formatAddress({ type: draft.object.descriptor.type, key });
}

/** A step that writes one field that can not be set back is not undone, whatever becomes of its other fields. */
function reversibilityOf({ kind, changes, object: { descriptor } }: Draft): Reversibility {
  if (kind === 'noop') return 'exact';
  if (changes.some((change) => whyLasting(descriptor, change) !== undefined)) return 'irreversible';
  return descriptor.reversibility[kind === 'rename' ? 'update' : kind];
}

/** One fresh read before a change, the write, and the read-back. */
function requestsOf(draft: Draft): number {
  const { cost } = draft.object.descriptor;
  if (draft.kind === 'noop') return 0;
  return draft.kind === 'create' ? cost.create + 1 : draft.kind === 'delete' ? cost.delete + 2 : cost.update + 2;
}

function byNumber(left: string, right: string): number {
  return Number(left.slice(1)) - Number(right.slice(1));
}
