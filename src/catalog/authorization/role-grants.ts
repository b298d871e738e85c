import type { ReferenceRule, ResourceDescriptor } from '../../core/resource/index.ts';

/**
 * What the roles of somebody have in common, whoever holds them: pairs of a role and a division (`*` for all), read
 * from the subject and replaced as a whole.
 */
export const roleGrants = {
  readOnly: ['grants[].subjectId', 'grants[].grantMadeAt'],
  lists: { grants: { kind: 'set' } },
  api: {
    list: {
      path: '/api/v2/authorization/subjects/{parentId}',
      paging: 'none',
      pageSize: 1,
      items: '',
      whole: true,
      idField: 'id',
    },
    capability: { kind: 'grants', replacePath: '/api/v2/authorization/subjects/{parentId}/bulkreplace' },
  },
  permissions: {
    view: ['authorization:grant:view'],
    add: [],
    edit: ['authorization:grant:add', 'authorization:grant:delete'],
    delete: [],
  },
  reversibility: { create: 'exact', update: 'exact', delete: 'exact' },
} as const satisfies Partial<ResourceDescriptor>;

/** The references of a grant. */
export const grantReferences: readonly ReferenceRule[] = [
  { path: 'grants[].role', wire: 'object', type: 'auth_role' },
  { path: 'grants[].division', wire: 'object', type: 'auth_division', literals: ['*'] },
];
