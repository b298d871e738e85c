import { describeType, objectReferences } from '../describe/index.ts';

const path = '/api/v2/flows/{parentId}/instances/settings/loglevels';

/** How much a flow writes down of its executions. Switched on by hand to look for a fault: only kept when asked for. */
export const flowLoglevel = describeType({
  type: 'flow_loglevel',
  area: 'architect',
  noun: 'log level of a flow',
  level: 'B',
  shape: { kind: 'facet', parentType: 'flow', parentField: 'flow' },
  key: ['flow'],
  fields: ['flow', 'logLevelCharacteristics'],
  references: objectReferences({ flow: 'flow' }),
  defaultMode: 'reference',
  api: {
    list: { path, paging: 'none', pageSize: 1, items: '', whole: true, idField: 'id' },
    update: { method: 'PUT', path, only: ['logLevelCharacteristics'] },
    capability: { kind: 'crud' },
  },
  limits: {
    create: 'a flow has a level of its own once somebody sets one in Architect; from then on it can be changed',
    delete: 'without a level of its own a flow has that of the organisation: declare that one instead',
  },
  permissions: {
    view: ['architect:flowLogLevel:view'],
    add: [],
    edit: ['architect:flowLogLevel:edit'],
    delete: [],
  },
  audit: { service: 'Architect', entityType: 'FlowLogLevel' },
  reversibility: { create: 'irreversible', update: 'exact', delete: 'irreversible' },
  effect: 'new-only',
});
