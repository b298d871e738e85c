import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { isWildcard, permissionsOfRole, shortList } from './role-permissions.ts';

/** SB1122: no role gets a permission in which `*` stands for entities or actions; those it has already are left alone. */
export const permissionWildcard = defineCheck({
  code: 'SB1122',
  name: 'permission-wildcard',
  severity: 'error',
  types: ['auth_role'],
  looksAt: 'permissions that a role gets',
  run: (context) =>
    findingsPerObject(context, ({ address, before, after }) => {
      const had = permissionsOfRole(before);
      const broad = permissionsOfRole(after).filter((name) => isWildcard(name) && !had.includes(name));
      return broad.length === 0 ? [] : [`${address} gets ${shortList(broad)}.`];
    }),
});
