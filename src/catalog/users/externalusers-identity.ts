import { describeType, objectReferences } from '../describe/index.ts';

const path = '/api/v2/users/{parentId}/externalid';

/** What another system calls a user. People are not ours: only kept when a project asks. */
export const externalusersIdentity = describeType({
  type: 'externalusers_identity',
  area: 'users',
  noun: 'external identity of a user',
  level: 'B',
  shape: { kind: 'child', parentType: 'user', parentField: 'user' },
  key: ['user', 'authorityName'],
  keyRule: { compare: 'exact' },
  fields: ['user', 'authorityName', 'externalKey'],
  createOnly: ['user', 'authorityName', 'externalKey'],
  required: ['user', 'authorityName', 'externalKey'],
  references: objectReferences({ user: 'user' }),
  defaultMode: 'reference',
  portability: 'environment',
  api: {
    list: { path, paging: 'none', pageSize: 1, items: '', whole: true, idField: 'authorityName' },
    get: { path: `${path}/{id}` },
    create: { method: 'POST', path },
    capability: { kind: 'crud' },
  },
  limits: {
    update: 'the public API has no way to change an identity',
    delete: 'the platform asks for the key of the identity in the address, which Signalbox can not give yet',
  },
  knownLimits: ['Of several identities of a user with one authority, only one is seen.'],
  permissions: { view: [], add: ['directory:user:edit'], edit: [], delete: [] },
  audit: { service: 'Directory', entityType: 'User' },
  reversibility: { create: 'irreversible', update: 'exact', delete: 'irreversible' },
});
