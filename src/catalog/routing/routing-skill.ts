import { crudApi, describeType, inDivision } from '../describe/index.ts';

/** ACD skills. The public API can not rename one; its PATCH only moves it to another division. */
export const routingSkill = describeType({
  type: 'routing_skill',
  area: 'routing',
  noun: 'skill',
  key: ['name'],
  fields: ['name', 'division'],
  createOnly: ['name'],
  references: inDivision,
  api: crudApi({
    path: '/api/v2/routing/skills',
    pageSize: 500,
    create: { asIds: { division: 'divisionId' } },
    update: { method: 'PATCH', only: ['divisionId'], asIds: { division: 'divisionId' } },
    goneStates: ['deleted'],
  }),
  permissions: {
    view: ['routing:skill:view'],
    add: ['routing:skill:manage'],
    edit: ['routing:skill:update'],
    delete: ['routing:skill:manage'],
  },
  audit: { service: 'ContactCenter', entityType: 'RoutingSkill' },
  effect: 'new-only',
});
