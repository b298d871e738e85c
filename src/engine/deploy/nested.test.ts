import { expect, it } from 'vitest';
import { detectDrift } from '../drift/index.ts';
import { rollback } from '../rollback/index.ts';
import { fakeCatalogue } from '../testing/fake-types.ts';
import { artifactOf, createWorkbench, ensure, remove, testEnvironment, type Workbench } from '../testing/workbench.ts';
import { deploy } from './deploy.ts';

const address = 'sticker/Box/first/fragile';

async function labelled(): Promise<{ readonly bench: Workbench; readonly runId: string }> {
  const bench = createWorkbench();
  const artifact = artifactOf([
    ensure('crate', 'Box'),
    ensure('slot', ['Box', 'first'], { value: 'egg' }),
    ensure('sticker', ['Box', 'first', 'fragile'], { tone: 'red' }),
  ]);
  const { runId } = await deploy(bench.ports(), bench.request(artifact));
  return { bench, runId };
}

const driftOf = (bench: Workbench) =>
  detectDrift(
    { reader: bench.organisation.platform, store: bench.store, clock: bench.clock },
    { environment: testEnvironment, catalogue: fakeCatalogue },
  );

it('makes a child of a new child of a new object, and takes all of them back', async () => {
  const { bench, runId } = await labelled();
  expect(Object.keys(bench.organisation.truth())).toEqual(['crate/Box', 'slot/Box/first', address]);

  await rollback(bench.ports(), { ...bench.request(artifactOf([])), runId });

  expect(bench.organisation.truth()).toEqual({});
});

it('sees drift of a child of a child', async () => {
  const { bench } = await labelled();
  expect((await driftOf(bench)).findings).toEqual([]);
  const id = (await bench.store.readBaseline('test')).entries[address]?.id ?? '';

  bench.organisation.edit('sticker', id, { tone: 'blue' });

  expect((await driftOf(bench)).findings).toMatchObject([{ kind: 'changed', address }]);
});

it('brings what hung under a deleted object back with it, level by level, and forgets it meanwhile', async () => {
  const { bench } = await labelled();
  const before = bench.organisation.truth();
  const { runId } = await deploy(bench.ports(), bench.request(artifactOf([remove('crate', 'Box')], { name: 'gone' })));
  expect(bench.organisation.truth()).toEqual({});
  expect((await bench.store.readBaseline('test')).entries).toEqual({});

  const report = await rollback(bench.ports(), { ...bench.request(artifactOf([])), runId });

  expect(report.ending).toBe('succeeded');
  expect(bench.organisation.truth()).toEqual(before);
  const order = report.steps.map((step) => step.address).filter((found) => !found.startsWith('crate_labels/'));
  expect(order).toEqual(['crate/Box', 'slot/Box/first', address]);
});

it('finds a child of a child by all its key parts', async () => {
  const { bench } = await labelled();
  const again = artifactOf([ensure('sticker', ['Box', 'first', 'fragile'], { tone: 'green' })], { name: 'green' });
  await deploy(bench.ports(), bench.request(again));
  expect(bench.organisation.truth()[address]).toMatchObject({ tone: 'green' });
});
