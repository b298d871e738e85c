import { expect, it } from 'vitest';
import { deploy } from '../deploy/index.ts';
import { artifactOf, createWorkbench, ensure, type Workbench } from '../testing/workbench.ts';
import { planRollback } from './plan-rollback.ts';
import { rollback } from './rollback.ts';

const reason = 'ink does not wash off';

async function stamped(): Promise<{ readonly bench: Workbench; readonly runId: string }> {
  const bench = createWorkbench();
  const artifact = artifactOf([ensure('stamp', 'Paid'), ensure('colour', 'Blue')]);
  const { runId } = await deploy(bench.ports(), bench.request(artifact));
  return { bench, runId };
}

const ground = (bench: Workbench) => bench.request(artifactOf([]));

it('says which creation it can not take back, and why, instead of writing anything', async () => {
  const { bench, runId } = await stamped();
  const ports = { reader: bench.organisation.platform, store: bench.store, clock: bench.clock };

  const { plan } = await planRollback(ports, { ...ground(bench), runId });

  expect(plan.steps).toEqual([]);
  expect(plan.diagnostics).toMatchObject([
    { code: 'SB3011', severity: 'error', address: 'stamp/Paid', detail: `stamp/Paid: ${reason}.` },
  ]);
  expect(plan.diagnostics[0]?.remedy).toMatch(/Leave this address out/u);
});

it('takes the rest back when what can not go is left out', async () => {
  const { bench, runId } = await stamped();
  const report = await rollback(bench.ports(), { ...ground(bench), runId, only: ['colour/Blue'] });
  expect(report.ending).toBe('succeeded');
  expect(Object.keys(bench.organisation.truth())).toEqual(['stamp/Paid']);
});

it('minds no limit where somebody removed the object meanwhile', async () => {
  const { bench, runId } = await stamped();
  bench.organisation.drop('stamp', bench.organisation.idsOf('stamp', 'Paid')[0] ?? '');
  const report = await rollback(bench.ports(), { ...ground(bench), runId });
  expect(report.ending).toBe('succeeded');
  expect(bench.organisation.truth()).toEqual({});
});

it('holds a failed run whose creation can not be taken back, without asking the platform to', async () => {
  const bench = createWorkbench();
  bench.organisation.script = ({ kind, type }) => (kind === 'create' && type === 'lid' ? 'rejected' : undefined);
  const artifact = artifactOf([ensure('stamp', 'Paid'), ensure('lid', 'Top', { weight: 1 })]);
  const serial = { ...bench.request(artifact), concurrency: 1 };

  const report = await deploy(bench.ports(), serial);

  expect(report.ending).toBe('held');
  expect(report.outcome).toContain(reason);
  expect(bench.organisation.effects.map(({ kind }) => kind)).not.toContain('remove');
});
