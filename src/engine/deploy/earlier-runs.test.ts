import { describe, expect, it } from 'vitest';
import { SignalboxError, type Action } from '../../core/index.ts';
import { detectDrift } from '../drift/index.ts';
import { resume } from '../resume/index.ts';
import { rollback } from '../rollback/index.ts';
import { fakeCatalogue } from '../testing/fake-types.ts';
import { Crash, createMortalPorts } from '../testing/mortal-ports.ts';
import {
  artifactOf,
  createWorkbench,
  ensure,
  ref,
  remove,
  rename,
  testEnvironment,
  type Workbench,
} from '../testing/workbench.ts';
import { deploy } from './deploy.ts';

const writes = (bench: Workbench): number => bench.organisation.effects.filter(({ by }) => 'clientId' in by).length;

const drifted = async (bench: Workbench) =>
  (
    await detectDrift(
      { reader: bench.organisation.platform, store: bench.store, clock: bench.clock },
      { environment: testEnvironment, catalogue: fakeCatalogue },
    )
  ).findings;

describe('what earlier runs left', () => {
  it('does not claim objects that a later deployment makes', async () => {
    const bench = createWorkbench();
    bench.organisation.script = ({ type }) => (type === 'colour' ? 'rejected' : undefined);
    const held = await deploy(
      bench.ports(),
      bench.request(artifactOf([ensure('colour', 'Red')]), { environment: { ...testEnvironment, onFailure: 'hold' } }),
    );
    expect(held.ending).toBe('held');
    bench.organisation.script = () => undefined;

    const report = await deploy(bench.ports(), bench.request(artifactOf([ensure('colour', 'Blue')])));

    expect(report.ending).toBe('succeeded');
    await expect(deploy(bench.ports(), bench.request(artifactOf([ensure('colour', 'Red')])))).rejects.toMatchObject({
      code: 'SB3004',
    });
  });

  it('is neither resumed nor taken back in another organisation that the environment was moved to', async () => {
    const bench = createWorkbench();
    const request = bench.request(
      artifactOf([ensure('colour', 'Red'), ensure('crate', 'A', { colour: ref('colour/Red') })]),
    );
    const moved = { ...testEnvironment, organisationId: 'org-2' };
    const elsewhere = () => {
      const ports = bench.ports();
      const identify = async () => ({ ...(await ports.platform.identify()), id: 'org-2' });
      return { ...ports, platform: { ...ports.platform, identify } };
    };
    await expect(deploy(createMortalPorts(bench.ports(), 7).ports, request)).rejects.toThrow(Crash);
    bench.clock.advance(100_000);
    const before = writes(bench);

    await expect(resume(elsewhere(), { ...request, environment: moved })).rejects.toMatchObject({ code: 'SB3002' });
    expect(writes(bench)).toBe(before);

    const report = await resume(bench.ports(), request);
    expect(report?.ending).toBe('succeeded');
    const back = rollback(elsewhere(), { ...request, environment: moved, runId: report?.runId ?? '' });
    await expect(back).rejects.toMatchObject({ code: 'SB3002' });
    expect(Object.keys(bench.organisation.truth())).toEqual(['colour/Red', 'crate/A']);
  });

  it('does not become part of another object that takes the key of a lost one', async () => {
    const bench = createWorkbench();
    await deploy(bench.ports(), bench.request(artifactOf([ensure('crate', 'A', { size: 5, tags: ['x'] })])));
    bench.organisation.drop('crate', bench.organisation.idsOf('crate', 'A')[0] ?? '');
    bench.clock.advance(10_000);

    await deploy(bench.ports(), bench.request(artifactOf([ensure('crate', 'A', { size: 6 })])));

    expect(await drifted(bench)).toEqual([]);
    const { entries } = await bench.store.readBaseline('test');
    expect(entries['crate/A']?.fields.map(({ path }) => path.join('.'))).toEqual(['name', 'size']);
  });

  it('stays known of an object that was renamed by hand and gets its name back', async () => {
    const bench = createWorkbench();
    await deploy(bench.ports(), bench.request(artifactOf([ensure('crate', 'A', { size: 5 })])));
    bench.clock.advance(10_000);
    bench.organisation.edit('crate', bench.organisation.idsOf('crate', 'A')[0] ?? '', { name: 'B' });
    bench.clock.advance(10_000);

    await deploy(bench.ports(), bench.request(artifactOf([rename('crate', 'B', 'A')])));

    expect(await drifted(bench)).toEqual([]);
    const { entries } = await bench.store.readBaseline('test');
    expect(entries['crate/A']?.fields.map(({ path }) => path.join('.'))).toEqual(['name', 'size']);
  });

  it('is no drift where a field was cleared and the platform filled its default in', async () => {
    const bench = createWorkbench();
    bench.organisation.add('crate', { name: 'A', size: 3 });
    const clear = artifactOf([ensure('crate', 'A', { size: null })]);
    await deploy(bench.ports(), bench.request(clear));
    bench.organisation.edit('crate', bench.organisation.idsOf('crate', 'A')[0] ?? '', { size: 10 });
    bench.clock.advance(10_000);

    expect(await drifted(bench)).toEqual([]);
  });
});

describe('one part deleted and made in one changeset', () => {
  const gone: Action = { kind: 'delete', source: { file: 'x.yaml' }, target: { type: 'slot', key: ['A', '1'] } };

  it('is left with what it was made with, and nothing from before', async () => {
    const bench = createWorkbench();
    await deploy(
      bench.ports(),
      bench.request(artifactOf([ensure('crate', 'A'), ensure('slot', ['A', '1'], { value: 'old' })])),
    );
    bench.clock.advance(10_000);

    const report = await deploy(
      bench.ports(),
      bench.request(artifactOf([gone, ensure('slot', ['A', '1'], { value: 'new' })])),
    );

    expect(report).toMatchObject({ ending: 'succeeded' });
    expect(bench.organisation.truth()['slot/A/1']).toMatchObject({ value: 'new' });
  });

  it('does not lose the deletion when nothing is said of its other fields', async () => {
    const bench = createWorkbench();
    await deploy(
      bench.ports(),
      bench.request(artifactOf([ensure('crate', 'A'), ensure('slot', ['A', '1'], { value: 'old' })])),
    );
    bench.clock.advance(10_000);

    const report = await deploy(bench.ports(), bench.request(artifactOf([gone, ensure('slot', ['A', '1'])])));

    expect(report).toMatchObject({ ending: 'succeeded' });
    expect(bench.organisation.truth()['slot/A/1']?.['value'] ?? null).toBeNull();
  });
});

it('refuses to delete what is only a part of its parent', async () => {
  const bench = createWorkbench();
  bench.organisation.add('crate', { name: 'A' });

  await expect(deploy(bench.ports(), bench.request(artifactOf([remove('crate_labels', 'A')])))).rejects.toMatchObject({
    code: 'SB3006',
    message: expect.stringContaining('SB1030') as string,
  });
  expect(writes(bench)).toBe(0);
});

it('lets the platform ask, right before each of its requests, whether it may still write', async () => {
  const bench = createWorkbench();
  const { platform } = bench.organisation;
  let check: (() => Promise<void>) | undefined;
  const asked: string[] = [];
  const guarded: typeof platform = {
    ...platform,
    guardWrites: (next) => {
      check = next;
    },
    create: async (type, body, context) => {
      // As long as a wait for the rate limit in which the store could not be reached.
      bench.clock.advance(61_000);
      await check?.();
      asked.push(type);
      return platform.create(type, body, context);
    },
  };

  const report = deploy(bench.ports({ platform: guarded }), bench.request(artifactOf([ensure('colour', 'Red')])));

  await expect(report).rejects.toMatchObject({ code: 'SB3008' });
  expect(asked).toEqual([]);
  expect(writes(bench)).toBe(0);
  expect(check).toBeUndefined();
});

describe('what nobody may look at', () => {
  it('is named when a deletion takes it along for good', async () => {
    const bench = createWorkbench();
    bench.organisation.add('crate', { name: 'A' });
    const { platform } = bench.organisation;
    const listPart: typeof platform.listPart = async () => ({
      objects: [],
      complete: false,
      incompleteBecause: 'the platform refused the list',
    });

    const report = await deploy(
      bench.ports({ platform: { ...platform, listPart } }),
      bench.request(artifactOf([remove('crate', 'A')])),
    );

    expect(report.findings.map(({ kind }) => kind)).toEqual(['not-kept', 'not-kept']);
  });

  it('is said when the search for users of a deleted object could not ask the platform', async () => {
    const bench = createWorkbench();
    bench.organisation.add('colour', { name: 'Red' });
    const platform = { ...bench.organisation.platform, consumers: async () => undefined };

    const report = await deploy(bench.ports({ platform }), bench.request(artifactOf([remove('colour', 'Red')])));

    expect(report.diagnostics).toMatchObject([
      { code: 'SB1022', detail: expect.stringContaining("the platform's own record of who uses a colour") as string },
    ]);
  });
});

it('lets the tests of a changeset see its variables, as they were when it was decided', async () => {
  const bench = createWorkbench();
  bench.organisation.add('crate', { name: 'A', size: 3 });
  const source = { file: 'x.yaml' };
  const actions: readonly Action[] = [
    { kind: 'let', source, name: 'before', value: '${ref("crate", "A").size}' },
    ensure('crate', 'A', { size: 5 }),
  ];
  const tests = [{ name: 'it grew', assert: 'ref("crate", "A").size == before + 2', source }];

  const report = await deploy(bench.ports(), bench.request(artifactOf(actions, { tests })));

  expect(report).toMatchObject({ ending: 'succeeded', tests: [{ state: 'passed' }] });
});

it('waits for a platform that is away for a moment when it looks for what can be brought back', async () => {
  const bench = createWorkbench();
  bench.organisation.add('badge', { name: 'Gold', rank: 1 });
  const { runId } = await deploy(bench.ports(), bench.request(artifactOf([remove('badge', 'Gold')])));
  const { platform } = bench.organisation;
  let reads = 0;
  const read: typeof platform.read = async (type, id) => {
    reads += 1;
    if (reads % 2 === 1)
      throw new SignalboxError({
        code: 'SB4006',
        message: 'away',
        remedy: 'wait',
        context: { failure: 'unavailable' },
      });
    return platform.read(type, id);
  };

  const report = await rollback(bench.ports({ platform: { ...platform, read } }), {
    ...bench.request(artifactOf([])),
    runId,
  });

  expect(report.ending).toBe('succeeded');
  expect(Object.keys(bench.organisation.truth())).toEqual(['badge/Gold']);
});
