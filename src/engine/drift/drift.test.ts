import { digestText, type EnvironmentRules } from '../../core/index.ts';
import { describe, expect, it } from 'vitest';
import { deploy } from '../deploy/index.ts';
import { fakeCatalogue } from '../testing/fake-types.ts';
import { artifactOf, createWorkbench, ensure, ref, testEnvironment, type Workbench } from '../testing/workbench.ts';
import { detectDrift } from './index.ts';

const look = (bench: Workbench) =>
  detectDrift(
    { reader: bench.organisation.platform, store: bench.store, clock: bench.clock },
    { environment: testEnvironment, catalogue: fakeCatalogue },
  );

const idOf = (bench: Workbench, type: string, name: string): string => bench.organisation.idsOf(type, name)[0] ?? '';

async function deployed(): Promise<Workbench> {
  const bench = createWorkbench();
  const text = 'flour\nwater';
  const artifact = artifactOf(
    [
      ensure('colour', 'Red', { shade: 'dark' }),
      ensure('crate', 'Box', { size: 5, tags: ['b', 'a'], colour: ref('colour/Red') }),
      ensure('crate_labels', 'Box', { labels: ['x', 'y'] }),
      ensure('slot', ['Box', '1'], { value: 'one' }),
      ensure('recipe', 'Bread', { text: { $content: digestText(text) } }),
    ],
    { contents: { [digestText(text)]: text } },
  );
  await deploy(bench.ports(), bench.request(artifact));
  await bench.clock.sleep(60_000);
  return bench;
}

describe('drift', () => {
  it('finds none right after a deployment', async () => {
    const report = await look(await deployed());
    expect(report.findings).toEqual([]);
    expect(report.compared).toBe(5);
  });

  it('names the field, both values, the person and the time of an edit by hand', async () => {
    const bench = await deployed();
    bench.organisation.edit('crate', idOf(bench, 'crate', 'Box'), { size: 9 }, 'Robin');
    const { findings } = await look(bench);
    expect(findings).toMatchObject([
      {
        kind: 'changed',
        address: 'crate/Box',
        origin: 'foreign-edit',
        fields: [{ path: ['size'], baseline: 5, live: 9 }],
        authors: [{ kind: 'person', name: 'Robin' }],
      },
    ]);
  });

  it('does not mind fields nobody owns, the order of a set, or a default that is filled in', async () => {
    const bench = await deployed();
    bench.organisation.edit('crate', idOf(bench, 'crate', 'Box'), {
      tags: ['a', 'b'],
      options: { depth: 4 },
      unknown: 1,
    });
    expect((await look(bench)).findings).toEqual([]);
  });

  it('tells a rename by hand from a deletion', async () => {
    const bench = await deployed();
    bench.organisation.edit('colour', idOf(bench, 'colour', 'Red'), { name: 'Crimson' });
    bench.organisation.drop('recipe', idOf(bench, 'recipe', 'Bread'));
    const { findings } = await look(bench);
    expect(findings.map(({ kind, address, renamedTo }) => ({ kind, address, renamedTo }))).toEqual([
      { kind: 'renamed', address: 'colour/Red', renamedTo: 'colour/Crimson' },
      { kind: 'deleted', address: 'recipe/Bread', renamedTo: undefined },
    ]);
  });

  it('does not take invisible for deleted', async () => {
    const bench = await deployed();
    const { platform } = bench.organisation;
    const blind = {
      ...platform,
      list: async (type: string) => ({
        ...(await platform.list(type)),
        objects: [],
        complete: false,
        incompleteBecause: 'colour:view holds in 1 division only',
      }),
    };
    const report = await detectDrift(
      { reader: blind, store: bench.store, clock: bench.clock },
      { environment: testEnvironment, catalogue: fakeCatalogue },
    );
    expect(report.findings.filter(({ kind }) => kind === 'deleted')).toEqual([]);
    expect(report.blindSpots.flatMap(({ addresses }) => addresses)).toContain('colour/Red');
  });

  it('leaves out what an exception covers, and says who answers for it', async () => {
    const bench = await deployed();
    bench.organisation.edit('crate', idOf(bench, 'crate', 'Box'), { size: 9 });
    bench.organisation.edit('colour', idOf(bench, 'colour', 'Red'), { name: 'Crimson' });
    bench.organisation.drop('recipe', idOf(bench, 'recipe', 'Bread'));
    const today = new Date(bench.clock.now()).toISOString().slice(0, 10);
    const base = { reason: 'a trial', owner: 'dana', expires: today };
    const lookWith = (exceptions: EnvironmentRules['exceptions']) =>
      detectDrift(
        { reader: bench.organisation.platform, store: bench.store, clock: bench.clock },
        { environment: { ...testEnvironment, exceptions }, catalogue: fakeCatalogue },
      );
    const covered = await lookWith([
      { ...base, resource: 'crate/B*', field: 'size' },
      { ...base, resource: 'colour/Red' },
      { ...base, resource: 'recipe/Bread', field: 'text' },
    ]);
    expect(covered.findings).toMatchObject([{ kind: 'deleted', address: 'recipe/Bread' }]);
    expect(covered.declared).toMatchObject([
      { address: 'colour/Red', kind: 'renamed', exception: base },
      { address: 'crate/Box', kind: 'changed', path: ['size'], exception: base },
    ]);
    const expired = { ...base, resource: 'crate/Box', expires: '2000-01-01' };
    const open = await lookWith([expired]);
    expect(open.declared).toEqual([]);
    expect(open.findings.find(({ address }) => address === 'crate/Box')).toMatchObject({ fields: [{ expired }] });
  });

  it('says that nobody can be named when audits can not be read', async () => {
    const bench = await deployed();
    bench.organisation.edit('crate', idOf(bench, 'crate', 'Box'), { size: 9 });
    bench.organisation.areAuditsReadable = false;
    const report = await look(bench);
    expect(report.attributed).toBe(false);
    expect(report.findings).toMatchObject([{ origin: 'unknown', authors: [] }]);
  });

  it('refuses another organisation', async () => {
    const bench = await deployed();
    const environment = { ...testEnvironment, organisationId: 'org-2' };
    const looking = detectDrift(
      { reader: bench.organisation.platform, store: bench.store, clock: bench.clock },
      { environment, catalogue: fakeCatalogue },
    );
    await expect(looking).rejects.toMatchObject({ name: 'SignalboxError', code: 'SB3002' });
  });
});
