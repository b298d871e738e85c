import { expect, it } from 'vitest';
import { deploy } from '../deploy/index.ts';
import { artifactOf, createWorkbench, ensure, type Workbench } from '../testing/workbench.ts';

const artifact = artifactOf([ensure('crate', 'A', { size: 2 })]);

/** A person edits the crate right before our write, which has no version to notice it by. */
function prepare(): Workbench {
  const bench = createWorkbench();
  const id = bench.organisation.add('crate', { name: 'A', size: 1 });
  bench.clock.advance(60_000);
  let isDone = false;
  bench.organisation.script = () => {
    if (!isDone) bench.organisation.edit('crate', id, { note: 'theirs' });
    isDone = true;
    return undefined;
  };
  return bench;
}

it('an edit in the gap of a write becomes a finding, also when audits come late', async () => {
  const bench = prepare();
  const { platform } = bench.ports();
  const start = bench.clock.now();
  const late: typeof platform.audits = async (type, interval, id) => {
    const events = (await platform.audits(type, interval, id)) ?? [];
    return events.filter(({ at }) => Date.parse(at) + 4_000 <= bench.clock.now());
  };

  const report = await deploy(bench.ports({ platform: { ...platform, audits: late } }), bench.request(artifact));

  expect(report.findings).toMatchObject([{ kind: 'foreign-edit', address: 'crate/A', by: 'Alex' }]);
  expect(bench.clock.now() - start).toBeLessThan(20_000);
});

it('audits that never show our own write are not waited for without end', async () => {
  const bench = prepare();
  const { platform } = bench.ports();

  const report = await deploy(
    bench.ports({ platform: { ...platform, audits: async () => [] } }),
    bench.request(artifact),
  );

  expect(report).toMatchObject({ ending: 'succeeded', findings: [] });
});

it('an edit shortly before the read that the read shows is no finding, one that it does not show is', async () => {
  const bench = createWorkbench();
  const id = bench.organisation.add('crate', { name: 'A', size: 1 });
  bench.clock.advance(60_000);
  bench.organisation.edit('crate', id, { note: 'theirs' });
  const { platform } = bench.ports();
  const stale: typeof platform.read = async (type, key) => {
    const live = await platform.read(type, key);
    return live === undefined ? undefined : { ...live, body: { ...live.body, note: 'older' } };
  };

  const seen = await deploy(bench.ports(), bench.request(artifact));
  bench.clock.advance(60_000);
  bench.organisation.edit('crate', id, { note: 'theirs again' });
  const other = artifactOf([ensure('crate', 'A', { size: 3 })]);
  const unseen = await deploy(bench.ports({ platform: { ...platform, read: stale } }), bench.request(other));

  expect(seen.findings).toEqual([]);
  expect(unseen.findings).toMatchObject([{ kind: 'foreign-edit', by: 'Alex' }]);
});
