import { arePathsOverlapping } from '../../core/index.ts';
import type { FieldChange, RenameStep, Step, UpdateStep } from '../../core/plan/index.ts';
import { parseAddress, type ResourceDescriptor } from '../../core/resource/index.ts';
import { idOfHandle, resolveHandle } from '../bindings/index.ts';
import type { IntentData, StepRecord } from '../journal/index.ts';
import type { JournalEntry } from '../ports.ts';
import type { RunContext } from '../run/run-context.ts';

/** A step that does something, in the direction it is done. */
export interface Work {
  readonly step: Exclude<Step, { kind: 'noop' }>;
  readonly direction: JournalEntry['direction'];
  readonly descriptor: ResourceDescriptor;
}

/** What the journal says of the work so far. */
export function recordOf(context: RunContext, work: Work): StepRecord | undefined {
  return context.memory[work.direction].get(work.step.id);
}

/** The live id that the work is about; SB3012 while it does not exist. */
export function idOf(context: RunContext, work: Work): string {
  return resolveHandle(context.memory.bindings, work.step.handle);
}

/** The live id, or undefined while it does not exist. */
export function knownIdOf(context: RunContext, work: Work): string | undefined {
  return idOfHandle(context.memory.bindings, work.step.handle);
}

/** All field changes of an update or a rename; a rename's new key is one of them. */
export function changesOf(descriptor: ResourceDescriptor, step: UpdateStep | RenameStep): readonly FieldChange[] {
  const field = descriptor.key.fields.at(-1);
  if (step.kind === 'update' || field === undefined) return step.changes;
  if (step.changes.some((change) => arePathsOverlapping(change.path, [field]))) return step.changes;
  const [from, to] = [step.from, step.address].map((address) => parseAddress(address)?.key.at(-1));
  return to === undefined
    ? step.changes
    : [{ path: [field], ...(from === undefined ? {} : { before: from }), after: to }, ...step.changes];
}

/** True when the work reads or writes the object's content. */
export function needsContent(work: Work): boolean {
  const field = work.descriptor.content?.field;
  if (field === undefined) return false;
  const { step } = work;
  switch (step.kind) {
    case 'create':
      return step.after[field] !== undefined;
    case 'delete':
      return true;
    case 'update':
    case 'rename':
      return step.changes.some((change) => change.path[0] === field);
    default:
      return step satisfies never;
  }
}

/** The document with what this run wrote to the object already, so that its own changes do not look foreign. */
export function writtenBy(context: RunContext, work: Work): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const collect = (records: ReadonlyMap<string, StepRecord>): void => {
    for (const step of context.run.plan.steps) {
      const intent: IntentData | undefined =
        step.handle === work.step.handle && step.type === work.step.type ? records.get(step.id)?.intent : undefined;
      changes.push(...(intent?.changes ?? []));
    }
  };
  collect(context.memory.forward);
  if (work.direction === 'compensate') collect(context.memory.compensate);
  return changes;
}
