import type { Action } from '../../changeset/action.ts';
import type { Artifact, Changeset } from '../../changeset/changeset.ts';
import type { EnvironmentRules } from '../../environment/environment.ts';
import { digestJson, digestText } from '../../json/canonical-json.ts';
import type { Json, JsonObject } from '../../json/json.ts';
import type { Catalogue, ResourceDescriptor } from '../../resource/descriptor.ts';
import type { ReadRequest, Snapshot, TypeListing } from '../../resource/snapshot.ts';
import type { Plan } from '../plan.ts';
import type { PlanInput, PlanResult } from '../plan-input.ts';
import { planChanges } from '../plan-changes.ts';

const base: ResourceDescriptor = {
  type: 'colour',
  area: 'test',
  noun: 'colour',
  level: 'A',
  shape: { kind: 'object' },
  key: { fields: ['name'], compare: 'insensitive', unique: true },
  defaultMode: 'manage',
  portability: 'portable',
  fields: ['name'],
  readOnly: [],
  createOnly: [],
  required: ['name'],
  hidden: {},
  secret: [],
  lists: {},
  defaults: {},
  api: {
    list: { path: '/x', paging: 'page', pageSize: 100, items: 'entities', whole: true, idField: 'id' },
    capability: { kind: 'crud' },
  },
  references: [],
  versioned: false,
  visibilityLagMs: 0,
  permissions: { view: [], add: [], edit: [], delete: [] },
  audit: { service: 'Test', entityType: 'Colour' },
  reversibility: { create: 'exact', update: 'exact', delete: 'new-id' },
  effect: 'new-only',
  restorable: false,
  limits: {},
  knownLimits: [],
  cost: { pageSize: 100, create: 1, update: 1, delete: 1 },
};

/**
 * Made-up types: `colour` (plain), `crate` (holds colours, a mate and a tune), `crate_labels` (its facet), `tune`
 * (content that names crates), `shelf` (two key parts), `sign` (named by its shelf and a side), `lamp` (twins allowed, name fixed on creation, and its serial,
 * which is never shown), `badge` (deleted ones are kept), `house_rules` (one in an organisation), `lock` (a crate has one or none), `tag` (a child with two key parts of its own), `safe` (with a
 * secret pin), `rack` (with a keyed list), `star`
 * (read-only), `pebble` (found and lost, never made or deleted), `dust` (comes and goes with the shelf it lies on).
 */
export const testCatalogue: Catalogue = catalogueOf([
  base,
  {
    ...base,
    type: 'crate',
    noun: 'crate',
    fields: ['name', 'size', 'note', 'colours', 'mate', 'tune', 'settings'],
    lists: { colours: { kind: 'set' } },
    defaults: { size: 10, 'settings.timeoutMs': 1000 },
    references: [
      { path: 'colours[]', wire: 'object', type: 'colour' },
      { path: 'mate', wire: 'object', type: 'crate' },
      { path: 'tune', wire: 'object', type: 'tune' },
    ],
  },
  {
    ...base,
    type: 'crate_labels',
    noun: 'labels',
    shape: { kind: 'facet', parentType: 'crate', parentField: 'crate' },
    key: { fields: ['crate'], compare: 'insensitive', unique: true },
    fields: ['crate', 'colours'],
    required: [],
    lists: { colours: { kind: 'set' } },
    references: [
      { path: 'crate', wire: 'object', type: 'crate' },
      { path: 'colours[]', wire: 'object', type: 'colour' },
    ],
  },
  {
    ...base,
    type: 'tune',
    noun: 'tune',
    fields: ['name', 'content'],
    content: {
      field: 'content',
      format: 'json',
      revision: 'published',
      references: (parsed) =>
        (((parsed as JsonObject)['crates'] as string[] | undefined) ?? []).map((name) => ({
          type: 'crate',
          key: [name],
        })),
      keyOf: (parsed) => [String((parsed as JsonObject)['name'])],
      canonical: (parsed) => parsed,
    },
  },
  {
    ...base,
    type: 'shelf',
    noun: 'shelf',
    key: { fields: ['room', 'name'], compare: 'insensitive', unique: true },
    fields: ['room', 'name', 'height'],
  },
  {
    ...base,
    type: 'sign',
    noun: 'sign',
    key: { fields: ['shelf', 'side'], compare: 'insensitive', unique: true },
    fields: ['shelf', 'side', 'text'],
    required: ['shelf', 'side'],
    references: [{ path: 'shelf', wire: 'object', type: 'shelf' }],
  },
  {
    ...base,
    type: 'lamp',
    noun: 'lamp',
    key: { fields: ['name'], compare: 'exact', unique: false },
    fields: ['name', 'watt', 'serial'],
    createOnly: ['name', 'serial'],
    hidden: { serial: 'preserved' },
  },
  {
    ...base,
    type: 'badge',
    noun: 'badge',
    fields: ['name', 'rank', 'ribbon'],
    required: ['name', 'ribbon'],
    reversibility: { create: 'exact', update: 'exact', delete: 'exact' },
    restorable: true,
  },
  {
    ...base,
    type: 'house_rules',
    noun: 'set of house rules',
    shape: { kind: 'object', single: true },
    key: { fields: [], compare: 'exact', unique: true },
    fields: ['quiet', 'colour'],
    required: [],
    references: [{ path: 'colour', wire: 'object', type: 'colour' }],
  },
  {
    ...base,
    type: 'lock',
    noun: 'lock',
    shape: { kind: 'child', parentType: 'crate', parentField: 'crate' },
    key: { fields: ['crate'], compare: 'exact', unique: true },
    fields: ['crate', 'code'],
    required: ['code'],
    references: [{ path: 'crate', wire: 'object', type: 'crate' }],
  },
  {
    ...base,
    type: 'tag',
    noun: 'tag',
    shape: { kind: 'child', parentType: 'crate', parentField: 'crate' },
    key: { fields: ['crate', 'kind', 'text'], compare: 'exact', unique: true },
    fields: ['crate', 'kind', 'text', 'tone'],
    references: [{ path: 'crate', wire: 'object', type: 'crate' }],
    required: ['kind', 'text'],
  },
  {
    ...base,
    type: 'parcel',
    noun: 'parcel',
    fields: ['name', 'tag'],
    references: [{ path: 'tag', wire: 'object', type: 'tag' }],
  },
  {
    ...base,
    type: 'safe',
    noun: 'safe',
    fields: ['name', 'pin', 'note'],
    secret: ['pin'],
  },
  {
    ...base,
    type: 'rack',
    noun: 'rack',
    fields: ['name', 'slots', 'rows'],
    lists: { slots: { kind: 'keyed', by: 'no' } },
  },
  {
    ...base,
    type: 'star',
    noun: 'star',
    fields: ['name', 'height'],
    limits: { create: 'stars come by themselves', update: 'nobody can reach them', delete: 'they burn for long' },
  },
  {
    ...base,
    type: 'pebble',
    noun: 'pebble',
    fields: ['name', 'note', 'pebble'],
    references: [{ path: 'pebble', wire: 'object', type: 'pebble' }],
    limits: { create: 'the sea makes pebbles', delete: 'only the sea takes them' },
  },
  {
    ...base,
    type: 'dust',
    noun: 'dust',
    fields: ['name', 'on', 'under'],
    references: [
      { path: 'on', wire: 'object', type: 'shelf' },
      { path: 'under', wire: 'object', type: 'shelf' },
    ],
    goesWith: ['on'],
    limits: { create: 'dust comes with its shelf', update: 'nobody wants it', delete: 'dust goes with its shelf' },
  },
]);

/** An environment with nothing special about it. */
const testEnvironment: EnvironmentRules = {
  name: 'uat',
  organisationId: 'org-1',
  region: 'mypurecloud.ie',
  protected: false,
  values: { limit: 3000 },
  mappings: [],
  pins: [],
  labels: [],
  ownership: [],
  modes: {},
  limits: { maxObjects: 100, maxDeletes: 10 },
  onFailure: 'compensate',
};

/** Live objects by type; `id` in each. Parts go by `type`, then parent id. */
export interface TestOrganisation {
  readonly [type: string]: readonly JsonObject[];
}

/** A changeset action; without its place it stands in the line of its position. */
export type BareAction = Action extends infer Each
  ? Each extends Action
    ? Omit<Each, 'source'> & Partial<Pick<Each, 'source'>>
    : never
  : never;

/** What a planner test varies. */
export interface TestCase {
  readonly live?: TestOrganisation;
  readonly parts?: Readonly<Record<string, Readonly<Record<string, readonly JsonObject[]>>>>;
  readonly actions: readonly BareAction[];
  readonly contents?: readonly string[];
  readonly exported?: Readonly<Record<string, string>>;
  readonly consumers?: Snapshot['consumers'];
  readonly deleted?: TestOrganisation;
  readonly incomplete?: readonly string[];
  readonly inputs?: JsonObject;
  /** Assertions by name. */
  readonly tests?: Readonly<Record<string, string>>;
  readonly environment?: Partial<EnvironmentRules>;
  readonly extra?: Partial<PlanInput>;
}

/**
 * Plans the case as the shell would: answers reads until there is a plan. Gives the plan and what had to be read. The
 * bare planner, unless another is given.
 */
export function planOf(
  given: TestCase,
  plan: (input: PlanInput) => PlanResult = planChanges,
): { readonly plan: Plan; readonly read: readonly string[] } {
  const read: string[] = [];
  let snapshot: Snapshot = {
    organisationId: 'org-1',
    takenAt: '2026-11-20T00:00:00.000Z',
    types: {},
    parts: {},
    contents: {},
    consumers: {},
  };
  for (let round = 0; round < 20; round++) {
    const result = plan({
      artifact: artifactOf(given),
      environment: { ...testEnvironment, ...given.environment },
      environmentDigest: 'sha256:env',
      catalogue: testCatalogue,
      snapshot,
      baseline: { environment: 'uat', entries: {} },
      asOf: '2026-11-20T00:00:00.000Z',
      contentFormats: { json: (text) => JSON.parse(text) as Json },
      ...given.extra,
    });
    if (result.kind === 'plan') return { plan: result.plan, read };
    for (const request of result.reads) {
      read.push(
        [request.kind, request.type, 'parentId' in request ? request.parentId : 'id' in request ? request.id : '']
          .filter(Boolean)
          .join(' '),
      );
      snapshot = answered(snapshot, request, given);
    }
  }
  throw new Error('the planner asks for reads without end');
}

/** The snapshot with what the case says of one read. */
function answered(snapshot: Snapshot, request: ReadRequest, given: TestCase): Snapshot {
  const isComplete = given.incomplete?.includes(request.type) !== true;
  switch (request.kind) {
    case 'type': {
      const listing = listingOf(given.live?.[request.type] ?? [], isComplete);
      return { ...snapshot, types: { ...snapshot.types, [request.type]: listing } };
    }
    case 'part': {
      const listing = listingOf(given.parts?.[request.type]?.[request.parentId] ?? [], isComplete);
      const parts = { ...snapshot.parts[request.type], [request.parentId]: listing };
      return { ...snapshot, parts: { ...snapshot.parts, [request.type]: parts } };
    }
    case 'content': {
      const content = { text: given.exported?.[request.id] ?? '', revision: '1' };
      return { ...snapshot, contents: { ...snapshot.contents, [request.id]: content } };
    }
    case 'consumers': {
      const known = given.consumers?.[request.id];
      const consumers = known === undefined ? [] : known;
      return { ...snapshot, consumers: { ...snapshot.consumers, [request.id]: consumers } };
    }
    case 'deleted':
      return {
        ...snapshot,
        deleted: { ...snapshot.deleted, [request.type]: listingOf(given.deleted?.[request.type] ?? [], isComplete) },
      };
    default:
      return request satisfies never;
  }
}

/** One line per step: what people would tell each other. */
export function linesOf(plan: Plan): readonly string[] {
  return plan.steps.map((step) => {
    const what = step.kind === 'rename' ? `${step.from} → ${step.address}` : step.address;
    const changes =
      'changes' in step
        ? ` ${step.changes.map((change) => `${change.path.join('.')}: ${textOf(change.before)} → ${textOf(change.after)}`).join('; ')}`
        : '';
    return `${step.kind} ${what}${changes}`;
  });
}

function textOf(value: Json | undefined): string {
  return value === undefined
    ? '-'
    : JSON.stringify(value, (_, inner: Json) =>
        typeof inner === 'object' && inner !== null && '$ref' in inner ? inner['$ref'] : inner,
      );
}

function artifactOf(given: TestCase): Artifact {
  const changeset: Changeset = {
    metadata: { name: 'test', owner: 'dana@example.com', reason: 'test', workItem: 'CC-1', lane: 'normal' },
    inputs: given.inputs ?? {},
    actions: given.actions.map(
      (action, index) => ({ source: { file: 'test.yaml', line: index + 1 }, ...action }) as Action,
    ),
    tests: Object.entries(given.tests ?? {}).map(([name, assert]) => ({
      name,
      assert,
      source: { file: 'test.yaml', line: 1 },
    })),
  };
  const contents = Object.fromEntries((given.contents ?? []).map((text) => [digestText(text), text]));
  return {
    apiVersion: 'signalbox/v1',
    kind: 'Artifact',
    digest: digestJson(changeset as unknown as Json),
    changeset,
    contents,
  };
}

function listingOf(bodies: readonly JsonObject[], complete: boolean): TypeListing {
  return {
    objects: bodies.map((body) => ({ id: String(body['id']), body })),
    complete,
    ...(complete ? {} : { incompleteBecause: 'the client sees one division only' }),
  };
}

function catalogueOf(descriptors: readonly ResourceDescriptor[]): Catalogue {
  const byType = new Map(descriptors.map((descriptor) => [descriptor.type, descriptor]));
  return { find: (type) => byType.get(type), types: [...byType.keys()].toSorted() };
}
