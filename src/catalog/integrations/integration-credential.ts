import { crudApi, describeType } from '../describe/index.ts';

/**
 * Credentials of integrations, by name and kind. What is secret in them is never read or written: people give it in
 * each organisation, and a project maps one credential to the other.
 */
export const integrationCredential = describeType({
  type: 'integration_credential',
  area: 'integrations',
  noun: 'credential',
  level: 'B',
  key: ['name'],
  keyRule: { compare: 'exact', unique: false },
  fields: ['name', 'type'],
  readOnly: ['type.id', 'type.properties', 'type.displayOrder', 'type.required'],
  required: ['name', 'type'],
  defaultMode: 'reference',
  portability: 'mapped',
  api: crudApi({
    path: '/api/v2/integrations/credentials',
    pageSize: 200,
    list: { path: '/api/v2/integrations/credentials/listing', paging: 'cursor' },
    create: 'none',
    update: 'none',
  }),
  limits: {
    create: 'a credential needs its secret values, which never pass through Signalbox: make it in the Admin UI',
    update: 'the platform takes a credential only together with its secret values, which never pass through Signalbox',
  },
  permissions: {
    view: ['integrations:integration:view'],
    add: [],
    edit: [],
    delete: ['integrations:integration:delete'],
  },
  effects: [
    {
      on: 'delete',
      kind: 'goes-with',
      text: 'The platform removes the sign-in action of integrations that it was for.',
    },
  ],
  audit: { service: 'Integrations', entityType: 'Credential' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  effect: 'in-progress',
});
