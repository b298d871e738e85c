import { expect, it } from 'vitest';
import { rollback } from '../rollback/index.ts';
import { artifactOf, createWorkbench, ensure, ref, remove } from '../testing/workbench.ts';
import { deploy } from './deploy.ts';

it.each([0, 1_500])(
  'puts a new object in the place of one that is used, and takes it back, with a lag of %d ms',
  async (lagMs) => {
    const bench = createWorkbench({ lagMs });
    const { organisation } = bench;
    const old = organisation.add('colour', { name: 'Red', shade: 'dark' });
    organisation.add('crate', { name: 'Box', colour: { id: old } });
    bench.clock.advance(10_000);
    const before = organisation.truth();
    const artifact = artifactOf([
      remove('colour', 'Red'),
      ensure('colour', 'Red', { shade: 'light' }),
      ensure('crate', 'Box', { colour: ref('colour/Red') }),
    ]);

    const { runId, ending } = await deploy(bench.ports(), bench.request(artifact));

    expect(ending).toBe('succeeded');
    expect(organisation.truth()).toMatchObject({
      'colour/Red': { shade: 'light' },
      'crate/Box': { colour: { id: 'Red' } },
    });
    expect(organisation.idsOf('colour', 'Red')).not.toContain(old);

    await rollback(bench.ports(), { ...bench.request(artifactOf([])), runId });

    expect(organisation.truth()).toEqual(before);
  },
);

it('leaves everything as it was when the new object can not be put in the place of the old one', async () => {
  const bench = createWorkbench();
  const { organisation } = bench;
  const old = organisation.add('colour', { name: 'Red', shade: 'dark' });
  organisation.add('crate', { name: 'Box', colour: { id: old } });
  bench.clock.advance(10_000);
  const before = organisation.truth();
  organisation.script = ({ kind, type, attempt }) =>
    kind === 'update' && type === 'crate' && attempt === 2 ? 'rejected' : undefined;
  const artifact = artifactOf([
    remove('colour', 'Red'),
    ensure('colour', 'Red', { shade: 'light' }),
    ensure('crate', 'Box', { colour: ref('colour/Red') }),
  ]);

  const report = await deploy(bench.ports(), bench.request(artifact));

  expect(report.ending).toBe('compensated');
  expect(organisation.truth()).toEqual(before);
});
