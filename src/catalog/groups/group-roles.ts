import { grantReferences, roleGrants } from '../authorization/role-grants.ts';
import { describeType, objectReferences } from '../describe/index.ts';

/** The roles that everybody in a group has, each in a division. */
export const groupRoles = describeType({
  ...roleGrants,
  type: 'group_roles',
  area: 'groups',
  noun: 'roles of a group',
  shape: { kind: 'facet', parentType: 'group', parentField: 'group' },
  key: ['group'],
  fields: ['group', 'grants'],
  references: [...objectReferences({ group: 'group' }), ...grantReferences],
  // Without it the platform takes the subject for a person.
  api: {
    ...roleGrants.api,
    capability: { kind: 'grants', replacePath: `${roleGrants.api.capability.replacePath}?subjectType=PC_GROUP` },
  },
  audit: { service: 'PeoplePermissions', entityType: 'DirectoryGroup' },
});
