import { crudApi, describeType } from '../describe/index.ts';

/** ACD languages. They have nothing but a name, and the public API can not change it. */
export const routingLanguage = describeType({
  type: 'routing_language',
  area: 'routing',
  noun: 'language',
  key: ['name'],
  fields: ['name'],
  createOnly: ['name'],
  api: crudApi({ path: '/api/v2/routing/languages', pageSize: 100, update: 'none', goneStates: ['deleted'] }),
  limits: { update: 'the platform has no request that changes a language, not even its name' },
  permissions: { view: [], add: ['routing:skill:manage'], edit: [], delete: ['routing:skill:manage'] },
  audit: { service: 'ContactCenter', entityType: 'RoutingLanguage' },
  effect: 'new-only',
});
