import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json/json.ts';
import type { RouteMap } from './route.ts';
import { traceRoute } from './trace-route.ts';

const office = { start: '2026-01-05T08:00', end: '2026-01-05T18:00', rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' };
const christmas = { start: '2026-12-25', end: '2026-12-26', rrule: 'FREQ=YEARLY' };
const acd = (name: string): JsonObject => ({ transferToAcd: { name: `To ${name}`, targetQueue: { lit: { name } } } });
const bye: JsonObject = { disconnect: { name: 'Bye' } };
const decision = (condition: JsonObject, outputs: Record<string, JsonObject[]>): JsonObject => ({
  decision: {
    name: 'Choose',
    condition,
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, actions]) => [name, { actions }])),
  },
});
const task = (name: string, ...actions: JsonObject[]): JsonObject => ({ task: { name, refId: `${name}_1`, actions } });
const flow = (body: JsonObject): JsonObject => ({ inboundCall: { name: 'Main', ...body } });
const starting = (...actions: JsonObject[]): JsonObject =>
  flow({ startUpRef: '/inboundCall/tasks/task[Start_1]', tasks: [task('Start', ...actions)] });

function mapWith(content: JsonObject, change: Partial<RouteMap> = {}): RouteMap {
  const group = {
    name: 'Hours',
    timeZone: 'Europe/Brussels',
    open: [{ name: 'Office', times: office }],
    closed: [],
    holiday: [{ name: 'Christmas', times: christmas }],
  };
  return {
    callRoutes: [
      {
        id: 'r1',
        name: 'Main line',
        numbers: ['+3226200000'],
        openFlow: 'f1',
        closedFlow: 'f2',
        scheduleGroup: 'g1',
      },
      { id: 'r2', name: 'Always', numbers: ['+3226200001'], openFlow: 'f1' },
    ],
    emergencyGroups: [],
    scheduleGroup: (id) => (id === 'g1' ? group : undefined),
    scheduleGroupNamed: (name) => (name === 'Hours' ? group : undefined),
    flow: (id) =>
      id === 'f1'
        ? { id, name: 'inboundcall/Main', content }
        : { id, name: 'inboundcall/Closed', content: starting(bye) },
    flowNamed: (type, name) =>
      name === 'Other' ? { id: 'f3', name: `${type}/Other`, content: starting(acd('Elsewhere')) } : undefined,
    ...change,
  };
}

const monday = '2026-02-02T09:00:00Z';
const endsOf = (content: JsonObject, at = monday, number = '+32 2 620 00 00'): readonly string[] =>
  traceRoute(mapWith(content), number, Date.parse(at)).ends.map(({ kind, name }) => `${kind} ${name}`.trim());

const rows: readonly { readonly name: string; readonly content: JsonObject; readonly ends: readonly string[] }[] = [
  { name: 'a transfer', content: starting({ playAudio: { name: 'Hi' } }, acd('VIP')), ends: ['queue VIP'] },
  { name: 'nothing after a transfer', content: starting(acd('VIP'), acd('Billing')), ends: ['queue VIP'] },
  {
    name: 'both ways of a decision on data',
    content: starting(decision({ exp: 'Task.x == 1' }, { yes: [acd('VIP')], no: [bye] }), acd('Never')),
    ends: ['disconnect', 'queue VIP'],
  },
  {
    name: 'what comes next where a way is not written down',
    content: starting(decision({ exp: 'Task.x == 1' }, { yes: [acd('VIP')] }), acd('Rest')),
    ends: ['queue Rest', 'queue VIP'],
  },
  {
    name: 'one way of a decision that is settled',
    content: starting(decision({ lit: false }, { yes: [acd('VIP')], no: [acd('Rest')] })),
    ends: ['queue Rest'],
  },
  {
    name: 'start-up actions before the first menu',
    content: flow({
      startUpTaskActions: [decision({ exp: 'blocked' }, { yes: [bye] })],
      startUpRef: './menus/menu[main]',
      menus: [
        { menu: { name: 'main', refId: 'main', choices: [{ menuTransferToAcd: acd('A')['transferToAcd'] ?? {} }] } },
      ],
    }),
    ends: ['disconnect', 'queue A'],
  },
  {
    name: 'every choice of a menu, tasks behind it included',
    content: flow({
      startUpRef: '/inboundCall/menus/menu[Main_1]',
      menus: [
        {
          menu: {
            name: 'Main',
            refId: 'Main_1',
            choices: [
              { menuTransferToAcd: { name: '1', targetQueue: { lit: { name: 'A' } } } },
              { menuJumpToTask: { name: '2', targetTaskRef: '/inboundCall/tasks/task[Deep_1]' } },
              { menuTask: { name: '3', task: { actions: [acd('C')] } } },
              { menuDisconnect: { name: '9' } },
            ],
          },
        },
      ],
      tasks: [
        task('Deep', { jumpToTask: { name: 'Go', targetTaskRef: './tasks/task[Deeper_1]' } }),
        task('Deeper', acd('B')),
      ],
    }),
    ends: ['disconnect', 'queue A', 'queue B', 'queue C'],
  },
  {
    name: 'a called task and back',
    content: flow({
      startUpRef: '/inboundCall/tasks/task[Start_1]',
      tasks: [
        task('Start', { callTask: { name: 'Ask', targetTaskRef: '/inboundCall/tasks/task[Ask_1]' } }, acd('After')),
        task('Ask', { collectInput: { name: 'In' } }, { endTask: { name: 'End' } }, acd('Never')),
      ],
    }),
    ends: ['queue After'],
  },
  {
    name: 'a circle of jumps ends',
    content: flow({
      startUpRef: '/inboundCall/tasks/task[A_1]',
      tasks: [
        task('A', decision({ exp: 'x' }, { yes: [acd('VIP')] }), {
          jumpToTask: { targetTaskRef: './tasks/task[B_1]' },
        }),
        task('B', { jumpToTask: { targetTaskRef: './tasks/task[A_1]' } }),
      ],
    }),
    ends: ['queue VIP'],
  },
  {
    name: 'cases of a switch',
    content: starting({
      switch: {
        name: 'S',
        evaluate: {
          firstTrue: {
            default: { actions: [acd('D')] },
            cases: [{ case: { value: { exp: 'a' }, actions: [acd('A')] } }],
          },
        },
      },
    }),
    ends: ['queue A', 'queue D'],
  },
  {
    name: 'another flow',
    content: starting({ transferToFlow: { name: 'T', targetFlow: { name: 'Other' } } }),
    ends: ['queue Elsewhere'],
  },
  {
    name: 'a flow that nobody can see',
    content: starting({ transferToFlow: { name: 'T', targetFlow: { name: 'Hidden' } } }),
    ends: ['flow Hidden'],
  },
  {
    name: 'a queue that an expression gives',
    content: starting({ transferToAcd: { name: 'T', targetQueue: { exp: 'Flow.queue' } } }),
    ends: ['unknown queue'],
  },
  {
    name: 'the end of the flow',
    content: starting({ playAudio: { name: 'Hi' } }),
    ends: ['end-of-flow inboundcall/Main'],
  },
  {
    name: 'a schedule group asked inside the flow',
    content: starting(
      {
        evaluateScheduleGroup: {
          name: 'Hours?',
          evaluate: { now: true },
          scheduleGroup: { lit: { name: 'Hours' } },
          emergencyGroup: { noValue: true },
          outputs: { closed: { actions: [bye] }, holiday: { actions: [acd('Holiday')] } },
        },
      },
      acd('Open'),
    ),
    ends: ['queue Open'],
  },
];

describe('a route', () => {
  it.each(rows)('follows $name', ({ content, ends }) => {
    expect(endsOf(content)).toEqual(ends);
  });

  it('says the way, and that it is certain', () => {
    expect(traceRoute(mapWith(starting(acd('VIP'))), '+3226200000', Date.parse(monday))).toEqual({
      number: '+3226200000',
      at: '2026-02-02T09:00:00.000Z',
      callRoute: 'Main line',
      scheduleGroup: 'Hours',
      state: 'open',
      because: 'Office',
      flow: 'inboundcall/Main',
      queue: 'VIP',
      queues: ['VIP'],
      ends: [{ kind: 'queue', name: 'VIP' }],
      certain: true,
      depends: [],
      unknown: [],
      steps: [
        'Call route Main line: Hours is open (schedule Office).',
        'Flow inboundcall/Main.',
        'Task Start of inboundcall/Main.',
        'To VIP of inboundcall/Main: queue VIP.',
      ],
    });
  });

  it('says what decides while a call runs, and names no single queue then', () => {
    const content = starting(decision({ exp: 'Task.x == 1' }, { yes: [acd('VIP')], no: [acd('Rest')] }));
    expect(traceRoute(mapWith(content), '+3226200000', Date.parse(monday))).toMatchObject({
      queue: '',
      queues: ['Rest', 'VIP'],
      certain: false,
      depends: ['Choose of inboundcall/Main: Task.x == 1'],
    });
  });

  it.each([
    ['2026-02-02T19:00:00Z', { state: 'closed', because: '', flow: 'inboundcall/Closed' }],
    ['2026-12-25T10:00:00Z', { state: 'holiday', because: 'Christmas', flow: '', certain: false }],
  ])('at %s goes where the schedules say', (at, answer) => {
    expect(traceRoute(mapWith(starting(acd('VIP'))), '+3226200000', Date.parse(at))).toMatchObject(answer);
  });

  it('of an emergency goes to its flow, before any schedule', () => {
    const emergencyGroups = [{ name: 'Fire', enabled: true, flows: [{ flow: 'f2', callRoutes: ['r1'] }] }];
    expect(
      traceRoute(mapWith(starting(acd('VIP')), { emergencyGroups }), '+3226200000', Date.parse(monday)),
    ).toMatchObject({ state: 'emergency', because: 'Fire', flow: 'inboundcall/Closed' });
  });

  it('without a schedule group is always open', () => {
    expect(endsOf(starting(acd('VIP')), '2026-12-25T23:00:00Z', '+3226200001')).toEqual(['queue VIP']);
  });

  it('of a number that nobody has ends nowhere', () => {
    expect(traceRoute(mapWith(starting(bye)), '+1', Date.parse(monday))).toMatchObject({
      state: 'unassigned',
      ends: [{ kind: 'none', name: '' }],
    });
  });
});
