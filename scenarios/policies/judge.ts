import { parse } from 'yaml';
import { catalogue } from '../../src/catalog/index.ts';
import { digestJson, digestText, type Action, type ChangeMetadata, type Changeset } from '../../src/core/index.ts';
import type { Diagnostic, EnvironmentRules, Json, JsonObject } from '../../src/core/index.ts';
import type { Plan, PlanInput } from '../../src/core/plan/index.ts';
import { proposeChanges } from '../../src/core/review/index.ts';
import type { ReadRequest, Snapshot, TypeListing } from '../../src/core/resource/index.ts';

/** A changeset action without its place. */
export type BareAction = Action extends infer Each ? (Each extends Action ? Omit<Each, 'source'> : never) : never;

/** An organisation as wire bodies, and what is done to it. */
export interface PolicyCase {
  /** Live objects by type, `id` in each. */
  readonly live?: Readonly<Record<string, readonly JsonObject[]>>;
  /** Parts by type, then parent id. */
  readonly parts?: Readonly<Record<string, Readonly<Record<string, readonly JsonObject[]>>>>;
  readonly actions?: readonly BareAction[];
  readonly tests?: readonly string[];
  readonly contents?: readonly string[];
  /** Published contents by object id. */
  readonly exported?: Readonly<Record<string, string>>;
  readonly metadata?: Partial<ChangeMetadata>;
  readonly environment?: Partial<EnvironmentRules>;
  readonly extra?: Partial<PlanInput>;
}

const environment: EnvironmentRules = {
  name: 'uat',
  organisationId: 'org-1',
  region: 'mypurecloud.ie',
  protected: false,
  values: {},
  mappings: [],
  pins: [],
  labels: [],
  ownership: [],
  // So that every type can be tried.
  modes: Object.fromEntries(catalogue.types.map((type) => [type, 'manage'])),
  limits: { maxObjects: 10_000, maxDeletes: 10 },
  onFailure: 'compensate',
};

/** The plan of the case over the real catalogue with all that is said of it, and what was read for it. */
export function proposed(given: PolicyCase): { readonly plan: Plan; readonly reads: readonly ReadRequest[] } {
  const reads: ReadRequest[] = [];
  let snapshot: Snapshot = {
    organisationId: 'org-1',
    takenAt: '2026-11-20T00:00:00.000Z',
    types: {},
    parts: {},
    contents: {},
    consumers: {},
  };
  for (let round = 0; round < 20; round++) {
    const result = proposeChanges({
      artifact: artifactOf(given),
      environment: { ...environment, ...given.environment },
      environmentDigest: 'sha256:env',
      catalogue,
      snapshot,
      baseline: { environment: 'uat', entries: {} },
      asOf: '2026-11-20T00:00:00.000Z',
      contentFormats: { 'architect-yaml': (text) => parse(text, { schema: 'core' }) as Json },
      ...given.extra,
    });
    if (result.kind === 'plan') return { plan: result.plan, reads };
    reads.push(...result.reads);
    for (const request of result.reads) snapshot = answered(snapshot, request, given);
  }
  throw new Error('reads are asked for without end');
}

/** What is found under the code. */
export function findingsOf(code: string, given: PolicyCase): readonly Diagnostic[] {
  return proposed(given).plan.diagnostics.filter((diagnostic) => diagnostic.code === code);
}

/** The details of what is found under the code. */
export function detailsOf(code: string, given: PolicyCase): readonly string[] {
  return findingsOf(code, given).map(({ detail }) => detail);
}

/** One example of a check's table: no `found` means that it has nothing to object to. */
export interface Example extends PolicyCase {
  readonly name: string;
  readonly found?: readonly string[];
}

/** `ensure` of an object with these values. */
export function ensure(type: string, key: string | readonly string[], set: JsonObject = {}): BareAction {
  return { kind: 'ensure', target: { type, key: typeof key === 'string' ? [key] : key }, set };
}

/** `delete` of an object. */
export function remove(type: string, key: string | readonly string[]): BareAction {
  return { kind: 'delete', target: { type, key: typeof key === 'string' ? [key] : key } };
}

function artifactOf(given: PolicyCase): PlanInput['artifact'] {
  const changeset: Changeset = {
    metadata: {
      name: 'test',
      owner: 'dana@example.com',
      reason: 'needed by billing',
      workItem: 'CC-1',
      lane: 'normal',
      ...given.metadata,
    },
    inputs: {},
    actions: (given.actions ?? []).map(
      (action, index) => ({ ...action, source: { file: 'changesets/test.yaml', line: index + 1 } }) as Action,
    ),
    tests: (given.tests ?? []).map((assert) => ({ name: assert, assert, source: { file: 'changesets/test.yaml' } })),
  };
  const contents = Object.fromEntries((given.contents ?? []).map((text) => [digestText(text), text]));
  const digest = digestJson(changeset as unknown as Json);
  return { apiVersion: 'signalbox/v1', kind: 'Artifact', digest, changeset, contents };
}

function answered(snapshot: Snapshot, request: ReadRequest, given: PolicyCase): Snapshot {
  switch (request.kind) {
    case 'type':
      return {
        ...snapshot,
        types: { ...snapshot.types, [request.type]: listingOf(given.live?.[request.type] ?? []) },
      };
    case 'part': {
      const listing = listingOf(given.parts?.[request.type]?.[request.parentId] ?? []);
      const parts = { ...snapshot.parts[request.type], [request.parentId]: listing };
      return { ...snapshot, parts: { ...snapshot.parts, [request.type]: parts } };
    }
    case 'content': {
      const content = { text: given.exported?.[request.id] ?? '', revision: '1' };
      return { ...snapshot, contents: { ...snapshot.contents, [request.id]: content } };
    }
    case 'consumers':
      return { ...snapshot, consumers: { ...snapshot.consumers, [request.id]: [] } };
    case 'deleted':
      return { ...snapshot, deleted: { ...snapshot.deleted, [request.type]: listingOf([]) } };
    default:
      return request satisfies never;
  }
}

function listingOf(bodies: readonly JsonObject[]): TypeListing {
  return { objects: bodies.map((body) => ({ id: String(body['id']), body })), complete: true };
}
