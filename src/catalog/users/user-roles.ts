import { grantReferences, roleGrants } from '../authorization/role-grants.ts';
import { describeType, objectReferences } from '../describe/index.ts';

/** The roles that a person has by himself, each in a division. People are not ours: only kept when a project asks. */
export const userRoles = describeType({
  ...roleGrants,
  type: 'user_roles',
  area: 'users',
  noun: 'roles of a user',
  level: 'B',
  shape: { kind: 'facet', parentType: 'user', parentField: 'user' },
  key: ['user'],
  fields: ['user', 'grants'],
  references: [...objectReferences({ user: 'user' }), ...grantReferences],
  defaultMode: 'reference',
  portability: 'environment',
  audit: { service: 'PeoplePermissions', entityType: 'AuthUser' },
});
