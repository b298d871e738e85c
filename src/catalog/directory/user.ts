import { crudApi, describeType, objectReferences } from '../describe/index.ts';

/** People. HR and SCIM own them, so they are only resolved, by e-mail, unless a project opts in. */
export const user = describeType({
  type: 'user',
  area: 'directory',
  noun: 'user',
  key: ['email'],
  fields: ['email', 'name', 'division', 'department', 'title', 'state', 'manager', 'acdAutoAnswer', 'preferredName'],
  createOnly: ['division'],
  required: ['email', 'name', 'division'],
  defaults: { state: 'active', acdAutoAnswer: false },
  references: objectReferences({ division: 'auth_division', manager: 'user' }),
  versioned: true,
  defaultMode: 'reference',
  portability: 'mapped',
  api: crudApi({
    path: '/api/v2/users',
    pageSize: 500,
    create: {
      only: ['name', 'email', 'department', 'title', 'divisionId', 'state'],
      asIds: { division: 'divisionId' },
    },
    update: {
      method: 'PATCH',
      only: ['email', 'name', 'department', 'title', 'state', 'manager', 'acdAutoAnswer', 'preferredName'],
      asIds: { manager: 'manager' },
    },
    goneStates: ['deleted'],
  }),
  permissions: {
    view: [],
    add: ['directory:user:add'],
    edit: ['directory:user:edit'],
    delete: ['directory:user:delete'],
  },
  audit: { service: 'Directory', entityType: 'User' },
  visibilityLagMs: 10_000,
  reversibility: { create: 'exact', update: 'exact', delete: 'exact' },
  restorable: true,
});
