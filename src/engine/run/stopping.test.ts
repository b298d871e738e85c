import { describe, expect, it } from 'vitest';
import { deploy } from '../deploy/index.ts';
import { resume } from '../resume/index.ts';
import { artifactOf, createWorkbench, ensure, type Workbench } from '../testing/workbench.ts';

const artifact = artifactOf(['A', 'B', 'C', 'D', 'E'].map((name) => ensure('crate', name)));

/** Asks for a stop in the middle of the write of this number; steps go one after the other. */
function stoppingAt(bench: Workbench, write: number) {
  const stop = new AbortController();
  bench.organisation.script = () => {
    if (bench.organisation.effects.length + 1 === write) stop.abort('SIGINT');
    return undefined;
  };
  return bench.ports({ stop: stop.signal, concurrency: 1 });
}

describe('asking a deployment to stop', () => {
  it('finishes and verifies what is under way, leaves the run to be resumed, and gives the lease back', async () => {
    const bench = createWorkbench({ lagMs: 500 });

    await expect(deploy(stoppingAt(bench, 2), bench.request(artifact))).rejects.toMatchObject({
      code: 'SB3023',
      message: expect.stringContaining('2 of 5 steps are done and verified') as string,
      remedy: expect.stringContaining('signalbox resume --env test') as string,
    });

    expect(Object.keys(bench.organisation.truth())).toEqual(['crate/A', 'crate/B']);
    expect(await bench.store.readLease('test')).toBeUndefined();
    expect(await bench.store.listRuns({ environment: 'test' })).toMatchObject([{ state: 'running' }]);

    const report = await resume(bench.ports(), bench.request(artifact));

    expect(report).toMatchObject({ ending: 'succeeded', resumed: true });
    expect(Object.keys(bench.organisation.truth())).toHaveLength(5);
  });

  it('in the last step lets the run end', async () => {
    const bench = createWorkbench();
    expect(await deploy(stoppingAt(bench, 5), bench.request(artifact))).toMatchObject({ ending: 'succeeded' });
  });

  it('before the first write writes nothing', async () => {
    const bench = createWorkbench();
    const ports = bench.ports({ stop: AbortSignal.abort('SIGTERM') });
    await expect(deploy(ports, bench.request(artifact))).rejects.toMatchObject({ code: 'SB3022' });
    expect(bench.organisation.truth()).toEqual({});
    expect(await bench.store.listRuns({ environment: 'test' })).toEqual([]);
    expect(await bench.store.readLease('test')).toBeUndefined();
  });

  it('while taking back rests there, and resuming takes the rest back', async () => {
    const bench = createWorkbench();
    const stop = new AbortController();
    bench.organisation.script = ({ kind }) => {
      if (kind === 'create' && bench.organisation.effects.length === 4) return 'rejected';
      if (kind === 'remove') stop.abort('SIGTERM');
      return undefined;
    };

    const ports = bench.ports({ stop: stop.signal, concurrency: 1 });
    await expect(deploy(ports, bench.request(artifact))).rejects.toMatchObject({ code: 'SB3023' });
    const report = await resume(bench.ports(), bench.request(artifact));

    expect(report).toMatchObject({ ending: 'compensated' });
    expect(bench.organisation.truth()).toEqual({});
  });
});
