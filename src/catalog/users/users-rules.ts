import { crudApi, describeType } from '../describe/index.ts';

/** Rules that choose users for learning modules and activity plans. */
export const usersRules = describeType({
  type: 'users_rules',
  area: 'users',
  noun: 'rule that chooses users',
  level: 'B',
  key: ['name'],
  keyRule: { unique: false },
  fields: ['name', 'description', 'type'],
  createOnly: ['type'],
  required: ['name', 'type'],
  defaultMode: 'observe',
  api: crudApi({
    path: '/api/v2/users/rules',
    pageSize: 25,
    // The platform shows rules of the types that are asked for only.
    list: { query: { types: ['Learning', 'ActivityPlan'] } },
    create: 'none',
    update: { method: 'PATCH', only: ['name', 'description'] },
  }),
  limits: { create: 'a rule needs its criteria, which Signalbox does not carry between organisations yet' },
  knownLimits: ['The criteria, which hold ids of many kinds of objects, stay as they are.'],
  permissions: {
    view: ['users:rules:view'],
    add: [],
    edit: ['users:rules:edit'],
    delete: ['users:rules:delete'],
  },
  audit: { service: 'Learning', entityType: 'Rule' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
});
