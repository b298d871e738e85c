import { describe, expect, it } from 'vitest';
import { SignalboxError, type ChangeTest } from '../../core/index.ts';
import type { TestAnswer } from '../../core/assertion/index.ts';
import { deploy } from '../deploy/index.ts';
import { resume } from '../resume/index.ts';
import { artifactOf, createWorkbench, ensure, testEnvironment } from '../testing/workbench.ts';
import type { HttpProbe, ProgramCall, TestRunners } from './runners.ts';

const source = { file: 'changesets/test.yaml' };
const http = (change: object = {}): ChangeTest =>
  ({
    name: 'the page is there',
    source,
    http: { url: 'http://probe/${inputs.page}', method: 'GET', headers: {}, expect: { status: 200 }, ...change },
  }) as ChangeTest;
const command = (change: Partial<ChangeTest> = {}): ChangeTest =>
  ({
    name: 'the checker agrees',
    source,
    command: { run: ['check', '${env.name}'], env: { TOKEN: { secret: 'file:token' } } },
    ...change,
  }) as ChangeTest;

async function run(tests: readonly ChangeTest[], testRunners: TestRunners, change = {}) {
  const bench = createWorkbench();
  const artifact = artifactOf([ensure('crate', 'A')], { tests });
  const withInputs = { ...artifact, changeset: { ...artifact.changeset, inputs: { page: 'health' } } };
  return {
    bench,
    report: await deploy(bench.ports({ testRunners }), bench.request(withInputs, change)),
  };
}

const answering = (...answers: readonly TestAnswer[]) => {
  const probes: HttpProbe[] = [];
  const ask = async (probe: HttpProbe): Promise<TestAnswer> => {
    probes.push(probe);
    return answers[Math.min(probes.length, answers.length) - 1] ?? { kind: 'error', message: 'no answer' };
  };
  return { probes, ask };
};
const status = (code: number, body = ''): TestAnswer => ({ kind: 'http', status: code, body });

describe('a test that asks an address', () => {
  it('fills in expressions and secrets, and passes on what it expects', async () => {
    const { probes, ask } = answering(status(200, 'all is well'));
    const test = http({
      headers: { accept: 'text/plain', authorization: { secret: 'file:token' } },
      expect: { status: 200, contains: 'well' },
    });
    const { report } = await run([test], { http: ask, secret: async () => 'Bearer hush' });

    expect(report.tests).toEqual([{ name: 'the page is there', state: 'passed' }]);
    expect(probes).toEqual([
      {
        url: 'http://probe/health',
        method: 'GET',
        headers: { accept: 'text/plain', authorization: 'Bearer hush' },
        timeoutMs: 30_000,
      },
    ]);
  });

  it('is tried again as often as it says', async () => {
    const { probes, ask } = answering(status(503), status(503), status(200));
    const retry = { times: 3, everySeconds: 20 };
    const { report, bench } = await run([{ ...http(), retry }], { http: ask });

    expect(report.tests).toEqual([{ name: 'the page is there', state: 'passed', attempts: 3 }]);
    expect(probes).toHaveLength(3);
    expect(bench.clock.now()).toBeGreaterThanOrEqual(Date.UTC(2026, 0, 1, 0, 0, 40));
  });

  it('waits for no further try when the run is asked to stop', async () => {
    const bench = createWorkbench();
    const stop = new AbortController();
    const { probes, ask } = answering(status(503));
    const http503 = (probe: HttpProbe): Promise<TestAnswer> => {
      setTimeout(() => stop.abort('SIGINT'));
      return ask(probe);
    };
    const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
      ms === 3_600_000
        ? new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('woken'))))
        : bench.clock.sleep(ms, signal);
    const ports = bench.ports({
      testRunners: { http: http503 },
      stop: stop.signal,
      clock: { now: bench.clock.now, sleep },
    });
    const tests = [{ ...http({ url: 'http://probe/health' }), retry: { times: 9, everySeconds: 3_600 } }];
    const stopped = deploy(ports, bench.request(artifactOf([ensure('crate', 'A')], { tests })));
    await expect(stopped).rejects.toMatchObject({ code: 'SB3023' });
    expect(probes).toHaveLength(1);
  });

  it.each([
    [status(500, 'secret body'), 'failed', 'it answered 500, not 200'],
    [status(200, 'other'), 'failed', 'the answer does not contain "well"'],
    [{ kind: 'timeout' }, 'failed', 'it took longer than 30 s and was ended'],
    [{ kind: 'error', message: 'nobody listens' }, 'error', 'nobody listens'],
  ] as const)('that is answered %o takes the deployment back', async (answer, state, detail) => {
    const { bench, report } = await run([http({ expect: { status: 200, contains: 'well' } })], {
      http: answering(answer).ask,
    });
    expect(report).toMatchObject({ ending: 'compensated', tests: [{ state, detail }] });
    expect(bench.organisation.truth()).toEqual({});
  });
});

describe('a test that runs a program', () => {
  it('tells it what was deployed, and takes secrets out of what it says', async () => {
    const calls: ProgramCall[] = [];
    const runner = async (call: ProgramCall): Promise<TestAnswer> => {
      calls.push(call);
      return { kind: 'command', exitCode: 1, output: 'refused hush-hush' };
    };
    const { report } = await run([command()], { command: runner, secret: async () => 'hush-hush' });

    expect(calls).toMatchObject([
      {
        run: ['check', 'test'],
        env: { TOKEN: 'hush-hush' },
        facts: {
          environment: 'test',
          changeset: 'change',
          steps: [{ kind: 'create', address: 'crate/A', id: 'crate-1' }],
        },
      },
    ]);
    expect(report.tests).toEqual([
      {
        name: 'the checker agrees',
        state: 'failed',
        detail: 'it ended with exit code 1\nits output ends with:\nrefused [secret]',
      },
    ]);
  });

  it('says nothing of a secret of several lines, of one within another, or of one that is cut where the output begins', async () => {
    const secret = async (): Promise<string> => 'hush\nhush-hush-hush';
    const output = `${'hush-hush-hush\n'.repeat(1_000)}hush the end`;
    const { report } = await run([command()], {
      command: async () => ({ kind: 'command', exitCode: 1, output }),
      secret,
    });
    const [{ detail = '' } = {}] = report.tests;
    expect(detail).not.toMatch(/hush/u);
    expect(detail).toMatch(/\[secret\]\n\[secret\] the end$/u);
    expect(detail.length).toBeLessThan(4_100);
  });

  it('is ended when the run is asked to stop, and runs anew when the run is resumed', async () => {
    const bench = createWorkbench();
    const stop = new AbortController();
    const artifact = artifactOf([ensure('crate', 'A')], { tests: [command({ command: { run: ['check'], env: {} } })] });
    const ended: unknown[] = [];
    const endless = (_: ProgramCall, signal: AbortSignal): Promise<TestAnswer> =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          ended.push(signal.reason);
          resolve({ kind: 'command', exitCode: undefined, output: '' });
        });
        stop.abort('SIGINT');
      });
    const stopped = deploy(
      bench.ports({ testRunners: { command: endless }, stop: stop.signal }),
      bench.request(artifact),
    );
    await expect(stopped).rejects.toMatchObject({ code: 'SB3023' });
    expect(ended).toEqual(['SIGINT']);

    await expect(resume(bench.ports(), bench.request(artifact))).rejects.toMatchObject({ code: 'SB3104' });
    const fine = async (): Promise<TestAnswer> => ({ kind: 'command', exitCode: 0, output: '' });
    const report = await resume(bench.ports({ testRunners: { command: fine } }), bench.request(artifact));
    expect(report).toMatchObject({ ending: 'succeeded', tests: [{ state: 'passed' }] });
  });

  it('whose secret is not there is an error and takes the deployment back', async () => {
    const secret = async (): Promise<string> => {
      throw new SignalboxError({ code: 'SB2029', message: 'file:token is not there', remedy: 'Put it there.' });
    };
    const { report } = await run([command()], { command: async () => ({ kind: 'timeout' }), secret });
    expect(report).toMatchObject({
      ending: 'compensated',
      tests: [{ state: 'error', detail: 'file:token is not there' }],
    });
  });
});

describe('tests of the environment', () => {
  it('run after those of the changeset', async () => {
    const environment = { ...testEnvironment, tests: [http({ url: 'http://probe/${env.name}' })] };
    const { probes, ask } = answering(status(200));
    const { report } = await run([{ name: 'one', assert: 'true', source }], { http: ask }, { environment });
    expect(report.tests.map(({ name }) => name)).toEqual(['one', 'the page is there']);
    expect(probes[0]?.url).toBe('http://probe/test');
  });
});

describe('a program that can not run a test', () => {
  it('refuses before the first write and names each', async () => {
    await expect(run([http(), command()], {})).rejects.toMatchObject({
      code: 'SB3104',
      message:
        'Tests can not be run here: the page is there asks an address; the checker agrees runs a program; the checker agrees needs a secret.',
    });
  });
});
