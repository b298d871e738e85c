import { describe, expect, it } from 'vitest';
import type { EnvironmentRules } from '../../core/index.ts';
import type { GateRules } from '../../core/gates/index.ts';
import { deploy } from '../deploy/index.ts';
import { resume } from '../resume/index.ts';
import { rollback } from '../rollback/index.ts';
import { Crash, createMortalPorts } from '../testing/mortal-ports.ts';
import { artifactOf, assertion, createWorkbench, ensure, remove, testEnvironment } from '../testing/workbench.ts';

const names = ['A', 'B', 'C', 'D', 'E'];
const everyWave = (assert: string) => ({ ...assertion('small', assert), when: 'every-wave' as const });
const gates = (change: Partial<GateRules> = {}): GateRules => ({
  windows: [],
  freezes: [],
  lanes: { standard: { passes: [], preApproved: [] }, emergency: { passes: [] } },
  whenTimeIsUp: 'hold',
  ...change,
});
const inWaves = (change: Partial<GateRules> = {}): EnvironmentRules => ({
  ...testEnvironment,
  gates: gates({ waves: { sizes: [{ objects: 1 }, { objects: 2 }], pauseMinutes: 10 }, ...change }),
});
const crates = artifactOf(
  names.map((name) => ensure('crate', name, { size: 1 })),
  { tests: [everyWave('resources("crate").size() <= 5'), assertion('all', 'resources("crate").size() == 5')] },
);

describe('a deployment in waves', () => {
  it('pauses between them, runs the tests for every wave, and tells of it', async () => {
    const bench = createWorkbench();
    const start = bench.clock.now();
    const report = await deploy(bench.ports(), bench.request(crates, { environment: inWaves() }));

    expect(report).toMatchObject({ ending: 'succeeded', waves: 3 });
    expect(report.tests.map(({ name, wave }) => [name, wave])).toEqual([
      ['small', 1],
      ['small', 2],
      ['small', undefined],
      ['all', undefined],
    ]);
    expect(bench.clock.now() - start).toBeGreaterThanOrEqual(20 * 60_000);
  });

  it.each([
    ['compensate', 'compensated', []],
    ['hold', 'held', ['crate/A', 'crate/B', 'crate/C']],
  ] as const)(
    'with a test that fails in wave 2 ends as onTestFailure says: %s',
    async (onTestFailure, ending, left) => {
      const bench = createWorkbench();
      const failing = artifactOf(
        names.map((name) => ensure('crate', name)),
        { tests: [everyWave('resources("crate").size() < 3')] },
      );

      const report = await deploy(bench.ports(), bench.request(failing, { environment: inWaves({ onTestFailure }) }));

      expect(report).toMatchObject({ ending, outcome: expect.stringContaining('After wave 2 of 3') as string });
      expect(report.tests.map(({ state, wave }) => [state, wave])).toEqual([
        ['passed', 1],
        ['failed', 2],
      ]);
      expect(Object.keys(bench.organisation.truth())).toEqual(left);
      expect(report.steps.filter(({ state }) => state === 'skipped')).toHaveLength(2);
    },
  );

  it('rests during a pause when it is asked to stop, and resuming waits for what is left of it', async () => {
    const bench = createWorkbench();
    const stop = new AbortController();
    const { clock } = bench;
    const ports = bench.ports({
      stop: stop.signal,
      clock: {
        now: clock.now,
        sleep: (ms, signal) => {
          const slept = clock.sleep(ms, signal);
          // The pause is the one long sleep there is.
          if (ms > 300_000) stop.abort('SIGINT');
          return slept;
        },
      },
    });
    await expect(deploy(ports, bench.request(crates, { environment: inWaves() }))).rejects.toMatchObject({
      code: 'SB3023',
      message: expect.stringContaining('1 of 5 steps are done') as string,
    });

    const report = await resume(bench.ports(), bench.request(crates, { environment: inWaves() }));

    expect(report).toMatchObject({ ending: 'succeeded', resumed: true, waves: 3 });
    expect(report?.tests.filter(({ wave }) => wave === 1)).toHaveLength(1);
  });

  it('does the rest when its process dies at any boundary, tests and pauses included', async () => {
    const artifact = artifactOf(
      [ensure('crate', 'A'), ensure('crate', 'B'), remove('badge', 'Gold'), remove('badge', 'Iron')],
      { tests: [everyWave('resources("crate").size() >= 1')] },
    );
    const prepare = () => {
      const bench = createWorkbench();
      bench.organisation.add('badge', { name: 'Gold' });
      bench.organisation.add('badge', { name: 'Iron' });
      return bench;
    };
    const whole = prepare();
    const request = { environment: inWaves({ waves: { sizes: [{ objects: 1 }], pauseMinutes: 5 } }) };
    expect(await deploy(whole.ports(), whole.request(artifact, request))).toMatchObject({ waves: 4 });

    let died = true;
    for (let dieAt = 1; died; dieAt += 1) {
      const bench = prepare();
      const mortal = createMortalPorts(bench.ports(), dieAt);
      died = await deploy(mortal.ports, bench.request(artifact, request)).then(
        () => false,
        (error: unknown) => {
          if (!(error instanceof Crash)) throw error;
          return true;
        },
      );
      bench.clock.advance(100_000);
      const report = died ? await resume(bench.ports(), bench.request(artifact, request)) : undefined;
      const [run] = await bench.store.listRuns({ environment: 'test' });
      if (run === undefined) continue;
      const waves = report?.tests.map(({ wave }) => wave) ?? [1, 2, 3, undefined];
      expect({ dieAt, state: run.state, truth: bench.organisation.truth(), waves }).toEqual({
        dieAt,
        state: 'succeeded',
        truth: whole.organisation.truth(),
        waves: [1, 2, 3, undefined],
      });
    }
  });
});

describe('the time of a run', () => {
  // The virtual clock starts at midnight on 2026-01-01, UTC.
  const untilQuarterPast = {
    windows: [{ name: 'nights', timeZone: 'UTC', from: '00:00', to: '00:15' }],
  } as const;

  it.each([
    ['hold', 'held', ['crate/A', 'crate/B', 'crate/C']],
    ['compensate', 'compensated', []],
  ] as const)(
    'that is up between waves starts no new step and ends as whenTimeIsUp says: %s',
    async (policy, ending, left) => {
      const bench = createWorkbench();
      const environment = inWaves({ ...untilQuarterPast, whenTimeIsUp: policy });
      const report = await deploy(bench.ports(), bench.request(crates, { environment }));

      expect(report).toMatchObject({
        ending,
        outcome: expect.stringContaining(
          'The time for deployments ended at 2026-01-01T00:15:00Z; 3 of 5 steps are done and verified.',
        ) as string,
      });
      expect(Object.keys(bench.organisation.truth())).toEqual(left);
    },
  );

  it('and was held is followed by a deployment in the next window that does what is left', async () => {
    const bench = createWorkbench();
    const environment = inWaves(untilQuarterPast);
    const held = await deploy(bench.ports(), bench.request(crates, { environment }));
    await expect(
      deploy(bench.ports(), bench.request(crates, { environment, supersede: [held.runId] })),
    ).rejects.toMatchObject({ code: 'SB3100' });
    bench.clock.advance(Date.UTC(2026, 0, 2) - bench.clock.now());

    const report = await deploy(bench.ports(), bench.request(crates, { environment, supersede: [held.runId] }));

    expect(held.ending).toBe('held');
    expect(report).toMatchObject({ ending: 'succeeded', waves: 2 });
    expect(report.steps.filter(({ kind }) => kind !== 'noop').map(({ address }) => address)).toEqual([
      'crate/D',
      'crate/E',
    ]);
    expect(await bench.store.listClaims('test')).toEqual([]);
  });

  it('ends with the deadline', async () => {
    const bench = createWorkbench();
    const report = await deploy(bench.ports(), bench.request(crates, { environment: inWaves({ deadlineMinutes: 5 }) }));
    expect(report.outcome).toContain('The deadline of 5 minutes passed at 2026-01-01T00:05:00Z; 1 of 5 steps');
  });

  it('ends where a freeze begins', async () => {
    const bench = createWorkbench();
    const from = '2026-01-01T00:12:00.000Z';
    const freezes = [{ reason: 'peak', from, to: '2026-01-02T00:00:00.000Z', exempt: [] }];
    const report = await deploy(bench.ports(), bench.request(crates, { environment: inWaves({ freezes }) }));
    expect(report).toMatchObject({ ending: 'held', outcome: expect.stringContaining('00:12:00Z; 3 of 5') as string });
  });

  it('decides the same when the process dies once it is up', async () => {
    const environment = inWaves({ ...untilQuarterPast, whenTimeIsUp: 'compensate' });
    for (let dieAt = 1; dieAt < 80; dieAt += 1) {
      const bench = createWorkbench();
      const mortal = createMortalPorts(bench.ports(), dieAt);
      await deploy(mortal.ports, bench.request(crates, { environment })).catch(() => undefined);
      bench.clock.advance(20 * 60_000);
      await resume(bench.ports(), bench.request(crates, { environment }));
      const [run] = await bench.store.listRuns({ environment: 'test' });
      if (run === undefined) continue;
      expect({ dieAt, state: run.state, truth: bench.organisation.truth() }).toEqual({
        dieAt,
        state: 'compensated',
        truth: {},
      });
    }
  });
});

describe('a closed gate', () => {
  const closed = { windows: [{ name: 'evenings', timeZone: 'UTC', from: '20:00', to: '22:00' }] } as const;
  const environment = (change: Partial<GateRules>): EnvironmentRules => ({ ...testEnvironment, gates: gates(change) });
  const inLane = (lane: 'standard' | 'emergency', incident?: string) => ({
    ...crates,
    changeset: {
      ...crates.changeset,
      metadata: { ...crates.changeset.metadata, lane, ...(incident === undefined ? {} : { incident }) },
    },
  });

  it('refuses before the first write and says when the next window opens', async () => {
    const bench = createWorkbench();
    await expect(
      deploy(bench.ports(), bench.request(crates, { environment: environment(closed) })),
    ).rejects.toMatchObject({
      code: 'SB3100',
      message: expect.stringContaining('next it may run from 2026-01-01T20:00:00Z to 2026-01-01T22:00:00Z') as string,
    });
    expect(await bench.store.listRuns({ environment: 'test' })).toEqual([]);
    expect(await bench.store.readLease('test')).toBeUndefined();
  });

  it.each([
    ['a freeze', crates, { freezes: [{ reason: 'peak', from: '2025-12-01', to: '2026-02-01', exempt: [] }] }, 'SB3101'],
    ['an emergency without an incident', inLane('emergency'), {}, 'SB3102'],
    ['a standard change that nobody approved', inLane('standard'), {}, 'SB3103'],
  ] as const)('refuses %s', async (_, artifact, change, code) => {
    const bench = createWorkbench();
    await expect(
      deploy(bench.ports(), bench.request(artifact, { environment: environment(change) })),
    ).rejects.toMatchObject({ code });
    expect(bench.organisation.truth()).toEqual({});
  });

  it('lets an emergency pass where the environment allows it, and leaves a record', async () => {
    const bench = createWorkbench();
    const lanes = { standard: { passes: [], preApproved: [] }, emergency: { passes: ['windows'] } } as const;
    const report = await deploy(
      bench.ports(),
      bench.request(inLane('emergency', 'INC-7'), { environment: environment({ ...closed, lanes }) }),
    );

    expect(report).toMatchObject({
      ending: 'succeeded',
      passedGates: [
        'The emergency lane passed by, incident INC-7: 2026-01-01T00:00:00Z is outside every window (evenings).',
      ],
    });
    expect((await bench.store.readJournal(report.runId))[0]).toMatchObject({ stepId: 'gates', phase: 'verified' });
  });

  it('does not keep anybody from taking back, and that leaves a record too', async () => {
    const bench = createWorkbench();
    const { runId } = await deploy(bench.ports(), bench.request(crates));
    const scope = { ...bench.request(crates, { environment: environment(closed) }), runId };

    const report = await rollback(bench.ports(), scope);

    expect(report).toMatchObject({ ending: 'succeeded', kind: 'rollback' });
    expect(report.passedGates).toEqual([expect.stringContaining('The rollback passed by: 2026-01-01T00') as string]);
    expect(bench.organisation.truth()).toEqual({});
  });
});
