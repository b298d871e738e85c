import { crudApi, describeType, permissionsOf } from '../../describe/index.ts';

/** How often and how soon a contact may be tried again. */
export const outboundAttemptLimit = describeType({
  type: 'outbound_attempt_limit',
  area: 'outbound',
  noun: 'attempt control',
  key: ['name'],
  fields: ['name', 'maxAttemptsPerContact', 'maxAttemptsPerNumber', 'timeZoneId', 'resetPeriod', 'recallEntries'],
  freeForm: ['recallEntries'],
  versioned: true,
  api: crudApi({ path: '/api/v2/outbound/attemptlimits', pageSize: 100 }),
  permissions: permissionsOf('outbound:attemptLimits'),
  audit: { service: 'Outbound', entityType: 'AttemptLimits' },
  effect: 'new-only',
});
