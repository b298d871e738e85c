import { crudApi, describeType, inDivision, permissionsOf } from '../describe/index.ts';

/** Skill groups: agents chosen by how well they master skills and languages. */
export const routingSkillGroup = describeType({
  type: 'routing_skill_group',
  area: 'routing',
  noun: 'skill group',
  key: ['name'],
  fields: ['name', 'division', 'description', 'skillConditions'],
  required: ['name', 'skillConditions'],
  references: inDivision,
  api: crudApi({
    path: '/api/v2/routing/skillgroups',
    pageSize: 100,
    list: { paging: 'cursor', whole: false },
    update: { method: 'PATCH', only: ['name', 'division', 'description', 'skillConditions'] },
  }),
  knownLimits: [
    'Conditions name skills and languages by their names: these have to exist, and renaming one does not change them.',
    'The divisions whose agents count have an endpoint of their own and stay as they are.',
  ],
  permissions: permissionsOf('routing:skillGroup'),
  audit: { service: 'Groups', entityType: 'SkillGroup' },
  effect: 'in-progress',
  cost: { pageSize: 1, create: 1, update: 1, delete: 1 },
});
