import { describe, expect, it } from 'vitest';
import { resume } from '../resume/index.ts';
import { rollback } from '../rollback/index.ts';
import { simulate } from '../simulate/simulate.ts';
import { Crash, createMortalPorts } from '../testing/mortal-ports.ts';
import { artifactOf, createWorkbench, ensure, ref, testEnvironment, type Workbench } from '../testing/workbench.ts';
import { deploy } from './deploy.ts';

const red = artifactOf([ensure('colour', 'Red', { shade: 'dark' })]);
const writes = (bench: Workbench): number => bench.organisation.effects.filter(({ by }) => 'clientId' in by).length;

describe('a deployment refuses, before the first write,', () => {
  it('an organisation that is not the pinned one', async () => {
    const bench = createWorkbench();
    const environment = { ...testEnvironment, organisationId: 'org-2' };

    await expect(deploy(bench.ports(), bench.request(red, { environment }))).rejects.toMatchObject({ code: 'SB3002' });
  });

  it('an environment that another run holds, naming it', async () => {
    const bench = createWorkbench();
    await bench.store.acquireLease({ environment: 'test', holder: 'the other one', ttlMs: 60_000, graceMs: 0 });

    await expect(deploy(bench.ports(), bench.request(red))).rejects.toMatchObject({
      code: 'SB3001',
      message: 'test is held by the other one until 2026-01-01T00:01:30.000Z.',
    });
  });

  it('an environment with a run that was left unfinished', async () => {
    const bench = createWorkbench();
    await expect(deploy(createMortalPorts(bench.ports(), 4).ports, bench.request(red))).rejects.toThrow(Crash);
    bench.clock.advance(100_000);

    await expect(deploy(bench.ports(), bench.request(red))).rejects.toMatchObject({ code: 'SB3003' });
    expect(await resume(bench.ports(), bench.request(red))).toMatchObject({ ending: 'succeeded', resumed: true });
    expect(writes(bench)).toBe(1);
  });

  it('a run that may still be alive, until lease and request timeout are over', async () => {
    const bench = createWorkbench();
    await expect(deploy(createMortalPorts(bench.ports(), 4).ports, bench.request(red))).rejects.toThrow(Crash);
    bench.clock.advance(80_000);

    await expect(resume(bench.ports(), bench.request(red))).rejects.toMatchObject({ code: 'SB3001' });
  });

  it('a decision that changed, and says what and who', async () => {
    const bench = createWorkbench();
    const id = bench.organisation.add('crate', { name: 'Old', size: 3 });
    const request = bench.request(artifactOf([ensure('crate', 'Old', { size: 5 })]));
    const { plan } = await simulate(
      { reader: bench.organisation.platform, clock: bench.clock },
      { ...request, baseline: await bench.store.readBaseline('test') },
    );
    bench.clock.advance(1_000);
    bench.organisation.edit('crate', id, { size: 4 }, 'Robin');
    bench.clock.advance(1_000);

    await expect(deploy(bench.ports(), { ...request, expectedPlan: plan })).rejects.toMatchObject({
      code: 'SB3005',
      message:
        'The decision changed:\ncrate/Old: size 4 → 5, when decided 3 → 5\nRobin changed Old at 2026-01-01T00:00:01.000Z',
    });
    expect(writes(bench)).toBe(0);
  });

  it('another decision by its digest alone, with the way to hear more', async () => {
    const bench = createWorkbench();
    const request = bench.request(artifactOf([ensure('crate', 'New')]));

    await expect(deploy(bench.ports(), { ...request, expectedDecision: 'sha256:other' })).rejects.toMatchObject({
      code: 'SB3005',
      remedy: expect.stringContaining('--decision plan.json') as string,
    });
    expect(writes(bench)).toBe(0);
  });

  it('content that a person holds', async () => {
    const bench = createWorkbench();
    const id = bench.organisation.add('recipe', { name: 'Dish', note: 'a' }, 'flour');
    bench.organisation.locks.set(id, 'Sam');
    const request = bench.request(artifactOf([ensure('recipe', 'Dish', { note: 'b' })]));

    const { plan } = await simulate(
      { reader: bench.organisation.platform, clock: bench.clock },
      { ...request, baseline: await bench.store.readBaseline('test') },
    );

    expect(plan.diagnostics).toMatchObject([
      {
        code: 'SB3007',
        severity: 'warning',
        address: 'recipe/Dish',
        detail: 'recipe/Dish is locked by Sam (locked in the editor).',
      },
    ]);
    await expect(
      deploy(bench.ports(), bench.request(artifactOf([ensure('recipe', 'Dish', { note: 'b' })]))),
    ).rejects.toMatchObject({ code: 'SB3007', message: 'recipe/Dish is locked by Sam (locked in the editor).' });
  });

  it('what a held run claims, unless it is superseded', async () => {
    const bench = createWorkbench();
    bench.organisation.script = ({ type }) => (type === 'lid' ? 'rejected' : undefined);
    const both = artifactOf([
      ensure('colour', 'Red', { shade: 'dark' }),
      ensure('crate', 'A', { colour: ref('colour/Red') }),
      ensure('lid', 'A', { crate: ref('crate/A') }),
    ]);
    const held = await deploy(
      bench.ports(),
      bench.request(both, { environment: { ...testEnvironment, onFailure: 'hold' } }),
    );
    expect(held).toMatchObject({
      ending: 'held',
      steps: [{ state: 'applied' }, { state: 'applied' }, { state: 'failed', error: { correlationId: 'fake' } }],
    });
    bench.organisation.script = () => undefined;
    const next = artifactOf([ensure('colour', 'Red', { shade: 'light' })]);

    await expect(deploy(bench.ports(), bench.request(next))).rejects.toMatchObject({ code: 'SB3004' });
    const report = await deploy(bench.ports(), bench.request(next, { supersede: [held.runId] }));

    expect(report.ending).toBe('succeeded');
    expect(await bench.store.listClaims('test')).toEqual([]);
  });

  it('nothing when a held run is taken back: its claims end', async () => {
    const bench = createWorkbench();
    bench.organisation.script = ({ type }) => (type === 'crate' ? 'rejected' : undefined);
    const both = artifactOf([
      ensure('colour', 'Red', { shade: 'dark' }),
      ensure('crate', 'A', { colour: ref('colour/Red') }),
    ]);
    const held = await deploy(
      bench.ports(),
      bench.request(both, { environment: { ...testEnvironment, onFailure: 'hold' } }),
    );

    const back = await rollback(bench.ports(), { ...bench.request(both), runId: held.runId });

    expect(back.ending).toBe('succeeded');
    expect(bench.organisation.truth()).toEqual({});
    expect(await bench.store.listClaims('test')).toEqual([]);
  });

  it('a relative artifact that ran here before, unless asked again', async () => {
    const bench = createWorkbench();
    bench.organisation.add('crate', { name: 'Old', size: 3 });
    const source = { file: 'x.yaml' };
    const relative = artifactOf([
      { kind: 'forEach', source, type: 'crate', as: 'crate', set: { size: '${crate.size * 2}' } },
    ]);

    const first = await deploy(bench.ports(), bench.request(relative));
    const second = await deploy(bench.ports(), bench.request(relative));
    const third = await deploy(bench.ports(), bench.request(relative, { again: true }));

    expect([first.ending, second.ending, third.ending]).toEqual(['succeeded', 'already-deployed', 'succeeded']);
    expect(second.runId).toBe(first.runId);
    expect(bench.organisation.truth()['crate/Old']).toMatchObject({ size: 12 });
  });
});
