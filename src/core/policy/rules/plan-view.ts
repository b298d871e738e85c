import { isJsonArray, type Json, type JsonObject } from '../../json/json.ts';
import { formatPath, mapChildren, withValueAt } from '../../json/path.ts';
import type { FieldChange, Plan, Step } from '../../plan/plan.ts';
import { parseAddress } from '../../resource/address.ts';
import { isLinkedReference } from '../../resource/reference.ts';

/**
 * What policies see under `plan`: the plan and its review and nothing else, so that a saved plan gives the same answers.
 * Steps that change nothing are left out; `docs/policies.md` lists the names. Sections that a plan lacks are absent.
 */
export function viewOfPlan(plan: Plan): JsonObject {
  const { review } = plan;
  return {
    changeset: plan.changeset,
    environment: plan.environment,
    organisationId: plan.organisationId,
    artifactDigest: plan.artifactDigest,
    asOf: plan.asOf,
    relative: plan.relative,
    reversibility: plan.reversibility,
    requests: plan.requests,
    ...asJson({ metadata: review?.subject?.metadata, lane: review?.subject?.metadata.lane, origin: plan.origin }),
    counts: countsOf(plan),
    ...asJson({
      risk: review?.risk,
      reach: review?.reach,
      cost: review?.cost,
      rollback: review?.rollback,
      sideEffects: review?.sideEffects,
      merges: review?.merges,
    }),
    steps: plan.steps.filter(({ kind }) => kind !== 'noop').map(viewOfStep),
  };
}

/** What policies see under `env`. */
export function viewOfEnvironment(plan: Plan): JsonObject {
  return asJson({ name: plan.environment, ...plan.review?.subject?.environment });
}

function viewOfStep(step: Step): JsonObject {
  const { id, kind, type, address, phase, reason, reversibility, effect, requests } = step;
  const key = parseAddress(address)?.key ?? [];
  return {
    id,
    kind,
    type,
    address,
    name: key.at(-1) ?? address,
    key,
    ...(step.kind === 'rename' ? { from: step.from } : {}),
    phase,
    reason,
    reversibility,
    effect,
    requests,
    ...valuesOf(step),
  };
}

function valuesOf(step: Step): JsonObject {
  switch (step.kind) {
    case 'create': {
      const after = readable(step.after) as JsonObject;
      const changes = Object.entries(after).map(([field, value]) => ({ field, before: null, after: value }));
      return { before: {}, after, changes };
    }
    case 'update':
    case 'rename':
      return {
        before: nested(step.changes, ({ before }) => before),
        after: nested(step.changes, ({ after }) => after),
        changes: step.changes.map(({ path, before, after }) => ({
          field: formatPath(path),
          before: readable(before ?? null),
          after: readable(after),
        })),
      };
    case 'delete':
      return { before: readable(step.before), after: {}, changes: [] };
    case 'noop':
      return { before: {}, after: {}, changes: [] };
    default:
      return step satisfies never;
  }
}

/** The changed fields as one object; fields without a value are left out. */
function nested(changes: readonly FieldChange[], pick: (change: FieldChange) => Json | undefined): JsonObject {
  let document: JsonObject = {};
  for (const change of changes) {
    const value = pick(change);
    if (value !== undefined) document = withValueAt(document, change.path, readable(value));
  }
  return document;
}

/** References as authors know them from changesets: `{ type, address, name }`, and `id` for what exists already. */
function readable(value: Json): Json {
  if (!isLinkedReference(value)) return mapChildren(value, readable);
  const address = value.$ref ?? `${value.$type}/~${value.$handle}`;
  return {
    type: value.$type,
    address,
    name: parseAddress(address)?.key.at(-1) ?? address,
    ...(value.$handle.startsWith('new#') ? {} : { id: value.$handle }),
  };
}

function countsOf({ review, steps }: Plan): JsonObject {
  const touched = new Set(steps.flatMap(({ kind, type, handle }) => (kind === 'noop' ? [] : [`${type} ${handle}`])));
  return { ...asJson({ ...review?.counts }), touched: touched.size };
}

/** Values of plain types as JSON: what is undefined is left out, however deep. */
function asJson(value: object): JsonObject {
  return withoutAbsent(value as Json) as JsonObject;
}

function withoutAbsent(value: Json): Json {
  if (isJsonArray(value)) return value.map(withoutAbsent);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => (inner as Json | undefined) !== undefined);
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutAbsent(inner)]));
}
