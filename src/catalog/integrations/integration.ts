import { crudApi, describeType, permissionsOf } from '../describe/index.ts';

/**
 * Integrations. Each environment sets up its own, with its own credentials, so they are resolved by name; credentials
 * are never read or written.
 */
export const integration = describeType({
  type: 'integration',
  area: 'integrations',
  noun: 'integration',
  key: ['name'],
  keyRule: { compare: 'exact', unique: false },
  fields: ['name', 'integrationType', 'intendedState', 'config'],
  readOnly: [
    'integrationType.name',
    'integrationType.description',
    'integrationType.provider',
    'integrationType.category',
    'integrationType.selfUri',
    'config.current.id',
    'config.current.version',
    'config.current.selfUri',
  ],
  createOnly: ['integrationType'],
  required: ['name', 'integrationType'],
  secret: ['config.current.credentials'],
  defaultMode: 'reference',
  portability: 'mapped',
  api: {
    ...crudApi({
      path: '/api/v2/integrations',
      pageSize: 100,
      create: { only: ['name', 'integrationType'] },
      update: { method: 'PATCH', only: ['intendedState'] },
    }),
    settings: { path: '/api/v2/integrations/{id}/config/current', field: 'config.current' },
  },
  permissions: permissionsOf('integrations:integration'),
  audit: { service: 'Integrations', entityType: 'Integration' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  effect: 'in-progress',
  cost: { pageSize: 100, create: 3, update: 3, delete: 1 },
});
