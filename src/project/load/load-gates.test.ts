import { describe, expect, it } from 'vitest';
import type { GateRules } from '../../core/gates/index.ts';
import type { LoadedEnvironment } from '../project.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject, sampleFiles } from '../testing/sample-project.ts';
import { validateProject } from '../validate/validate-project.ts';
import { loadProject } from './load-project.ts';

const file = 'environments/dev.yaml';
const changeset = 'changesets/vip-wrap-up.yaml';

function loadWith(text: string): ReturnType<typeof loadProject> {
  return loadProject(createSampleProject({ [file]: `${sampleFiles[file] ?? ''}${text}` }), sampleCatalogue);
}

function devWith(text: string): LoadedEnvironment | undefined {
  return loadWith(text).environments.find(({ name }) => name === 'dev');
}

function problemsOf(text: string): readonly string[] {
  return validateProject(loadWith(text), sampleCatalogue).map(({ code, summary }) => `${code} ${summary}`);
}

const gatesOf = (text: string): GateRules | undefined => devWith(text)?.rules.gates;

describe('the gates of an environment file', () => {
  it('are absent where it says nothing of them', () => {
    expect(devWith('')?.rules).not.toHaveProperty('gates');
  });

  it.each([
    ['days: [mon, fri]', { recurrence: 'FREQ=WEEKLY;BYDAY=MO,FR' }],
    ['monthly: [second saturday, last friday]', { recurrence: 'FREQ=MONTHLY;BYDAY=2SA,-1FR' }],
    ['dates: [2026-12-05], except: [2026-12-06]', { dates: ['2026-12-05'], except: ['2026-12-06'] }],
    [
      'rrule: "FREQ=DAILY;INTERVAL=2", starting: 2026-01-01',
      { recurrence: 'FREQ=DAILY;INTERVAL=2', starting: '2026-01-01' },
    ],
    ['timeZone: UTC', { timeZone: 'UTC' }],
    ['from: "20:00", to: "06:00"', { from: '20:00', to: '06:00' }],
  ])('read a window with %s', (text, window) => {
    const gates = gatesOf(`timeZone: Europe/Dublin\nwindows: [{ name: w, ${text} }]\n`);
    const every = { name: 'w', timeZone: 'Europe/Dublin', from: '00:00', to: '24:00' };
    expect(gates?.windows).toEqual([{ ...every, ...window }]);
    expect(gates).toMatchObject({ freezes: [], whenTimeIsUp: 'hold' });
  });

  it.each([
    ['from: 2026-12-01, to: 2027-01-02', '2026-11-30T23:00:00.000Z', '2027-01-01T23:00:00.000Z'],
    [
      'from: 2026-07-01T18:00, to: 2026-07-02T18:00, timeZone: Europe/Dublin',
      '2026-07-01T17:00:00.000Z',
      '2026-07-02T17:00:00.000Z',
    ],
    ['from: "2026-12-01T00:00:00-05:00", to: 2026-12-02', '2026-12-01T05:00:00.000Z', '2026-12-01T23:00:00.000Z'],
  ])('turn a freeze with %s into instants', (text, from, to) => {
    const gates = gatesOf(`timeZone: Europe/Berlin\nfreezes: [{ reason: peak, ${text} }]\n`);
    expect(gates?.freezes).toEqual([{ reason: 'peak', from, to, exempt: [] }]);
  });

  it('read lanes, waves, deadline and what to do', () => {
    expect(
      gatesOf(
        'lanes: { standard: { preApproved: [{ type: routing_skill }] }, emergency: { passes: [windows] } }\nwaves: { sizes: [1, 10%], pauseMinutes: 5 }\ndeadlineMinutes: 30\nwhenTimeIsUp: compensate\nonTestFailure: hold\n',
      ),
    ).toEqual({
      windows: [],
      freezes: [],
      lanes: {
        standard: { passes: [], preApproved: [{ type: 'routing_skill', kinds: ['update'] }] },
        emergency: { passes: ['windows'] },
      },
      waves: { sizes: [{ objects: 1 }, { percent: 10 }], pauseMinutes: 5 },
      deadlineMinutes: 30,
      whenTimeIsUp: 'compensate',
      onTestFailure: 'hold',
    });
  });

  it('move the digest of the environment, as every rule does', () => {
    expect(devWith('deadlineMinutes: 30\n')?.digest).not.toBe(devWith('deadlineMinutes: 31\n')?.digest);
  });

  it.each([
    [
      'windows: [{ name: w }]\n',
      'SB2090 environments/dev.yaml:6: the window w has no time zone, and the environment names none.',
    ],
    ['freezes: [{ reason: r, from: 2026-01-01, to: 2026-01-02 }]\n', 'has local times and no time zone'],
    ['timeZone: UTC\nfreezes: [{ reason: r, from: 2026-01-02, to: 2026-01-01 }]\n', 'the freeze ends before it begins'],
    ['timeZone: Mars/Olympus\n', 'Give a time zone such as Europe/Dublin.'],
    ['windows: [{ name: w, timeZone: UTC, from: "25:00" }]\n', 'Give a time in quotes such as "20:00"'],
    ['windows: [{ name: w, timeZone: UTC, monthly: [fifth monday] }]\n', 'Say which one'],
    ['windows: [{ name: w, timeZone: UTC, dates: [2026-02-30] }]\n', 'Give a date such as 2026-12-25.'],
    [
      'windows: [{ name: w, timeZone: UTC, days: [mon], dates: [2026-02-03] }]\n',
      'Give one of days, monthly, dates and rrule',
    ],
    ['windows: [{ name: w, timeZone: UTC, rrule: "FREQ=DAILY" }]\n', 'Give rrule and starting together'],
    ['windows: [{ name: w, timeZone: UTC, rrule: "FREQ=HOURLY", starting: 2026-01-01 }]\n', 'has no FREQ of DAILY'],
    ['waves: { sizes: [120%] }\n', 'waves'],
  ])('refuse %s', (text, problem) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
  });
});

describe('the tests of a file', () => {
  const tests = `tests:
  - { name: a, assert: "true", when: every-wave }
  - { name: b, route: { number: "+1", at: "2026-01-01T00:00:00Z", expect: route.certain } }
  - { name: c, dataAction: { action: Lookup, sideEffects: acknowledged }, retry: { times: 2, everySeconds: 5 } }
  - { name: d, http: { url: "https://x/\${env.name}", headers: { authorization: { secret: "file:t" } } } }
  - { name: e, command: { run: [check] }, timeoutSeconds: 5 }
`;

  it('of an environment are read without their lines, and have nothing wrong with them', () => {
    const source = { file };
    expect(devWith(tests)?.rules.tests).toEqual([
      { name: 'a', assert: 'true', when: 'every-wave', source },
      { name: 'b', route: { number: '+1', at: '2026-01-01T00:00:00Z', expect: 'route.certain' }, source },
      {
        name: 'c',
        dataAction: { action: 'Lookup', inputs: {}, sideEffects: 'acknowledged' },
        retry: { times: 2, everySeconds: 5 },
        source,
      },
      {
        name: 'd',
        http: {
          url: 'https://x/${env.name}',
          method: 'GET',
          headers: { authorization: { secret: 'file:t' } },
          expect: { status: 200 },
        },
        source,
      },
      { name: 'e', command: { run: ['check'], env: {} }, timeoutSeconds: 5, source },
    ]);
    expect(problemsOf(tests)).toEqual([]);
  });

  it.each([
    ['tests: [{ name: a }]\n', 'Give one of assert, dataAction, route, http and command.'],
    ['tests: [{ name: a, assert: "true", command: { run: [x] } }]\n', 'Give one of assert'],
    ['tests: [{ name: a, dataAction: { action: x } }]\n', 'Write sideEffects: acknowledged.'],
    ['tests: [{ name: a, assert: "inputs.x == 1" }]\n', 'inputs'],
    ['tests: [{ name: a, http: { url: "https://${env.nam +}" } }]\n', 'SB2501'],
    ['tests: [{ name: a, dataAction: { action: x, sideEffects: acknowledged, expect: env.name } }]\n', 'env'],
  ])('refuse %s', (text, problem) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
  });

  it('refuse an emergency without an incident', () => {
    const text = (sampleFiles[changeset] ?? '').replace('workItem: CC-1423', 'workItem: CC-1423, lane: emergency');
    const load = (content: string) =>
      validateProject(loadProject(createSampleProject({ [changeset]: content }), sampleCatalogue), sampleCatalogue);
    expect(load(text).map(({ code }) => code)).toEqual(['SB2091']);
    expect(load(text.replace('lane: emergency', 'lane: emergency, incident: INC-7'))).toEqual([]);
  });
});
