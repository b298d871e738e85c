import { describe, expect, it } from 'vitest';
import { detectDrift } from '../drift/index.ts';
import { rollback } from '../rollback/index.ts';
import { artifactOf, createWorkbench, ensure, ref, type Workbench } from '../testing/workbench.ts';
import { deploy } from './deploy.ts';
import { findDeployed } from './find-deployed.ts';

/** A crate that is made together with its part, beside a change of another one. */
const artifact = artifactOf([
  ensure('crate', 'New'),
  ensure('crate_labels', 'New', { labels: ['fresh'] }),
  ensure('slot', ['New', 'top'], { value: 'x' }),
  ensure('colour', 'Red', { shade: 'dark' }),
  ensure('crate', 'New', { colour: ref('colour/Red') }),
]);

async function deployed(): Promise<{ readonly bench: Workbench; readonly runId: string }> {
  const bench = createWorkbench();
  bench.organisation.add('colour', { name: 'Red', shade: 'light' });
  const report = await deploy(bench.ports(), bench.request(artifact));
  expect(report.outcome).toMatch(/steps are verified/u);
  return { bench, runId: report.runId };
}

const takeBack = (bench: Workbench, runId: string, only?: readonly string[]) =>
  rollback(bench.ports(), { ...bench.request(artifact), runId, only });

describe('whether an artifact was deployed here', () => {
  it('is true until all that its run wrote was taken back, parts of what it made included', async () => {
    const { bench, runId } = await deployed();
    expect((await findDeployed(bench.store, 'test', artifact.digest))?.id).toBe(runId);

    await takeBack(bench, runId);

    expect(await findDeployed(bench.store, 'test', artifact.digest)).toBeUndefined();
  });

  it('stays true after a part was taken back, and ends with the last part', async () => {
    const { bench, runId } = await deployed();
    await takeBack(bench, runId, ['colour/Red']);
    expect((await findDeployed(bench.store, 'test', artifact.digest))?.id).toBe(runId);

    await takeBack(bench, runId, ['crate/New', 'crate_labels/New', 'slot/New/top']);

    expect(await findDeployed(bench.store, 'test', artifact.digest)).toBeUndefined();
  });

  it('leaves nothing of a deleted object in the baseline', async () => {
    const { bench, runId } = await deployed();

    await takeBack(bench, runId);

    expect(Object.keys((await bench.store.readBaseline('test')).entries)).toEqual(['colour/Red']);
    const drift = await detectDrift(
      { reader: bench.organisation.platform, store: bench.store, clock: bench.clock },
      bench.request(artifact),
    );
    expect(drift.findings).toEqual([]);
  });
});
