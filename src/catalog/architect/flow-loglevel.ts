import { describeType, objectReferences, permissionsOf } from '../describe/index.ts';

const path = '/api/v2/flows/{parentId}/instances/settings/loglevels';
const only = ['logLevelCharacteristics'];

/** How much a flow writes down of its executions. Switched on by hand to look for a fault: only kept when asked for. */
export const flowLoglevel = describeType({
  type: 'flow_loglevel',
  area: 'architect',
  noun: 'log level of a flow',
  level: 'B',
  shape: { kind: 'child', parentType: 'flow', parentField: 'flow' },
  key: ['flow'],
  fields: ['flow', 'logLevelCharacteristics'],
  createOnly: ['flow'],
  required: ['flow', 'logLevelCharacteristics'],
  references: objectReferences({ flow: 'flow' }),
  defaultMode: 'reference',
  api: {
    list: { path, paging: 'none', pageSize: 1, items: '', whole: true, idField: 'id' },
    get: { path },
    create: { method: 'POST', path, only },
    update: { method: 'PUT', path, only },
    delete: { path },
    capability: { kind: 'crud' },
  },
  permissions: permissionsOf('architect:flowLogLevel'),
  audit: { service: 'Architect', entityType: 'FlowLogLevel' },
  reversibility: { create: 'exact', update: 'exact', delete: 'exact' },
  effect: 'new-only',
});
