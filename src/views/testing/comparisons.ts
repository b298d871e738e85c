import type { EnvironmentComparison } from '../../core/compare/index.ts';
import type { InstantsComparison } from '../compare/index.ts';

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

/** One environment at two instants, with a difference of every kind. */
export const instants: InstantsComparison = {
  environment: 'uat',
  before: { source: 'monday.snapshot.gz', takenAt: '2026-03-02T08:00:00.000Z' },
  after: { source: 'live', takenAt: '2026-03-06T17:30:00.000Z' },
  compared: 1203,
  differences: [
    {
      kind: 'changed',
      type: 'flow',
      id: 'f-1',
      address: 'flow/INBOUNDCALL/Main <line>',
      fields: [{ path: ['yaml'], left: 'revision 4.0', right: 'revision 5.0' }],
    },
    {
      kind: 'changed',
      type: 'routing_queue',
      id: 'q-1',
      address: 'routing_queue/Billing',
      fields: [
        { path: ['acwSettings', 'timeoutMs'], left: 10_000, right: 30_000 },
        { path: ['queueFlow'], right: { $ref: 'flow/INQUEUECALL/Waiting' } },
      ],
    },
    { kind: 'deleted', type: 'routing_queue', id: 'q-2', address: 'routing_queue/Old', fields: [] },
    { kind: 'created', type: 'routing_skill', id: 's-1', address: 'routing_skill/German', fields: [] },
  ],
  notCompared: [{ type: 'group', because: 'only the earlier snapshot holds it' }],
};
