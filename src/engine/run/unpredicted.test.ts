import { describe, expect, it } from 'vitest';
import { deploy } from '../deploy/index.ts';
import type { RunReport } from '../report.ts';
import { artifactOf, createWorkbench, ensure, type Workbench } from '../testing/workbench.ts';

/** Deploys while somebody edits right after our first write, before it is read back. */
async function deployWith(
  bench: Workbench,
  artifact: ReturnType<typeof artifactOf>,
  edit: () => unknown,
): Promise<RunReport> {
  const { platform } = bench.ports();
  const update: typeof platform.update = async (...write) => {
    const live = await platform.update(...write);
    bench.clock.advance(500);
    edit();
    return live;
  };
  return deploy(bench.ports({ platform: { ...platform, update } }), bench.request(artifact));
}

const findingsOf = ({ findings }: RunReport) => findings.filter(({ kind }) => kind === 'unpredicted-change');

describe('reading back', () => {
  it('compares all that is known, also beside a written field of the same object, and names who was there', async () => {
    const bench = createWorkbench();
    const id = bench.organisation.add('crate', { name: 'A', size: 1, options: { depth: 1, tint: 'red' } });
    bench.clock.advance(60_000);
    const artifact = artifactOf([ensure('crate', 'A', { options: { depth: 2 } })]);

    const report = await deployWith(bench, artifact, () =>
      bench.organisation.edit('crate', id, { options: { depth: 2, tint: 'blue' }, size: 9 }, 'Robin'),
    );

    expect(report.ending).toBe('succeeded');
    expect(findingsOf(report)).toMatchObject([
      { path: ['size'], before: 1, after: 9, by: 'Robin' },
      { path: ['options', 'tint'], before: 'red', after: 'blue', by: 'Robin' },
    ]);
  });

  it('names who was there for types with versions, too', async () => {
    const bench = createWorkbench();
    const crate = bench.organisation.add('crate', { name: 'A' });
    const id = bench.organisation.add('lid', { name: 'A', weight: 1 });
    bench.clock.advance(60_000);
    const artifact = artifactOf([ensure('lid', 'A', { weight: 2 })]);

    const report = await deployWith(bench, artifact, () =>
      bench.organisation.edit('lid', id, { crate: { id: crate } }),
    );

    expect(findingsOf(report)).toMatchObject([
      { path: ['crate'], before: null, after: { $handle: crate }, by: 'Alex' },
    ]);
  });

  it('says nothing when nothing else moved', async () => {
    const bench = createWorkbench();
    bench.organisation.add('crate', { name: 'A', size: 1, options: { depth: 1, tint: 'red' } });
    const artifact = artifactOf([ensure('crate', 'A', { options: { depth: 2 } })]);

    const report = await deployWith(bench, artifact, () => undefined);

    expect(report.findings).toEqual([]);
  });

  it('tells what a new object came with that nobody declared', async () => {
    const bench = createWorkbench();
    const { platform } = bench.ports();
    const create: typeof platform.create = async (type, body, write) =>
      platform.create(type, { ...body, tags: ['new'] }, write);
    const artifact = artifactOf([ensure('crate', 'A', { size: 3 })]);

    const report = await deploy(bench.ports({ platform: { ...platform, create } }), bench.request(artifact));

    expect(report.steps).toMatchObject([{ filledIn: [{ path: ['tags'], value: ['new'] }] }]);
    expect(report.findings).toEqual([]);
  });
});
