import { isSameJson } from '../json/canonical-json.ts';
import type { Json } from '../json/json.ts';
import { formatPath } from '../json/path.ts';
import { decisionDigest } from '../plan/decision.ts';
import type { Plan } from '../plan/plan.ts';
import { mapReferences } from '../resource/reference.ts';
import { compareSteps } from './compare-steps.ts';
import type { DecisionChange } from './decision-change.ts';

/**
 * Why the decision of `now` is another one than that of `then`: what it is for first, then steps by address, match sets,
 * computed values. Empty exactly when both have the same decision digest.
 */
export function compareDecisions(then: Plan, now: Plan): readonly DecisionChange[] {
  if (decisionDigest(then) === decisionDigest(now)) return [];
  const steps = compareSteps(withNamedHandles(then), withNamedHandles(now));
  const changes = [
    ...compareGround(then, now),
    ...steps,
    ...compareMatches(then, now),
    ...compareValues(then, now).filter((value) => !steps.some((step) => isToldBy(value, step))),
  ];
  return changes.length === 0 ? [{ kind: 'form' }] : changes;
}

function compareGround(then: Plan, now: Plan): readonly DecisionChange[] {
  const parts = [
    { kind: 'artifact', field: 'artifactDigest' },
    { kind: 'environment', field: 'environment' },
    { kind: 'organisation', field: 'organisationId' },
    { kind: 'environment-rules', field: 'environmentDigest' },
  ] as const;
  return parts
    .filter(({ field }) => then[field] !== now[field])
    .map(({ kind, field }) => ({ kind, earlier: then[field], later: now[field] }));
}

/**
 * The plan with new objects called by their address: their numbers follow from what else is made, and say nothing by
 * themselves.
 */
function withNamedHandles(plan: Plan): Plan['steps'] {
  const names = new Map(
    plan.steps.flatMap((step) => (step.kind === 'create' ? [[step.handle, `new ${step.address}`] as const] : [])),
  );
  const nameOf = (handle: string): string => names.get(handle) ?? handle;
  const named = (value: Json): Json =>
    mapReferences(value, (reference) => ({ ...reference, $handle: nameOf(reference.$handle) }));
  return plan.steps.map((step) => {
    const handle = nameOf(step.handle);
    switch (step.kind) {
      case 'create':
        return { ...step, handle, after: named(step.after) as typeof step.after };
      case 'update':
      case 'rename':
        return {
          ...step,
          handle,
          changes: step.changes.map(({ path, before, after }) => ({
            path,
            ...(before === undefined ? {} : { before: named(before) }),
            after: named(after),
          })),
        };
      case 'delete':
      case 'noop':
        return { ...step, handle };
      default:
        return step satisfies never;
    }
  });
}

function compareMatches(then: Plan, now: Plan): readonly DecisionChange[] {
  const [earlier, later] = [then, now].map(matchedObjects);
  const only = (from: typeof earlier, other: typeof earlier, kind: 'match-appeared' | 'match-vanished') =>
    [...(from ?? [])].flatMap(([name, match]) => (other?.has(name) === true ? [] : [{ kind, ...match }]));
  return [...only(later, earlier, 'match-appeared'), ...only(earlier, later, 'match-vanished')];
}

function matchedObjects({ matches }: Plan) {
  return new Map(
    matches.flatMap(({ action, type, matched }) =>
      matched.map(
        ({ address, handle }) => [[action, address, handle].join('\n'), { action, type, address, handle }] as const,
      ),
    ),
  );
}

/** True for a value that the changed field shows already. */
function isToldBy(value: DecisionChange, step: DecisionChange): boolean {
  if (value.kind !== 'value' || step.kind !== 'field' || value.address !== step.address) return false;
  return (
    formatPath(value.path) === formatPath(step.path) &&
    isSameJson(value.later?.value ?? null, step.later?.after ?? null) &&
    value.earlier?.expression === value.later?.expression
  );
}

function compareValues(then: Plan, now: Plan): readonly DecisionChange[] {
  const [earlier, later] = [computedValues(then), computedValues(now)];
  const names = new Set([...later.keys(), ...earlier.keys()]);
  return [...names].flatMap((name): readonly DecisionChange[] => {
    const [old, fresh] = [earlier.get(name), later.get(name)];
    const place = fresh ?? old;
    if (place === undefined) return [];
    if (old !== undefined && fresh !== undefined && isSameComputed(old, fresh)) return [];
    const { action, address, path } = place;
    return [{ kind: 'value', action, address, path, ...computed('earlier', old), ...computed('later', fresh) }];
  });
}

function computedValues({ values }: Plan): ReadonlyMap<string, Plan['values'][number]> {
  return new Map(values.map((value) => [[value.action, value.address, formatPath(value.path)].join('\n'), value]));
}

function isSameComputed(left: Plan['values'][number], right: Plan['values'][number]): boolean {
  return left.expression === right.expression && isSameJson(left.value, right.value);
}

function computed<Name extends 'earlier' | 'later'>(name: Name, value: Plan['values'][number] | undefined) {
  return value === undefined ? {} : { [name]: { expression: value.expression, value: value.value } };
}
