import { crudApi, describeType, inDivision, permissionsOf } from '../../describe/index.ts';

/** Do-not-contact lists without their entries, which are customer data. */
export const outboundDnclist = describeType({
  type: 'outbound_dnclist',
  area: 'outbound',
  noun: 'do-not-contact list',
  key: ['name'],
  fields: ['name', 'division', 'dncSourceType', 'contactMethod', 'campaignId', 'dncCodes', 'customExclusionColumn'],
  createOnly: ['dncSourceType', 'contactMethod'],
  required: ['name', 'dncSourceType'],
  lists: { dncCodes: { kind: 'set' } },
  references: inDivision,
  versioned: true,
  api: crudApi({
    path: '/api/v2/outbound/dnclists',
    pageSize: 100,
    update: { omit: ['importStatus', 'size'] },
  }),
  knownLimits: [
    'Entries are not read or written; a list that was deleted comes back empty.',
    'Login and licence of dnc.com and Gryphon (`loginId`, `licenseId`) are left as they are, so lists from these two are made by hand.',
  ],
  permissions: permissionsOf('outbound:dncList'),
  audit: { service: 'Outbound', entityType: 'DNCList' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  effect: 'new-only',
});
