import { declaredPaths } from '../../three-way/moved-fields.ts';
import { formatPath, valueAt } from '../../json/path.ts';
import type { JsonObject } from '../../json/json.ts';
import type { Plan, Step } from '../../plan/plan.ts';
import { findObject } from '../../plan/world/listing.ts';
import { documentOf } from '../../plan/world/projected-object.ts';
import type { World } from '../../plan/world/world.ts';
import { withDefaults } from '../../resource/canonical-form.ts';
import type { EffectRule, ResourceDescriptor } from '../../resource/descriptor.ts';
import { describeValue } from '../../three-way/describe-overlaps.ts';
import type { SideEffect } from '../review.ts';
import { goingWith } from './going-with.ts';
import { effectsOf } from './predicted-moves.ts';

/** A side effect that does not say yet of which step it is. */
export type BareEffect = Omit<SideEffect, 'stepId' | 'address'> & { readonly address?: string };

/** What the steps bring about besides what they write, as far as the descriptors know; in the order of the steps. */
export function findSideEffects(world: World, plan: Plan): readonly SideEffect[] {
  return plan.steps.flatMap((step) => {
    const descriptor = step.kind === 'noop' ? undefined : world.input.catalogue.find(step.type);
    if (descriptor === undefined) return [];
    return effectsOfStep(world, descriptor, step).map((effect) => ({
      address: step.address,
      ...effect,
      stepId: step.id,
    }));
  });
}

function effectsOfStep(world: World, descriptor: ResourceDescriptor, step: Step): readonly BareEffect[] {
  switch (step.kind) {
    case 'create':
      return [
        ...defaultsOf(descriptor, step.after),
        ...toEffects(effectsOf(descriptor, 'create', step.after, [])),
        ...publications(descriptor, undefined),
      ];
    case 'update':
    case 'rename': {
      const object = findObject(world, step.type, step.handle);
      const document = object === undefined ? {} : documentOf(object);
      return [
        ...toEffects(effectsOf(descriptor, 'update', document, step.changes)),
        ...publications(
          descriptor,
          step.changes.map(({ path }) => path[0] ?? ''),
        ),
      ];
    }
    case 'delete':
      return [
        ...forcedBefore(descriptor, step.before),
        ...goingWith(world, descriptor, step),
        ...toEffects(effectsOf(descriptor, 'delete', step.before, [])),
      ];
    case 'noop':
      return [];
    default:
      return step satisfies never;
  }
}

function toEffects(rules: readonly EffectRule[]): readonly BareEffect[] {
  return rules.map(({ kind, text }) => ({ kind, text }));
}

/** Known defaults that the creation does not declare. */
function defaultsOf(descriptor: ResourceDescriptor, after: JsonObject): readonly BareEffect[] {
  const filled = withDefaults(descriptor, after);
  return declaredPaths(filled)
    .filter((path) => (valueAt(after, path) ?? null) === null && (valueAt(filled, path) ?? null) !== null)
    .map((path) => {
      const value = valueAt(filled, path) ?? null;
      return {
        kind: 'platform-default' as const,
        path,
        value,
        text: `The platform sets ${formatPath(path)} to ${describeValue(value)}.`,
      };
    });
}

/** Types that take effect by being published get a new version; `fields` are those written, undefined for a creation. */
function publications(
  { api, content, noun }: ResourceDescriptor,
  fields: readonly string[] | undefined,
): readonly BareEffect[] {
  const { capability } = api;
  const isNew = fields === undefined;
  const text = isNew ? `The ${noun} is published as its first version.` : `Publishing gives the ${noun} a new version.`;
  const effect = { kind: 'dependent-version' as const, text };
  switch (capability.kind) {
    case 'flow-jobs':
      return isNew || fields.includes(content?.field ?? '') ? [effect] : [];
    case 'publish':
      return [effect];
    case 'draft-publish':
      return isNew || fields.every((field) => capability.publishedFields.includes(field)) ? [] : [effect];
    case 'crud':
    case 'grants':
    case 'membership':
      return [];
    default:
      return capability satisfies never;
  }
}

/** What the platform wants to see before it deletes is written first. */
function forcedBefore({ api }: ResourceDescriptor, before: JsonObject): readonly BareEffect[] {
  return Object.entries(api.delete?.first ?? {}).flatMap(([name, value]) => {
    if (before[name] === value) return [];
    const text = `${name} is set to ${describeValue(value)} before the delete: the platform asks for it.`;
    return [{ kind: 'forced-change' as const, path: [name], value, text }];
  });
}
