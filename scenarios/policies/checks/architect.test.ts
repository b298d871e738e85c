import { describe, expect, it } from 'vitest';
import { digestText } from '../../../src/core/index.ts';
import { detailsOf, ensure, type Example } from '../judge.ts';

const flowText = 'inboundCall:\n  name: Draft\n  startUpRef: /inboundCall/menus/menu[main]\n';
const live = {
  flow: [
    { id: 'f1', name: 'Main', type: 'inboundcall', publishedVersion: { id: '1' } },
    { id: 'f2', name: 'Draft', type: 'inboundcall' },
  ],
  architect_ivr: [
    { id: 'i1', name: 'Sales', dnis: ['+353100'], openHoursFlow: { id: 'f1' } },
    { id: 'i2', name: 'Support', dnis: [], openHoursFlow: { id: 'f2' } },
  ],
  architect_schedules: [{ id: 's1', name: 'Week', start: '2026-01-01T09:00:00.000', end: '2026-01-01T17:00:00.000' }],
  architect_schedulegroups: [{ id: 'g1', name: 'Hours', openSchedules: [{ id: 's1' }] }],
  integration: [{ id: 'n1', name: 'CRM' }],
};
const main = { $ref: 'flow/inboundcall/Main' };
const draft = { $ref: 'flow/inboundcall/Draft' };
const ivr = (name: string, values: Parameters<typeof ensure>[2]) => ensure('architect_ivr', name, values);
const action = (config: Parameters<typeof ensure>[2]) =>
  ensure('integration_action', ['CRM', 'Look up'], {
    integrationId: { $ref: 'integration/CRM' },
    contract: {},
    config: { request: {}, ...config },
  });

const table: readonly (Example & { readonly code: string })[] = [
  { code: 'SB1140', name: 'takes a published flow', actions: [ivr('Support', { openHoursFlow: main })] },
  {
    code: 'SB1140',
    name: 'objects to a flow that was never published',
    actions: [ivr('Sales', { openHoursFlow: draft })],
    found: ['architect_ivr/Sales uses flow/inboundcall/Draft, which has no published version.'],
  },
  {
    code: 'SB1140',
    name: 'takes one that the same changeset publishes',
    contents: [flowText],
    actions: [
      ensure('flow', ['inboundcall', 'Draft'], { content: { $content: digestText(flowText) } }),
      ivr('Sales', { openHoursFlow: draft }),
    ],
  },
  { code: 'SB1140', name: 'leaves a use alone that is there', actions: [ivr('Support', { description: 'new' })] },
  {
    code: 'SB1141',
    name: 'objects to a schedule group that loses its hours',
    actions: [ensure('architect_schedulegroups', 'Hours', { openSchedules: [] })],
    found: ['architect_schedulegroups/Hours has no open schedule.'],
  },
  {
    code: 'SB1141',
    name: 'objects to a new one without any',
    actions: [ensure('architect_schedulegroups', 'New', { timeZone: 'Europe/Dublin' })],
    found: ['architect_schedulegroups/New has no open schedule.'],
  },
  {
    code: 'SB1141',
    name: 'takes one with hours',
    actions: [ensure('architect_schedulegroups', 'New', { openSchedules: [{ $ref: 'architect_schedules/Week' }] })],
  },
  {
    code: 'SB1142',
    name: 'objects to a call route that loses its number',
    actions: [ivr('Sales', { dnis: [] })],
    found: ['architect_ivr/Sales has no number that callers could dial.'],
  },
  {
    code: 'SB1142',
    name: 'takes one with a number',
    actions: [ivr('New', { dnis: ['+353200'], openHoursFlow: main })],
  },
  { code: 'SB1142', name: 'leaves one alone that had none', actions: [ivr('Support', { description: 'new' })] },
  {
    code: 'SB1143',
    name: 'objects to a new call route without a flow',
    actions: [ivr('New', { dnis: ['+353200'] })],
    found: ['architect_ivr/New has no flow for its open hours.'],
  },
  { code: 'SB1143', name: 'takes one with a flow', actions: [ivr('New', { dnis: ['+353200'], openHoursFlow: main })] },
  {
    code: 'SB1144',
    name: 'objects to a number that another call route has',
    actions: [ivr('Support', { dnis: ['+353100', '+353300'] })],
    found: ['architect_ivr/Support gets +353100, which is on architect_ivr/Sales.'],
  },
  {
    code: 'SB1144',
    name: 'takes a number that the same changeset frees',
    actions: [ivr('Sales', { dnis: ['+353400'] }), ivr('Support', { dnis: ['+353100'] })],
  },
  {
    code: 'SB1145',
    name: 'objects to a data action that waits for ever',
    actions: [action({})],
    found: ['integration_action/CRM/Look up has no time limit.'],
  },
  {
    code: 'SB1145',
    name: 'objects to one that waits for too long',
    actions: [action({ timeoutSeconds: 90 })],
    found: ['integration_action/CRM/Look up waits up to 90 s; sane is up to 60 s.'],
  },
  { code: 'SB1145', name: 'takes one that gives up', actions: [action({ timeoutSeconds: 10 })] },
];

describe('checks of flows, call routes, schedules and data actions', () => {
  it.each(table)('$code $name', ({ code, found = [], ...given }) => {
    expect(detailsOf(code, { live, ...given })).toEqual(found);
  });
});
