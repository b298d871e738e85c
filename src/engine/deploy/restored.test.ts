import { expect, it } from 'vitest';
import { rollback } from '../rollback/index.ts';
import { artifactOf, createWorkbench, ensure, remove } from '../testing/workbench.ts';
import { deploy } from './deploy.ts';

it('brings a deleted namesake back under its id, changes what is declared, and rolls back to deleted', async () => {
  const bench = createWorkbench();
  const gold = bench.organisation.add('badge', { name: 'Gold', rank: 1 });
  bench.clock.advance(10_000);
  await deploy(bench.ports(), bench.request(artifactOf([remove('badge', 'Gold')])));
  bench.clock.advance(10_000);

  const report = await deploy(bench.ports(), bench.request(artifactOf([ensure('badge', 'Gold', { rank: 3 })])));

  expect(report.outcome).toBe('The step is verified.');
  expect(report.steps).toMatchObject([{ kind: 'create', id: gold, state: 'applied' }]);
  expect(bench.organisation.truth()).toEqual({ 'badge/Gold': { name: 'Gold', rank: 3 } });
  const taken = await rollback(bench.ports(), { ...bench.request(artifactOf([])), runId: report.runId });
  expect(taken.ending).toBe('succeeded');
  expect(bench.organisation.truth()).toEqual({});
});
