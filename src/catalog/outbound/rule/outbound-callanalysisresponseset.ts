import { crudApi, describeType, permissionsOf } from '../../describe/index.ts';

/** What is done when a call is answered by a person, a machine, a fax or nobody. */
export const outboundCallanalysisresponseset = describeType({
  type: 'outbound_callanalysisresponseset',
  area: 'outbound',
  noun: 'call analysis response',
  key: ['name'],
  fields: ['name', 'responses', 'beepDetectionEnabled', 'amdSpeechDistinguishEnabled', 'liveSpeakerDetectionMode'],
  freeForm: ['responses'],
  required: ['name', 'responses'],
  references: [
    {
      path: 'responses.*.data',
      wire: 'id',
      type: 'flow',
      when: { field: 'reactionType', values: ['transfer_flow'] },
    },
  ],
  versioned: true,
  api: crudApi({ path: '/api/v2/outbound/callanalysisresponsesets', pageSize: 100 }),
  permissions: permissionsOf('outbound:responseSet'),
  audit: { service: 'Outbound', entityType: 'CallAnalysisResponseSet' },
  effect: 'new-only',
});
