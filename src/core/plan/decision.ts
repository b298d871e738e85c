import { digestJson } from '../json/canonical-json.ts';
import type { Json } from '../json/json.ts';
import { mapReferences } from '../resource/reference.ts';
import type { Decision, Plan, Step } from './plan.ts';

/**
 * What a reviewer decides on: actions, addresses and ids, match sets, changed paths with before and after, values that
 * expressions gave, environment digest. Versions, times, cost, order and fields nobody touches are outside it.
 */
export function decisionOf(plan: Omit<Plan, 'decisionDigest'>): Decision {
  return {
    artifactDigest: plan.artifactDigest,
    environment: plan.environment,
    organisationId: plan.organisationId,
    environmentDigest: plan.environmentDigest,
    steps: plan.steps
      .filter((step) => step.kind !== 'noop')
      .toSorted(byObject)
      .map(decidedStep),
    matches: plan.matches,
    values: plan.values,
  };
}

/** The digest of the decision: what an approval is bound to. */
export function decisionDigest(plan: Omit<Plan, 'decisionDigest'>): string {
  return digestJson(decisionOf(plan) as unknown as Json);
}

/** Execution order is no part of the decision: what others refer to can change it. */
function byObject(left: Step, right: Step): number {
  const [one, other] = [left, right].map((step) => [step.type, step.address, step.kind, step.handle].join('\n'));
  return one === other ? 0 : (one ?? '') < (other ?? '') ? -1 : 1;
}

function decidedStep(step: Step): Json {
  const { kind, type, handle, address } = step;
  switch (step.kind) {
    case 'create':
      return { kind, type, handle, address, after: withoutLabels(step.after) };
    case 'update':
    case 'rename':
      return {
        kind,
        type,
        handle,
        address,
        changes: step.changes.map((change) =>
          withoutLabels({ path: change.path, before: change.before ?? null, after: change.after }),
        ),
      };
    case 'delete':
    case 'noop':
      return { kind, type, handle, address };
    default:
      return step satisfies never;
  }
}

/** Reading aids out: renaming an object that a change merely refers to is no new decision. */
function withoutLabels(value: Json): Json {
  return mapReferences(value, ({ $handle, $type }) => ({ $handle, $type }));
}
