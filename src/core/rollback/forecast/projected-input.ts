import type { JsonObject } from '../../json/json.ts';
import type { NoopStep, Plan, Step } from '../../plan/plan.ts';
import { findObject, objectsByKey } from '../../plan/world/listing.ts';
import { beforeOf, documentOf, liveKeyOf } from '../../plan/world/projected-object.ts';
import type { ProjectedObject, World } from '../../plan/world/world.ts';
import { comparableKey } from '../../resource/key.ts';
import type { AppliedStep } from '../applied-step.ts';
import type { KeyHolder, RollbackInput } from '../rollback-input.ts';

/**
 * What a rollback right after the deployment would be planned from: the plan's steps as if each had been written as it
 * stands, and the organisation as the plan leaves it.
 */
export function projectedRollback(world: World, plan: Plan): RollbackInput {
  const { catalogue, contentFormats, environmentDigest, asOf } = world.input;
  const writes = plan.steps.filter((step) => step.kind !== 'noop');
  return {
    run: { id: 'this deployment', plan },
    applied: writes.map((step) => appliedOf(world, step)),
    overwriteLater: false,
    environmentDigest,
    catalogue,
    contentFormats,
    live: liveAfter(world, writes),
    consumers: {},
    unsearched: {},
    holders: holdersAfter(world, writes),
    newIds: {},
    contents: { ...Object.fromEntries(world.contents), ...plan.contents },
    names: {},
    asOf,
  };
}

type WriteStep = Exclude<Step, NoopStep>;

function appliedOf(world: World, step: WriteStep): AppliedStep {
  const base = { step, id: step.handle, actual: [] };
  switch (step.kind) {
    case 'create':
      return { ...base, document: step.after };
    case 'update':
    case 'rename': {
      const object = findObject(world, step.type, step.handle);
      return {
        ...base,
        changes: step.changes,
        ...(object?.live === undefined ? {} : { before: beforeOf(object) }),
      };
    }
    case 'delete':
      return { ...base, before: step.before };
    default:
      return step satisfies never;
  }
}

function liveAfter(world: World, steps: readonly WriteStep[]): Readonly<Record<string, JsonObject>> {
  return Object.fromEntries(
    steps.flatMap(({ type, handle }) => {
      const object = findObject(world, type, handle);
      return object?.exists === true ? [[`${type} ${handle}`, documentOf(object)]] : [];
    }),
  );
}

/** Who has the key of a deleted object once the plan is carried out. */
function holdersAfter(world: World, steps: readonly WriteStep[]): Readonly<Record<string, readonly KeyHolder[]>> {
  return Object.fromEntries(
    steps
      .filter(({ kind }) => kind === 'delete')
      .map(({ id, type, handle }) => {
        const object = findObject(world, type, handle);
        const holders = object === undefined ? [] : namesakes(world, object);
        return [id, holders.map((other) => ({ id: other.handle, document: documentOf(other) }))];
      }),
  );
}

function namesakes(world: World, object: ProjectedObject): readonly ProjectedObject[] {
  const { descriptor } = object;
  const key = descriptor.shape.kind === 'object' ? liveKeyOf(world, object) : undefined;
  return key === undefined ? [] : objectsByKey(world, descriptor, comparableKey(descriptor.key, key));
}
