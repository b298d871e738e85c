import type { Baseline, BaselineEntry, BaselineField, Json } from '../../core/index.ts';
import type { DeleteStep, Plan, Step } from '../../core/plan/index.ts';
import { contentDigestOf, mapReferences, parentIdOf, type Catalogue } from '../../core/resource/index.ts';
import { bindChanges, bindDocument, idOfHandle } from '../bindings/index.ts';
import type { RunMemory } from '../journal/index.ts';
import { changesOf } from '../steps/work.ts';
import { fieldsOf, mergeFields } from './merge-fields.ts';

/** What a finished run changes in its environment's baseline. */
export interface BaselineMove {
  readonly put: readonly BaselineEntry[];
  readonly remove: readonly string[];
}

/** The move of a run whose steps are all verified: only the fields its steps name, deletions out, renames under their new address. */
export function moveBaseline(
  baseline: Baseline,
  run: { readonly id: string; readonly plan: Plan; readonly undoes?: string | undefined },
  memory: RunMemory,
  catalogue: Catalogue,
): BaselineMove {
  const entries = new Map(Object.entries(baseline.entries));
  const removed = new Set<string>();
  const put = new Set<string>();
  for (const step of run.plan.steps) {
    if (step.kind === 'noop') continue;
    const id = memory.forward.get(step.id)?.verified?.id;
    if (step.kind === 'delete') {
      if (memory.forward.get(step.id)?.verified === undefined) continue;
      for (const address of [step.address, ...partsOf(entries, step, { memory, catalogue })])
        forget(address, entries, put, removed);
    } else if (id !== undefined) {
      const earlier = earlierEntry(entries, step, id);
      if (step.kind === 'rename') forget(step.from, entries, put, removed);
      entries.set(step.address, moveEntry(earlier, step, { id, runId: run.id, memory, catalogue }));
      put.add(step.address);
      removed.delete(step.address);
    }
  }
  return { put: [...put].flatMap((address) => entries.get(address) ?? []), remove: [...removed] };
}

/** What the baseline knows of this very object. An entry of another one that had the key before is of no account. */
function earlierEntry(
  entries: ReadonlyMap<string, BaselineEntry>,
  step: Exclude<Step, { kind: 'noop' | 'delete' }>,
  id: string,
): BaselineEntry | undefined {
  const named = step.kind === 'rename' ? [step.from, step.address] : [step.address];
  return named.flatMap((address) => entries.get(address) ?? []).find((entry) => entry.id === id);
}

/** The entries whose object got another id, or that point at one that did. */
export function rebindBaseline(baseline: Baseline, newIds: ReadonlyMap<string, string>): BaselineMove {
  const put = Object.values(baseline.entries).flatMap((entry): readonly BaselineEntry[] => {
    const rebound = mapReferences(entry as unknown as Json, (reference) => ({
      ...reference,
      $handle: newIds.get(reference.$handle) ?? reference.$handle,
    }));
    const moved = { ...(rebound as unknown as BaselineEntry), id: newIds.get(entry.id) ?? entry.id };
    return JSON.stringify(moved) === JSON.stringify(entry) ? [] : [moved];
  });
  return { put, remove: [] };
}

function forget(address: string, entries: Map<string, BaselineEntry>, put: Set<string>, removed: Set<string>): void {
  entries.delete(address);
  put.delete(address);
  removed.add(address);
}

/** The entries of what goes with a deleted object: its facets and children. */
function partsOf(
  entries: ReadonlyMap<string, BaselineEntry>,
  step: DeleteStep,
  { memory, catalogue }: Pick<MoveContext, 'memory' | 'catalogue'>,
): readonly string[] {
  const deleted = idOfHandle(memory.bindings, step.handle) ?? step.handle;
  return [...entries.values()].flatMap(({ address, type, id }) => {
    return hangsUnder(catalogue, { type, id }, { type: step.type, id: deleted }) ? [address] : [];
  });
}

/** True for a part of the object, and for a part of a part of it. */
function hangsUnder(catalogue: Catalogue, part: TypedId, top: TypedId): boolean {
  const descriptor = catalogue.find(part.type);
  if (descriptor === undefined || descriptor.shape.kind === 'object') return false;
  const parent = { type: descriptor.shape.parentType, id: parentIdOf(catalogue, descriptor, part.id) ?? '' };
  return (parent.type === top.type && parent.id === top.id) || hangsUnder(catalogue, parent, top);
}

interface TypedId {
  readonly type: string;
  readonly id: string;
}

interface MoveContext {
  readonly id: string;
  readonly runId: string;
  readonly memory: RunMemory;
  readonly catalogue: Catalogue;
}

function moveEntry(
  earlier: BaselineEntry | undefined,
  step: Exclude<Step, { kind: 'noop' | 'delete' }>,
  { id, runId, memory, catalogue }: MoveContext,
): BaselineEntry {
  const descriptor = catalogue.find(step.type);
  const contentField = descriptor?.content?.field;
  const moved = fieldsMoved(step, memory, catalogue).map((field) => ({
    path: field.path,
    value: withoutLabels(field.value),
  }));
  const fields = mergeFields(earlier?.fields ?? [], moved);
  const digest = contentDigestOf(moved.find(({ path }) => path[0] === contentField && path.length === 1)?.value);
  const revision = memory.forward.get(step.id)?.verified?.revision;
  const content = digest === undefined || revision === undefined ? earlier?.content : { digest, revision };
  return { address: step.address, type: step.type, id, fields, runId, ...(content === undefined ? {} : { content }) };
}

function fieldsMoved(
  step: Exclude<Step, { kind: 'noop' | 'delete' }>,
  memory: RunMemory,
  catalogue: Catalogue,
): readonly BaselineField[] {
  if (step.kind === 'create') return fieldsOf(bindDocument(memory.bindings, step.after));
  const descriptor = catalogue.find(step.type);
  if (descriptor === undefined) return [];
  return bindChanges(memory.bindings, changesOf(descriptor, step)).map(({ path, after }) => ({ path, value: after }));
}

function withoutLabels(value: Json): Json {
  return mapReferences(value, ({ $handle, $type }) => ({ $handle, $type }));
}
