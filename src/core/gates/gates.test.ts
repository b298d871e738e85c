import { describe, expect, it } from 'vitest';
import type { Step } from '../plan/plan.ts';
import type { Freeze, GateRules, WindowRule } from './gate-rules.ts';
import { instantText, judgeGates } from './judge-gates.ts';
import { judgeFit } from './window-fit.ts';
import { nextOpening, openingAt } from './windows.ts';

const window = (change: Partial<WindowRule> = {}): WindowRule => ({
  name: 'evenings',
  timeZone: 'Europe/Berlin',
  from: '20:00',
  to: '06:00',
  ...change,
});

const rules = (change: Partial<GateRules> = {}): GateRules => ({
  windows: [],
  freezes: [],
  lanes: { standard: { passes: [], preApproved: [] }, emergency: { passes: [] } },
  whenTimeIsUp: 'hold',
  ...change,
});

const weekdays = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';
const secondSaturday = window({ from: '00:00', to: '24:00', recurrence: 'FREQ=MONTHLY;BYDAY=2SA' });

describe('a window', () => {
  const rows: readonly {
    readonly name: string;
    readonly windows: readonly WindowRule[];
    readonly at: string;
    readonly closes?: string;
    readonly opens?: string;
  }[] = [
    { name: 'over midnight', windows: [window()], at: '2026-01-06T23:30:00Z', closes: '2026-01-07T05:00:00Z' },
    { name: 'after midnight', windows: [window()], at: '2026-01-07T04:59:59Z', closes: '2026-01-07T05:00:00Z' },
    { name: 'its end excluded', windows: [window()], at: '2026-01-07T05:00:00Z', opens: '2026-01-07T19:00:00Z' },
    { name: 'summer time', windows: [window()], at: '2026-07-07T05:00:00Z', opens: '2026-07-07T18:00:00Z' },
    {
      name: 'Friday night lasts into Saturday',
      windows: [window({ recurrence: weekdays })],
      at: '2026-01-10T04:00:00Z',
      closes: '2026-01-10T05:00:00Z',
    },
    {
      name: 'no weekend',
      windows: [window({ recurrence: weekdays })],
      at: '2026-01-10T06:00:00Z',
      opens: '2026-01-12T19:00:00Z',
    },
    {
      name: 'a date left out',
      windows: [window({ except: ['2026-01-07'] })],
      at: '2026-01-07T20:00:00Z',
      opens: '2026-01-08T19:00:00Z',
    },
    {
      name: 'dates only',
      windows: [window({ dates: ['2026-12-05'] })],
      at: '2026-01-07T20:00:00Z',
      opens: '2026-12-05T19:00:00Z',
    },
    { name: 'dates that passed', windows: [window({ dates: ['2025-12-05'] })], at: '2026-01-07T20:00:00Z' },
    {
      name: 'the second Saturday',
      windows: [secondSaturday],
      at: '2026-01-11T12:00:00Z',
      opens: '2026-02-13T23:00:00Z',
    },
    {
      name: 'windows without a gap are one',
      windows: [window(), window({ name: 'mornings', from: '06:00', to: '09:00' })],
      at: '2026-01-06T23:30:00Z',
      closes: '2026-01-07T08:00:00Z',
    },
    {
      name: 'the night that clocks go back is longer',
      windows: [window({ from: '01:00', to: '04:00' })],
      at: '2026-10-24T23:00:00Z',
      closes: '2026-10-25T03:00:00Z',
    },
    {
      name: 'the night that clocks go forward is shorter',
      windows: [window({ from: '01:00', to: '04:00' })],
      at: '2026-03-29T00:30:00Z',
      closes: '2026-03-29T02:00:00Z',
    },
    {
      name: 'always',
      windows: [window({ from: '00:00', to: '24:00' })],
      at: '2026-03-29T00:30:00Z',
      closes: 'never',
    },
  ];

  it.each(rows)('$name', ({ windows, at, closes, opens }) => {
    const open = openingAt(windows, Date.parse(at));
    const closesAt =
      open === undefined ? undefined : Number.isFinite(open.closesAt) ? instantText(open.closesAt) : 'never';
    expect(closesAt).toBe(closes);
    if (open !== undefined) return;
    const next = nextOpening(windows, Date.parse(at));
    expect(next === undefined ? undefined : instantText(next.opensAt)).toBe(opens);
  });
});

const freeze = (change: Partial<Freeze> = {}): Freeze => ({
  reason: 'peak season',
  from: '2026-12-01T00:00:00.000Z',
  to: '2026-12-27T00:00:00.000Z',
  exempt: [],
  ...change,
});
const step = (kind: Step['kind'], type: string, path: string): Step =>
  ({
    id: 's1',
    kind,
    type,
    handle: path,
    address: `${type}/X`,
    changes: [{ path: [path], after: 1 }],
  }) as unknown as Step;
const emergency = { lane: 'emergency', incident: 'INC-7' } as const;

describe('the gates of an environment', () => {
  const night = rules({ windows: [window()] });
  const allowed = { standard: { passes: [], preApproved: [] }, emergency: { passes: ['windows', 'freezes'] } } as const;
  const standard = {
    standard: { passes: ['windows'], preApproved: [{ type: 'routing_*', kinds: ['update'], fields: ['acw'] }] },
    emergency: { passes: [] },
  } as const;
  const rows: readonly {
    readonly name: string;
    readonly rules: GateRules | undefined;
    readonly metadata: Parameters<typeof judgeGates>[1]['metadata'];
    readonly at: string;
    readonly steps?: readonly Step[];
    readonly refused?: readonly string[];
    readonly passed?: readonly string[];
  }[] = [
    { name: 'without rules: open', rules: undefined, metadata: { lane: 'normal' }, at: '2026-01-06T12:00:00Z' },
    { name: 'inside the window: open', rules: night, metadata: { lane: 'normal' }, at: '2026-01-06T22:00:00Z' },
    {
      name: 'outside: says when it opens',
      rules: night,
      metadata: { lane: 'normal' },
      at: '2026-01-06T12:00:00Z',
      refused: [
        '2026-01-06T12:00:00Z is outside every window (evenings); next it may run from 2026-01-06T19:00:00Z to 2026-01-07T05:00:00Z.',
      ],
    },
    {
      name: 'an emergency where the environment does not allow it',
      rules: night,
      metadata: emergency,
      at: '2026-01-06T12:00:00Z',
      refused: [expect.stringContaining('outside every window') as string],
    },
    {
      name: 'an emergency that may pass leaves a record',
      rules: rules({ windows: [window()], freezes: [freeze()], lanes: allowed }),
      metadata: emergency,
      at: '2026-12-06T12:00:00Z',
      passed: [
        '2026-12-06T12:00:00Z is outside every window (evenings).',
        'Frozen from 2026-12-01T00:00:00Z to 2026-12-27T00:00:00Z: peak season.',
      ],
    },
    {
      name: 'an emergency without an incident, rules or not',
      rules: undefined,
      metadata: { lane: 'emergency' },
      at: '2026-12-06T12:00:00Z',
      refused: ['The change travels in the emergency lane and names no incident: metadata.incident is missing.'],
    },
    {
      name: 'a freeze: says why and when it may run',
      rules: rules({ windows: [window()], freezes: [freeze()] }),
      metadata: { lane: 'normal' },
      at: '2026-12-06T22:00:00Z',
      refused: [
        'Frozen from 2026-12-01T00:00:00Z to 2026-12-27T00:00:00Z: peak season; next it may run from 2026-12-27T00:00:00Z to 2026-12-27T05:00:00Z.',
      ],
    },
    {
      name: 'a freeze that the lane is exempt from',
      rules: rules({ freezes: [freeze({ exempt: ['standard'] })], lanes: standard }),
      metadata: { lane: 'standard' },
      at: '2026-12-06T22:00:00Z',
      steps: [step('update', 'routing_queue', 'acw')],
      passed: ['Frozen from 2026-12-01T00:00:00Z to 2026-12-27T00:00:00Z: peak season.'],
    },
    {
      name: 'a standard change of what was approved beforehand',
      rules: rules({ lanes: standard, windows: [window()] }),
      metadata: { lane: 'standard' },
      at: '2026-12-06T22:00:00Z',
      steps: [step('update', 'routing_queue', 'acw')],
    },
    {
      name: 'a standard change of anything else',
      rules: rules({ lanes: standard }),
      metadata: { lane: 'standard' },
      at: '2026-12-06T22:00:00Z',
      steps: [step('update', 'routing_queue', 'acwSettings'), step('delete', 'routing_skill', 'acw')],
      refused: ['Not approved beforehand: update routing_queue/X; delete routing_skill/X.'],
    },
  ];

  it.each(rows)('$name', ({ rules: given, metadata, at, steps = [], refused = [], passed = [] }) => {
    const verdict = judgeGates(given, { metadata, steps, instantMs: Date.parse(at) });
    expect(verdict.refusals.map(({ text }) => text)).toEqual(refused);
    expect(verdict.passed.map(({ text }) => text)).toEqual(passed);
  });
});

describe('whether a plan fits the window', () => {
  const at = (text: string, minutes: number | undefined, given: GateRules, waves = 1) =>
    judgeFit(given, {
      lane: 'normal',
      instantMs: Date.parse(text),
      waves,
      ...(minutes === undefined ? {} : { minutes }),
    });

  it('is not asked where there are no times', () => {
    expect(at('2026-01-06T12:00:00Z', 5, rules())).toBeUndefined();
  });

  it('counts what is left of the open window', () => {
    expect(at('2026-01-07T04:00:00Z', 59, rules({ windows: [window()] }))).toMatchObject({ state: 'open', fits: true });
    expect(at('2026-01-07T04:30:00Z', 59, rules({ windows: [window()] }))).toEqual({
      state: 'open',
      opensAt: '2026-01-07T04:30:00Z',
      closesAt: '2026-01-07T05:00:00Z',
      minutes: 59,
      fits: false,
      text: 'It may run now until 2026-01-07T05:00:00Z; about 59 min do not fit into 30 min.',
    });
  });

  it('counts the whole next window while it is closed, and ends where a freeze begins', () => {
    const frozen = rules({ windows: [window()], freezes: [freeze({ from: '2026-01-06T20:00:00.000Z' })] });
    expect(at('2026-01-06T12:00:00Z', 30, frozen)).toMatchObject({
      state: 'closed',
      opensAt: '2026-01-06T19:00:00Z',
      closesAt: '2026-01-06T20:00:00Z',
      fits: true,
    });
  });

  it('counts pauses between waves against the deadline', () => {
    const given = rules({ deadlineMinutes: 60, waves: { sizes: [{ percent: 50 }], pauseMinutes: 40 } });
    expect(at('2026-01-06T12:00:00Z', 10, given, 2)).toMatchObject({ minutes: 50, fits: true });
    expect(at('2026-01-06T12:00:00Z', 10, given, 3)).toMatchObject({ minutes: 90, fits: false });
  });
});
