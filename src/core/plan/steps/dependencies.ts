import type { Json } from '../../json/json.ts';
import { formatAddress } from '../../resource/address.ts';
import { comparableKey } from '../../resource/key.ts';
import { contentDigestOf, referencesIn } from '../../resource/reference.ts';
import { parseContent } from '../values/content.ts';
import { addressOf } from '../world/label.ts';
import { lookUp } from '../world/lookup.ts';
import { beforeOf, documentOf, indexKey, liveKeyOf } from '../world/projected-object.ts';
import { note, type ProjectedObject, type World } from '../world/world.ts';
import { draftIdOf, type Draft } from './draft.ts';

/** Fills in what every draft must wait for: what it refers to, its parent, who uses what it deletes, who holds its key. */
export function connectDrafts(world: World, drafts: readonly Draft[]): void {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const leaving = drafts.filter(({ kind }) => kind === 'rename' || kind === 'delete');
  for (const draft of drafts) {
    if (draft.kind === 'noop') continue;
    if (draft.kind === 'delete') waitForParts(draft, drafts);
    else {
      waitForReferences(world, draft, byId);
      waitForKey(world, draft, leaving);
    }
    letGoBeforeDelete(draft, byId);
  }
}

/** The objects that the content of a draft names, those that exist only; what is missing is told once. */
export function contentTargets(world: World, object: ProjectedObject): readonly ProjectedObject[] {
  const rule = object.descriptor.content;
  const digest = rule === undefined ? undefined : contentDigestOf(documentOf(object)[rule.field]);
  const text = digest === undefined ? undefined : world.contents.get(digest);
  if (rule === undefined || text === undefined) return [];
  const address = addressOf(world, object);
  const parsed = parseContent(world, rule, text, { address });
  if (parsed === undefined) return [];
  return rule.references(parsed).flatMap((reference) => {
    const found = lookUp(world, reference);
    if (found.kind === 'found') return [found.object];
    if (found.kind === 'absent' && world.missing.size === 0) {
      note(
        world,
        'warning',
        'SB1018',
        `${address} names ${formatAddress(reference)}, which does not exist in ${world.input.environment.name}.`,
      );
    }
    return [];
  });
}

function waitForReferences(world: World, draft: Draft, byId: ReadonlyMap<string, Draft>): void {
  const values: Json = draft.kind === 'create' ? (draft.after ?? null) : draft.changes.map((change) => change.after);
  for (const reference of referencesIn(values)) {
    const target = byId.get(draftIdOf(reference.$type, reference.$handle));
    if (target?.kind === 'create') draft.dependsOn.add(target.id);
  }
  const { parent } = draft.object;
  const made = parent === undefined ? undefined : byId.get(draftIdOf(parent.descriptor.type, parent.handle));
  if (made?.kind === 'create') draft.dependsOn.add(made.id);
  if (draft.phase !== 'publish') return;
  for (const object of contentTargets(world, draft.object)) {
    const target = byId.get(draftIdOf(object.descriptor.type, object.handle));
    const mustBeFirst =
      target?.kind === 'create' ||
      target?.kind === 'rename' ||
      (target?.kind === 'update' && target.phase === 'publish');
    if (target !== undefined && target !== draft && mustBeFirst) draft.dependsOn.add(target.id);
  }
}

/** A key can be taken once the object that has it now is renamed or deleted. */
function waitForKey(world: World, draft: Draft, leaving: readonly Draft[]): void {
  if (draft.kind !== 'create' && draft.kind !== 'rename') return;
  const wanted = indexKey(world, draft.object);
  for (const other of leaving) {
    if (other === draft || other.object.descriptor !== draft.object.descriptor) continue;
    const held = liveKeyOf(world, other.object);
    if (held !== undefined && comparableKey(other.object.descriptor.key, held) === wanted)
      draft.dependsOn.add(other.id);
  }
}

/** Whatever refers to an object now must be changed or deleted before the object itself can go. */
function letGoBeforeDelete(draft: Draft, byId: ReadonlyMap<string, Draft>): void {
  if (draft.kind === 'create') return;
  for (const reference of referencesIn(beforeOf(draft.object))) {
    const target = byId.get(draftIdOf(reference.$type, reference.$handle));
    if (target?.kind === 'delete' && target !== draft) target.dependsOn.add(draft.id);
  }
}

function waitForParts(draft: Draft, drafts: readonly Draft[]): void {
  for (const other of drafts) if (other.object.parent === draft.object) draft.dependsOn.add(other.id);
}
