import { crudApi, describeType, permissionsOf } from '../describe/index.ts';
import { derivedIds, policyLists, policyReferences } from './policy-parts.ts';

/** What is kept of which interactions, for how long, and who evaluates them. */
export const recordingMediaRetentionPolicy = describeType({
  type: 'recording_media_retention_policy',
  area: 'recording',
  noun: 'retention policy',
  level: 'B',
  key: ['name'],
  fields: ['name', 'order', 'description', 'enabled', 'mediaPolicies', 'conditions', 'actions'],
  readOnly: derivedIds,
  lists: {
    ...policyLists,
    'conditions.directions': { kind: 'set' },
    'conditions.mediaTypes': { kind: 'set' },
    'mediaPolicies.callPolicy.conditions.directions': { kind: 'set' },
  },
  references: policyReferences,
  api: crudApi({
    path: '/api/v2/recording/mediaretentionpolicies',
    pageSize: 100,
    update: { omit: ['policyErrors', 'createdDate', 'modifiedDate'] },
  }),
  knownLimits: [
    'A policy may name a published version of an evaluation form, whose id is not that of the form in the list: such a reference finds no name.',
    'Evaluation and survey forms are given by id alone; the platform is taken to find the version and its context from that.',
    'Recordings that a policy deleted are gone: undoing the policy does not bring them back.',
  ],
  permissions: permissionsOf('recording:retentionPolicy'),
  audit: { service: 'Quality', entityType: 'Policy' },
  effect: 'in-progress',
});
