import { crudApi, describeType, objectReferences, permissionsOf } from '../../describe/index.ts';

/**
 * Sequences of campaigns. The platform asks whether a new one runs and keeps that in the same field afterwards, so
 * sequences are seeded: a later deployment neither starts nor stops one.
 */
export const outboundSequence = describeType({
  type: 'outbound_sequence',
  area: 'outbound',
  noun: 'campaign sequence',
  defaultMode: 'seed',
  key: ['name'],
  fields: ['name', 'campaigns', 'status', 'repeat'],
  required: ['name', 'campaigns', 'status'],
  lists: { campaigns: { kind: 'ordered' } },
  references: objectReferences({ 'campaigns[]': 'outbound_campaign' }),
  versioned: true,
  api: crudApi({ path: '/api/v2/outbound/sequences', pageSize: 100 }),
  knownLimits: [
    '`status` says whether the sequence runs: in mode `manage` a deployment starts and stops it.',
    'Which campaign runs at the moment (`currentCampaign`) is left to the platform.',
  ],
  permissions: permissionsOf('outbound:campaignSequence'),
  audit: { service: 'Outbound', entityType: 'Sequence' },
  effect: 'new-only',
});
