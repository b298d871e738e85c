import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { permissionsOfRole, shortList } from './role-permissions.ts';

/** SB1123: a role that people have already does not get more permissions unnoticed. */
export const roleWidened = defineCheck({
  code: 'SB1123',
  name: 'role-widened',
  severity: 'warning',
  types: ['auth_role'],
  looksAt: 'permissions that an existing role gets',
  run: (context) =>
    findingsPerObject(context, ({ address, before, after }) => {
      if (before === undefined || after === undefined) return [];
      const had = new Set(permissionsOfRole(before));
      const gained = permissionsOfRole(after).filter((name) => !had.has(name));
      return gained.length === 0 ? [] : [`${address} gets ${shortList(gained)}.`];
    }),
});
