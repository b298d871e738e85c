import type { EnvironmentComparison } from '../../core/compare/index.ts';

const exception = {
  resource: 'routing_queue/Billing',
  field: 'acwSettings.timeoutMs',
  reason: 'pilot of longer wrap-up',
  owner: 'dana@example.com',
  expires: '2026-12-31',
};

/** Two environments with differences of every kind. */
export const comparison: EnvironmentComparison = {
  left: { environment: 'uat', organisationId: 'o-2', source: 'live', takenAt: '2026-03-02T08:00:00.000Z' },
  right: { environment: 'prod', source: 'environments/prod/live' },
  types: [
    { type: 'routing_queue', compared: 1200, identical: 1190, mapped: 6, declared: 1, undeclared: 3 },
    { type: 'routing_skill', compared: 3, identical: 3, mapped: 0, declared: 0, undeclared: 0 },
    { type: 'routing_utilization_label', compared: 0, identical: 0, mapped: 0, declared: 0, undeclared: 0 },
  ],
  total: { compared: 1203, identical: 1193, mapped: 6, declared: 1, undeclared: 3 },
  differences: [
    {
      kind: 'changed',
      type: 'routing_queue',
      class: 'undeclared',
      left: 'routing_queue/Billing',
      right: 'routing_queue/Billing',
      fields: [
        {
          path: ['acwSettings', 'timeoutMs'],
          class: 'declared',
          left: 10000,
          right: 30000,
          because: 'pilot of longer wrap-up (dana@example.com, until 2026-12-31)',
        },
        { path: ['callingPartyName'], class: 'undeclared', right: 'Northwind' },
      ],
    },
    {
      kind: 'changed',
      type: 'routing_queue',
      class: 'mapped',
      left: 'routing_queue/Orders UAT',
      right: 'routing_queue/Orders',
      fields: [
        { path: ['description'], class: 'mapped', left: 'https://uat.example.com', right: 'https://www.example.com' },
      ],
    },
    { kind: 'only-left', type: 'routing_queue', class: 'undeclared', left: 'routing_queue/Trial', fields: [] },
    {
      kind: 'only-right',
      type: 'routing_queue',
      class: 'undeclared',
      right: 'routing_queue/Old line of the office in Neustadt an der Weinstrasse',
      because: 'the exception has expired: it goes with the office (dana@example.com, until 2026-02-28)',
      fields: [],
    },
  ],
  notCompared: [
    { type: 'routing_wrapupcode', because: 'uat: the client may not read routing_wrapupcode', addresses: [] },
    {
      type: 'routing_queue',
      because: 'several objects of prod have this name',
      addresses: ['routing_queue/Twin~00000001', 'routing_queue/Twin~00000002'],
    },
  ],
  expired: [{ ...exception, expires: '2026-02-28' }],
};
