import { describe, expect, it } from 'vitest';
import { digestText } from '../../../src/core/index.ts';
import { detailsOf, ensure, type Example } from '../judge.ts';

const id = '4f5f8f0a-1c2d-4e3f-8a9b-0c1d2e3f4a5b';
const queue = { id: 'q1', name: 'Billing', division: { id: 'd1' }, description: `see ${id}` };

describe('SB1110 hard-coded-id', () => {
  const flowText = (text: string): string =>
    `inboundCall:\n  name: Main\n  startUpRef: /inboundCall/menus/menu[main]\n  description: "${text}"\n`;
  const flow = (text: string, before: string): Omit<Example, 'name'> => ({
    live: { flow: [{ id: 'f1', name: 'Main', type: 'inboundcall', publishedVersion: { id: '1' } }] },
    exported: { f1: flowText(before) },
    contents: [flowText(text)],
    actions: [ensure('flow', ['inboundcall', 'Main'], { content: { $content: digestText(flowText(text)) } })],
  });
  const table: readonly Example[] = [
    {
      name: 'takes references and names',
      live: { routing_queue: [queue] },
      actions: [ensure('routing_queue', 'Billing', { callingPartyName: 'Billing' })],
    },
    {
      name: 'objects to an id in a text',
      live: { routing_queue: [queue] },
      actions: [ensure('routing_queue', 'Billing', { callingPartyName: `to ${id}` })],
      found: [`routing_queue/Billing: callingPartyName holds ${id}.`],
    },
    {
      name: 'leaves an id alone that was there before',
      live: { routing_queue: [queue] },
      actions: [ensure('routing_queue', 'Billing', { description: `see ${id} and more` })],
    },
    {
      name: 'takes ids that the project says are none of the platform',
      actions: [ensure('routing_queue', 'New', { description: id })],
      environment: {
        policies: { checks: { SB1110: { parameters: { allowed: ['4f5f8f0a-*'] } } }, waivers: [], policies: [] },
      },
    },
    {
      name: 'objects to an id that comes into the text of a flow',
      ...flow(`goes to ${id}`, 'goes home'),
      found: [`flow/inboundcall/Main: content holds ${id}.`],
    },
    { name: 'leaves one alone that the published text has', ...flow(`now goes to ${id}`, `goes to ${id}`) },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1110', given)).toEqual(found);
  });
});

describe('SB1112 environment-value-missing', () => {
  const detail = '`env.values.limit` is read, and uat has no such value.';
  const table: readonly Example[] = [
    { name: 'takes values that are there', tests: ['env.values.limit > 1'], environment: { values: { limit: 3 } } },
    {
      name: 'objects to a test that would fail after the deployment',
      tests: ['env.values.limit > 1'],
      found: [detail],
    },
    {
      name: 'objects to a branch that was not taken',
      actions: [{ kind: 'let', name: 'most', value: '${true ? 1 : env.values.limit}' }],
      found: [detail],
    },
    { name: 'takes an expression that asks first', tests: ['!has(env.values.limit) || env.values.limit > 1'] },
    {
      name: 'objects to an expression that asks for another value of a longer name',
      tests: ['!has(env.values.limits) || env.values.limit > 1'],
      found: [detail],
    },
    { name: 'takes an expression for one environment', tests: ['env.name != "prod" || env.values.limit > 1'] },
    {
      name: 'says nothing of actions for other environments',
      actions: [{ ...ensure('routing_skill', 'VIP ${env.values.limit}'), environments: ['prod'] }],
    },
    {
      name: 'leaves it to planning to stop at a value that it needs',
      actions: [{ kind: 'let', name: 'most', value: '${env.values.limit}' }],
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1112', given)).toEqual(found);
  });
});

describe('SB1113 division-moved', () => {
  const live = {
    routing_queue: [queue],
    auth_division: [
      { id: 'd1', name: 'Home' },
      { id: 'd2', name: 'Sales' },
    ],
  };
  const table: readonly Example[] = [
    {
      name: 'takes a new object in any division',
      live,
      actions: [ensure('routing_queue', 'New', { division: { $ref: 'auth_division/Sales' } })],
    },
    { name: 'takes other changes', live, actions: [ensure('routing_queue', 'Billing', { description: 'x' })] },
    {
      name: 'objects to a move',
      live,
      actions: [ensure('routing_queue', 'Billing', { division: { $ref: 'auth_division/Sales' } })],
      found: ['routing_queue/Billing moves from auth_division/Home to auth_division/Sales.'],
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1113', given)).toEqual(found);
  });
});
