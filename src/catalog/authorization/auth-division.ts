import { crudApi, describeType } from '../describe/index.ts';

/** Divisions: they decide who sees what, so they are resolved and left to their owners. */
export const authDivision = describeType({
  type: 'auth_division',
  area: 'authorization',
  noun: 'division',
  key: ['name'],
  fields: ['name', 'description'],
  required: ['name', 'description'],
  defaultMode: 'reference',
  api: crudApi({ path: '/api/v2/authorization/divisions', pageSize: 100 }),
  permissions: {
    view: [],
    add: ['authorization:division:add', 'authorization:grant:add'],
    edit: ['authorization:division:edit'],
    delete: ['authorization:division:delete'],
  },
  audit: { service: 'PeoplePermissions', entityType: 'Division' },
  reversibility: { create: 'exact', update: 'exact', delete: 'exact' },
  restorable: true,
});
