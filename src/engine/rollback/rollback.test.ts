import { describe, expect, it } from 'vitest';
import { digestText, type Json } from '../../core/index.ts';
import { referencesIn } from '../../core/resource/index.ts';
import { deploy } from '../deploy/index.ts';
import { artifactOf, createWorkbench, ensure, ref, remove, rename, type Workbench } from '../testing/workbench.ts';
import { planRollback } from './plan-rollback.ts';
import { rollback } from './rollback.ts';

const bread = 'flour\nwater';
const cake = 'flour\neggs';

async function deployed(
  options: { readonly lagMs?: number } = {},
): Promise<{ readonly bench: Workbench; readonly runId: string; readonly before: object }> {
  const bench = createWorkbench(options);
  const { organisation } = bench;
  const red = organisation.add('colour', { name: 'Red', shade: 'dark' });
  organisation.add('crate', { name: 'Old', size: 3, colour: { id: red }, tags: ['a'] });
  const doomed = organisation.add('crate', { name: 'Doomed', size: 9 });
  organisation.edit('crate', doomed, { options: { depth: 4 } });
  organisation.add('recipe', { name: 'Dish' }, bread);
  organisation.add('badge', { name: 'Gold', rank: 1 });
  const labelled = organisation.add('crate', { name: 'Labelled' });
  await organisation.platform.update(
    'crate_labels',
    labelled,
    { crate: { id: labelled }, labels: ['l'] },
    { recordTicket: async () => undefined },
  );
  bench.clock.advance(10_000);
  const before = organisation.truth();
  const artifact = artifactOf(
    [
      ensure('crate', 'Old', { size: 5, tags: ['b'] }),
      ensure('crate', 'New'),
      ensure('lid', 'New', { crate: ref('crate/New'), weight: 1 }),
      ensure('crate', 'New', { lid: ref('lid/New') }),
      rename('colour', 'Red', 'Crimson'),
      ensure('recipe', 'Dish', { text: { $content: digestText(cake) } }),
      remove('crate', 'Doomed'),
      remove('crate', 'Labelled'),
      remove('badge', 'Gold'),
    ],
    { contents: { [digestText(cake)]: cake } },
  );
  const report = await deploy(bench.ports(), bench.request(artifact));
  expect(report.outcome).toMatch(/steps are verified/u);
  return { bench, runId: report.runId, before };
}

const ground = (bench: Workbench): Parameters<typeof rollback>[1] => ({ ...bench.request(artifactOf([])), runId: '' });

describe('rolling back', () => {
  it.each([0, 1_500])('brings everything back and proves it, with a lag of %d ms', async (lagMs) => {
    const { bench, runId, before } = await deployed({ lagMs });

    const report = await rollback(bench.ports(), { ...ground(bench), runId });

    expect(report.outcome).toMatch(/steps are verified/u);
    expect(bench.organisation.truth()).toEqual(before);
    expect(report.verifiedEqual.filter(({ equal }) => !equal)).toEqual([]);
    expect(
      report.steps
        .filter(({ replacesId }) => replacesId !== undefined)
        .map(({ address }) => address)
        .toSorted(),
    ).toEqual(['crate/Doomed', 'crate/Labelled']);
  });

  it('finds what was made anew twice since', async () => {
    const bench = createWorkbench();
    bench.clock.advance(1);
    const { runId } = await deploy(bench.ports(), bench.request(artifactOf([ensure('crate', 'Old')])));
    for (let times = 0; times < 2; times += 1) {
      bench.clock.advance(10_000);
      const deletion = await deploy(bench.ports(), bench.request(artifactOf([remove('crate', 'Old')])));
      await rollback(bench.ports(), { ...ground(bench), runId: deletion.runId });
    }

    await rollback(bench.ports(), { ...ground(bench), runId });

    expect(bench.organisation.truth()).toEqual({});
  });

  it('finds nothing to do the second time, and the artifact may be deployed again', async () => {
    const { bench, runId } = await deployed();
    await rollback(bench.ports(), { ...ground(bench), runId });

    const again = await rollback(bench.ports(), { ...ground(bench), runId });

    expect(again.steps.every(({ state }) => state === 'matching')).toBe(true);
  });

  it('takes back only what is chosen', async () => {
    const { bench, runId, before } = await deployed();

    await rollback(bench.ports(), { ...ground(bench), runId, only: ['crate/Old', 'colour/Crimson'] });

    const after = bench.organisation.truth();
    expect(after['crate/Old']).toEqual((before as typeof after)['crate/Old']);
    expect(after['recipe/Dish']).toMatchObject({ content: cake });
    expect(after['crate/New']).toBeDefined();
  });

  it('refuses to overwrite a later change of the same field, and leaves other fields alone', async () => {
    const { bench, runId } = await deployed();
    const [old = ''] = bench.organisation.idsOf('crate', 'Old');
    bench.organisation.edit('crate', old, { size: 6, lid: null, note: 'mine' });

    await expect(rollback(bench.ports(), { ...ground(bench), runId })).rejects.toMatchObject({ code: 'SB3006' });
    const report = await rollback(bench.ports(), { ...ground(bench), runId, overwriteLater: true });

    expect(report.ending).toBe('succeeded');
    expect(bench.organisation.truth()['crate/Old']).toMatchObject({ size: 3, note: 'mine' });
  });

  it('is planned in names: those of the run, and of what else the plan points at', async () => {
    const bench = createWorkbench();
    const shared = bench.organisation.add('colour', { name: 'Shared' });
    const old = bench.organisation.add('crate', { name: 'Old', colour: { id: shared } });
    bench.clock.advance(10_000);
    const artifact = artifactOf([
      ensure('lid', 'New', { crate: ref('crate/Old') }),
      ensure('crate', 'Old', { lid: ref('lid/New') }),
      remove('badge', 'Gold'),
    ]);
    bench.organisation.add('badge', { name: 'Gold' });
    const { runId } = await deploy(bench.ports(), bench.request(artifact));
    bench.organisation.edit('crate', old, { colour: { id: shared } });

    const { plan } = await planRollback(
      { reader: bench.organisation.platform, store: bench.store, clock: bench.clock },
      { ...ground(bench), runId, overwriteLater: true },
    );

    const text = JSON.stringify(plan.steps);
    expect(text).toContain('"$ref":"lid/New"');
    expect(text).toContain('"$ref":"crate/Old"');
    expect(plan.steps.flatMap((step) => referencesIn(step as unknown as Json)).filter(({ $ref }) => !$ref)).toEqual([]);
    expect(plan.reads).toEqual(['badge/Gold', 'crate/Old', 'lid/New']);
  });

  it('says what taking the rollback back would give', async () => {
    const bench = createWorkbench();
    const { runId } = await deploy(bench.ports(), bench.request(artifactOf([ensure('crate', 'New')])));
    const { plan } = await planRollback(
      { reader: bench.organisation.platform, store: bench.store, clock: bench.clock },
      { ...ground(bench), runId },
    );
    expect(plan).toMatchObject({ reversibility: 'new-id', steps: [{ kind: 'delete', reversibility: 'new-id' }] });
  });

  it('asks the platform for names that nobody knows yet', async () => {
    const bench = createWorkbench();
    const shared = bench.organisation.add('colour', { name: 'Shared' });
    bench.organisation.add('crate', { name: 'Doomed', colour: { id: shared } });
    const { runId } = await deploy(bench.ports(), bench.request(artifactOf([remove('crate', 'Doomed')])));

    const { plan } = await planRollback(
      { reader: bench.organisation.platform, store: bench.store, clock: bench.clock },
      { ...ground(bench), runId },
    );

    expect(plan.steps).toMatchObject([
      { kind: 'create', address: 'crate/Doomed', after: { colour: { $ref: 'colour/Shared' } } },
      { kind: 'update', address: 'crate_labels/Doomed' },
    ]);
  });

  it('refuses to delete what is used by now', async () => {
    const { bench, runId } = await deployed();
    const [made = ''] = bench.organisation.idsOf('crate', 'New');
    bench.organisation.add('lid', { name: 'Later', crate: { id: made } });

    const { plan } = await planRollback(
      { reader: bench.organisation.platform, store: bench.store, clock: bench.clock },
      { ...ground(bench), runId },
    );

    expect(plan.diagnostics).toMatchObject([
      { code: 'SB3011', address: 'crate/New', detail: 'lid "Later" would lose it.' },
    ]);
  });
});
