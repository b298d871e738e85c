import type { JsonObject } from '../json/json.ts';
import { withValueAt } from '../json/path.ts';
import type { FieldChange, Phase, Step } from '../plan/plan.ts';
import { formatAddress, parseAddress } from '../resource/address.ts';
import type { Catalogue, ResourceDescriptor } from '../resource/descriptor.ts';
import { ownKeyFields, parentIdOf } from '../resource/part.ts';
import type { AppliedStep, KeptPart } from './applied-step.ts';
import { foldParts } from './fold-parts.ts';
import { inverseChanges } from './inverse-changes.ts';

/**
 * The steps that take applied steps back: inverse field changes with explicit nulls, creations deleted, deletions made
 * anew with what went along. Same step ids and handles as before, dependencies turned round, last step first. Parts of
 * an object that is deleted again are left to go with it.
 */
export function undoSteps(all: readonly AppliedStep[], catalogue: Catalogue): readonly Step[] {
  const applied = foldParts(all, catalogue);
  const created = new Set(
    applied.filter(({ step }) => step.kind === 'create').map(({ step }) => `${step.type} ${step.handle}`),
  );
  const undone = applied.filter(({ step }) => {
    const shape = catalogue.find(step.type)?.shape;
    return shape?.kind !== 'facet' || !created.has(`${shape.parentType} ${step.handle}`);
  });
  const ids = new Set(undone.map(({ step }) => step.id));
  return undone.toReversed().flatMap((entry) => {
    const dependsOn = undone
      .filter(({ step }) => step.dependsOn.includes(entry.step.id) && ids.has(step.id))
      .map(({ step }) => step.id);
    const descriptor = catalogue.find(entry.step.type);
    return descriptor === undefined ? [] : undoOne(entry, descriptor, { dependsOn, catalogue });
  });
}

/** The document as read back after a creation. */
function createdDocument(applied: AppliedStep): JsonObject {
  return applied.actual.reduce(
    (document, { path, value }) => withValueAt(document, path, value),
    applied.document ?? {},
  );
}

interface UndoContext {
  readonly dependsOn: readonly string[];
  readonly catalogue: Catalogue;
}

function undoOne(applied: AppliedStep, descriptor: ResourceDescriptor, context: UndoContext): readonly Step[] {
  const { step } = applied;
  switch (step.kind) {
    case 'create':
      return [
        {
          ...baseOf(applied, 'delete', context),
          reversibility: descriptor.reversibility.delete,
          kind: 'delete',
          before: createdDocument(applied),
        },
      ];
    case 'update':
      return [{ ...baseOf(applied, 'update', context), kind: 'update', changes: inverseChanges(descriptor, applied) }];
    case 'rename':
      return [
        {
          ...baseOf(applied, 'update', context),
          kind: 'rename',
          address: step.from,
          from: step.address,
          changes: inverseChanges(descriptor, applied),
        },
      ];
    case 'delete':
      return [
        {
          ...baseOf(applied, 'create', context),
          reversibility: descriptor.reversibility.create,
          kind: 'create',
          after: applied.before ?? step.before,
        },
        ...partSteps(applied, context),
      ];
    default:
      return step satisfies never;
  }
}

type StepBase = Omit<Extract<Step, { kind: 'noop' }>, 'kind'>;

function baseOf({ step }: AppliedStep, phase: Phase, { dependsOn }: UndoContext): StepBase {
  const { id, handle, type, address, actions, reversibility, effect, requests } = step;
  return {
    id,
    handle,
    type,
    address,
    phase,
    dependsOn,
    reason: `takes back: ${step.kind} ${address}`,
    actions,
    reversibility,
    effect,
    requests,
  };
}

function partSteps(applied: AppliedStep, context: UndoContext): readonly Step[] {
  const { catalogue } = context;
  const made = new Map([
    [`${applied.step.type} ${applied.id}`, { address: applied.step.address, stepId: applied.step.id }],
  ]);
  return (applied.parts ?? []).flatMap((part, index): readonly Step[] => {
    const descriptor = catalogue.find(part.type);
    if (descriptor === undefined || descriptor.shape.kind === 'object') return [];
    const parentName = `${descriptor.shape.parentType} ${parentIdOf(catalogue, descriptor, part.id)}`;
    const parent = made.get(parentName) ?? { address: applied.step.address, stepId: applied.step.id };
    const address = addressOfPart(part, descriptor, parent.address);
    const stepId = `${applied.step.id}.${index + 1}`;
    made.set(`${part.type} ${part.id}`, { address, stepId });
    const base = {
      ...baseOf(applied, 'update', { ...context, dependsOn: [parent.stepId] }),
      id: stepId,
      ...(parent.stepId === applied.step.id ? {} : { handle: part.id }),
      type: part.type,
      address,
    };
    if (descriptor.shape.kind === 'child')
      return [{ ...base, kind: 'create', phase: 'create', handle: part.id, after: part.document }];
    const changes = partChanges(part, descriptor);
    return changes.length === 0 ? [] : [{ ...base, kind: 'update', changes }];
  });
}

/** A facet has its parent's key, a child what tells it from its like besides. */
function addressOfPart({ type, document }: KeptPart, descriptor: ResourceDescriptor, parent: string): string {
  const key = parseAddress(parent)?.key ?? [parent];
  return formatAddress({ type, key: [...key, ...ownKeyFields(descriptor).map((field) => String(document[field]))] });
}

function partChanges(part: KeptPart, descriptor: ResourceDescriptor): readonly FieldChange[] {
  const parentField = descriptor.shape.kind === 'object' ? undefined : descriptor.shape.parentField;
  return Object.entries(part.document)
    .filter(([name]) => name !== parentField)
    .map(([name, value]) => ({ path: [name], after: value }));
}
