import { crudApi, describeType, idReferences, permissionsOf } from '../describe/index.ts';

/** Triggers: events of the platform that start a workflow. */
export const processautomationTrigger = describeType({
  type: 'processautomation_trigger',
  area: 'process-automation',
  noun: 'trigger',
  key: ['name'],
  keyRule: { unique: false },
  fields: [
    'name',
    'topicName',
    'target',
    'enabled',
    'matchCriteria',
    'eventTTLSeconds',
    'delayBySeconds',
    'description',
  ],
  createOnly: ['topicName'],
  required: ['name', 'topicName', 'target', 'enabled'],
  lists: { matchCriteria: { kind: 'set' } },
  references: idReferences({ 'target.id': 'flow' }),
  versioned: true,
  api: crudApi({ path: '/api/v2/processautomation/triggers', pageSize: 200, list: { paging: 'cursor' } }),
  knownLimits: ['Ids that match criteria compare with are text like any other: they do not travel.'],
  permissions: permissionsOf('processautomation:trigger'),
  audit: { service: 'Triggers', entityType: 'Trigger' },
  effect: 'new-only',
});
