import type { ApiRules, Catalogue, ResourceDescriptor } from '../../core/resource/index.ts';

type Facts = Partial<ResourceDescriptor> & { readonly type: string; readonly api: ApiRules };

/** What the client's tests need to know of a few types; the product's own catalogue is proven in the scenarios. */
export const testCatalogue: Catalogue = catalogueOf([
  plain('routing_skill', '/api/v2/routing/skills', { permissions: permissions('routing:skill') }),
  plain('routing_wrapupcode', '/api/v2/routing/wrapupcodes', { permissions: permissions('routing:wrapupCode') }),
  plain('routing_language', '/api/v2/routing/languages', { permissions: { view: [], add: [], edit: [], delete: [] } }),
  plain('routing_queue', '/api/v2/routing/queues', { permissions: permissions('routing:queue') }),
  plain(
    'group',
    '/api/v2/groups',
    { versioned: true },
    { update: { method: 'PUT', path: '/api/v2/groups/{id}', omit: ['type'] } },
  ),
  plain(
    'location',
    '/api/v2/locations',
    { versioned: true },
    { update: { method: 'PATCH', path: '/api/v2/locations/{id}' } },
  ),
  plain('auth_division', '/api/v2/authorization/divisions', {}),
  plain('user', '/api/v2/users', { versioned: true }),
  plain('architect_schedules', '/api/v2/architect/schedules', { versioned: true }),
  plain(
    'architect_datatable',
    '/api/v2/flows/datatables',
    {},
    { get: { path: '/api/v2/flows/datatables/{id}', query: { expand: 'schema' } } },
  ),
  described({
    ...part('architect_datatable_row', 'child', { parentType: 'architect_datatable', parentField: 'table' }),
    api: {
      ...crud('/api/v2/flows/datatables/{parentId}/rows', { idField: 'key', query: { showbrief: 'false' } }),
      nest: { into: 'values', beside: ['key'] },
    },
  }),
  described({
    ...part('routing_queue_wrapupcodes', 'facet', { parentType: 'routing_queue', parentField: 'queue' }),
    api: {
      list: crud('/api/v2/routing/queues/{parentId}/wrapupcodes').list,
      capability: {
        kind: 'membership',
        field: 'wrapupCodes',
        addBatch: 2,
        remove: { kind: 'each', path: '/api/v2/routing/queues/{parentId}/wrapupcodes/{id}' },
      },
    },
  }),
  described({
    type: 'integration',
    secret: ['config.current.credentials'],
    api: {
      ...crud('/api/v2/integrations'),
      create: { method: 'POST', path: '/api/v2/integrations', only: ['name', 'integrationType'] },
      update: { method: 'PATCH', path: '/api/v2/integrations/{id}', only: ['intendedState'] },
      settings: { path: '/api/v2/integrations/{id}/config/current', field: 'config.current' },
    },
  }),
  described({
    type: 'integration_action',
    fields: ['category', 'name', 'contract', 'config'],
    versioned: true,
    readOnly: ['contract.input.inputSchemaUri'],
    api: {
      ...crud('/api/v2/integrations/actions', { whole: false }),
      get: { path: '/api/v2/integrations/actions/{id}', query: { expand: 'contract', includeConfig: 'true' } },
      update: { method: 'PATCH', path: '/api/v2/integrations/actions/{id}', only: ['category', 'name', 'config'] },
      capability: {
        kind: 'draft-publish',
        draftPath: '/api/v2/integrations/actions/{id}/draft',
        publishPath: '/api/v2/integrations/actions/{id}/draft/publish',
        publishedFields: ['category', 'name', 'config'],
      },
    },
  }),
  described({
    type: 'flow',
    content: {
      field: 'content',
      format: 'architect-yaml',
      revision: 'publishedVersion.id',
      references: () => [],
      keyOf: () => undefined,
      canonical: (parsed) => parsed,
    },
    api: {
      ...crud('/api/v2/flows'),
      lowerCase: ['type'],
      capability: {
        kind: 'flow-jobs',
        publishPath: '/api/v2/flows/jobs',
        exportPath: '/api/v2/flows/export/jobs',
        validatePath: '/api/v2/flows/validate/jobs',
      },
    },
  }),
]);

function catalogueOf(descriptors: readonly ResourceDescriptor[]): Catalogue {
  return {
    find: (type) => descriptors.find((each) => each.type === type),
    types: descriptors.map((each) => each.type),
  };
}

function plain(
  type: string,
  path: string,
  facts: Partial<ResourceDescriptor>,
  api: Partial<ApiRules> = {},
): ResourceDescriptor {
  return described({ type, ...facts, api: { ...crud(path), goneStates: ['deleted'], ...api } });
}

function crud(path: string, list: Partial<ApiRules['list']> = {}): ApiRules {
  return {
    list: { path, paging: 'page', pageSize: 100, items: 'entities', whole: true, idField: 'id', ...list },
    get: { path: `${path}/{id}`, ...(list.query === undefined ? {} : { query: list.query }) },
    create: { method: 'POST', path },
    update: { method: 'PUT', path: `${path}/{id}` },
    delete: { path: `${path}/{id}` },
    capability: { kind: 'crud' },
  };
}

function part(
  type: string,
  kind: 'child' | 'facet',
  parent: { readonly parentType: string; readonly parentField: string },
): Pick<ResourceDescriptor, 'type' | 'shape' | 'references'> {
  return {
    type,
    shape: { kind, ...parent },
    references: [{ path: parent.parentField, wire: 'object', type: parent.parentType }],
  };
}

function permissions(prefix: string): ResourceDescriptor['permissions'] {
  return { view: [`${prefix}:view`], add: [`${prefix}:add`], edit: [`${prefix}:edit`], delete: [`${prefix}:delete`] };
}

function described(facts: Facts): ResourceDescriptor {
  return {
    area: 'test',
    noun: facts.type,
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
    references: [],
    versioned: false,
    visibilityLagMs: 5_000,
    permissions: { view: [], add: [], edit: [], delete: [] },
    audit: { service: 'ContactCenter', entityType: 'RoutingSkill' },
    reversibility: { create: 'exact', update: 'exact', delete: 'new-id' },
    effect: 'none',
    restorable: false,
    limits: {},
    knownLimits: [],
    cost: { pageSize: 100, create: 2, update: 2, delete: 2 },
    ...facts,
  };
}
