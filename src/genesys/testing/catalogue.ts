import type { Catalogue } from '../../core/resource/index.ts';
import { catalogueOf, crud, described, part, permissions, plain } from './describe.ts';

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
    type: 'oauth_client',
    fields: ['name', 'state'],
    api: {
      ...crud('/api/v2/oauth/clients'),
      delete: { path: '/api/v2/oauth/clients/{id}', first: { state: 'inactive' } },
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
