import { describeType, singleApi } from '../../describe/index.ts';

/** What holds for all dialling of an organisation. */
export const outboundSettings = describeType({
  type: 'outbound_settings',
  area: 'outbound',
  noun: 'outbound settings',
  shape: { kind: 'object', single: true },
  key: [],
  fields: [
    'maxCallsPerAgent',
    'maxLineUtilization',
    'abandonSeconds',
    'complianceAbandonRateDenominator',
    'automaticTimeZoneMapping',
    'rescheduleTimeZoneSkippedContacts',
    'contactListDefaultRetentionType',
    'contactListDefaultRetentionDays',
    'timeZone',
  ],
  lists: {
    'automaticTimeZoneMapping.callableWindows': { kind: 'ordered' },
    'automaticTimeZoneMapping.supportedCountries': { kind: 'set' },
  },
  versioned: true,
  api: singleApi('/api/v2/outbound/settings', {
    method: 'PATCH',
    omit: ['maxCallsPerAgentDecimal', 'maxConfigurableCallsPerAgent'],
  }),
  knownLimits: ['Calls per agent are whole numbers; the setting with decimal places is left out.'],
  permissions: { view: ['outbound:settings:view'], add: [], edit: ['outbound:settings:edit'], delete: [] },
  audit: { service: 'Outbound', entityType: 'OrganizationSettings' },
  effect: 'new-only',
});
