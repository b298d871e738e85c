import { describe, expect, it } from 'vitest';
import { deploy } from '../deploy/index.ts';
import type { PlatformFailure } from '../ports.ts';
import { resume } from '../resume/index.ts';
import type { FaultScript } from '../testing/fake-platform.ts';
import { Crash, createMortalPorts } from '../testing/mortal-ports.ts';
import { artifactOf, createWorkbench, ensure, ref, type Workbench } from '../testing/workbench.ts';

const writes = (bench: Workbench): number => bench.organisation.effects.filter(({ by }) => 'clientId' in by).length;

/** Lets `act` happen right before the first write that fits. */
function once(
  fits: (write: Parameters<FaultScript>[0]) => boolean,
  act: () => unknown,
  fault?: PlatformFailure,
): FaultScript {
  let isDone = false;
  return (write) => {
    if (isDone || !fits(write)) return undefined;
    isDone = true;
    act();
    return fault;
  };
}

describe('while a deployment runs', () => {
  it('an edit of another field is merged after a conflict', async () => {
    const bench = createWorkbench();
    const id = bench.organisation.add('lid', { name: 'A', weight: 1 });
    bench.organisation.script = once(
      ({ kind }) => kind === 'update',
      () => bench.organisation.edit('lid', id, { note: 'theirs' }),
    );

    const report = await deploy(bench.ports(), bench.request(artifactOf([ensure('lid', 'A', { weight: 2 })])));

    expect(report.steps).toMatchObject([{ state: 'applied', attempts: 2 }]);
    expect(bench.organisation.truth()['lid/A']).toMatchObject({ weight: 2, note: 'theirs' });
  });

  it('an edit of the same field stops it, and nothing of it is overwritten', async () => {
    const bench = createWorkbench();
    const id = bench.organisation.add('lid', { name: 'A', weight: 1 });
    bench.organisation.script = once(
      ({ kind }) => kind === 'update',
      () => bench.organisation.edit('lid', id, { weight: 7 }),
    );

    const report = await deploy(bench.ports(), bench.request(artifactOf([ensure('lid', 'A', { weight: 2 })])));

    expect(report).toMatchObject({ ending: 'compensated', steps: [{ state: 'failed', error: { code: 'SB3014' } }] });
    expect(report.steps[0]?.error?.message).toBe('lid/A was changed meanwhile: weight is 7 instead of 1.');
    expect(report.steps[0]?.because).toBeUndefined();
    expect(report.outcome).toBe('lid/A was changed meanwhile: weight is 7 instead of 1. Everything was taken back.');
    expect(bench.organisation.truth()['lid/A']).toMatchObject({ weight: 7 });
  });

  it('an edit in the gap of a write without versions becomes a finding with its values', async () => {
    const bench = createWorkbench();
    const id = bench.organisation.add('crate', { name: 'A', size: 1 });
    bench.clock.advance(5_000);
    bench.organisation.script = once(
      ({ kind }) => kind === 'update',
      () => bench.organisation.edit('crate', id, { size: 7 }, 'Robin'),
    );

    const report = await deploy(bench.ports(), bench.request(artifactOf([ensure('crate', 'A', { size: 2 })])));

    expect(report.findings).toMatchObject([{ kind: 'foreign-edit', address: 'crate/A', by: 'Robin' }]);
    expect(report.findings[0]?.summary).toContain('size: 1 → 7');
  });

  it('a lost answer is settled by reading, never repeated', async () => {
    const bench = createWorkbench({ lagMs: 1_500 });
    bench.organisation.script = ({ attempt }) => (attempt === 1 ? 'lost' : undefined);

    const report = await deploy(
      bench.ports(),
      bench.request(
        artifactOf([ensure('colour', 'Red', { shade: 'x' }), ensure('crate', 'A', { colour: ref('colour/Red') })]),
      ),
    );

    expect(report.ending).toBe('succeeded');
    expect(writes(bench)).toBe(2);
  });

  it('a platform that is away for a while is waited for', async () => {
    const bench = createWorkbench();
    bench.organisation.script = ({ attempt }) => (attempt < 5 ? 'unavailable' : undefined);

    expect(await deploy(bench.ports(), bench.request(artifactOf([ensure('colour', 'Red')])))).toMatchObject({
      ending: 'succeeded',
      steps: [{ attempts: 5 }],
    });
  });

  it('a lost lease stops it at once, and the next process goes on', async () => {
    const bench = createWorkbench();
    bench.organisation.script = once(
      ({ type }) => type === 'colour',
      () => bench.clock.advance(61_000),
    );
    const request = bench.request(
      artifactOf([ensure('colour', 'Red'), ensure('crate', 'A', { colour: ref('colour/Red') })]),
    );

    await expect(deploy(bench.ports(), request)).rejects.toMatchObject({ code: 'SB3008' });
    expect(writes(bench)).toBe(1);
    bench.clock.advance(60_000);

    expect(await resume(bench.ports(), request)).toMatchObject({ ending: 'succeeded' });
    expect(writes(bench)).toBe(2);
  });

  it.each([true, false])(
    'somebody else making the object while its process is dead is held (audits readable: %s)',
    async (readable) => {
      const bench = createWorkbench();
      const request = bench.request(artifactOf([ensure('colour', 'Red', { shade: 'x' })]));
      await expect(deploy(createMortalPorts(bench.ports(), 5).ports, request)).rejects.toThrow(Crash);
      bench.organisation.areAuditsReadable = readable;
      bench.organisation.add('colour', { name: 'Red', shade: readable ? 'x' : 'other' });
      bench.clock.advance(100_000);

      const report = await resume(bench.ports(), request);

      expect(report).toMatchObject({ ending: 'held', steps: [{ state: 'held', error: { code: 'SB3017' } }] });
      expect(bench.organisation.idsOf('colour', 'Red')).toHaveLength(1);
    },
  );

  it('a write that was refused half-way is taken back as far as it got', async () => {
    const bench = createWorkbench();
    const id = bench.organisation.add('crate', { name: 'A' });
    const before = bench.organisation.truth();
    bench.organisation.script = once(
      ({ type }) => type === 'crate_labels',
      () => {
        bench.organisation.edit('crate', id, {});
        void bench.organisation.platform.update(
          'crate_labels',
          id,
          { crate: { id }, labels: ['x'] },
          { recordTicket: async () => undefined },
        );
      },
      'rejected',
    );

    const report = await deploy(
      bench.ports(),
      bench.request(artifactOf([ensure('crate_labels', 'A', { labels: ['x', 'y'] })])),
    );

    expect(report).toMatchObject({ ending: 'compensated', compensation: [{ state: 'applied' }] });
    expect(bench.organisation.truth()).toEqual(before);
  });

  it('a foreign edit of what is to be taken back is not overwritten: the run is held', async () => {
    const bench = createWorkbench();
    const id = bench.organisation.add('crate', { name: 'A', size: 1 });
    bench.organisation.script = ({ type }) => {
      if (type !== 'lid') return undefined;
      bench.organisation.edit('crate', id, { size: 7 });
      return 'rejected';
    };
    bench.organisation.add('lid', { name: 'B' });
    const artifact = artifactOf([ensure('crate', 'A', { size: 2 }), ensure('lid', 'B', { weight: 4 })]);

    const report = await deploy(bench.ports({ concurrency: 1 }), bench.request(artifact));

    expect(report).toMatchObject({
      ending: 'held',
      compensation: [{ address: 'crate/A', state: 'failed', error: { code: 'SB3014' } }],
    });
    expect(report.outcome).toContain('size is 7 instead of 2');
    expect(bench.organisation.truth()['crate/A']).toMatchObject({ size: 7 });
    expect(await bench.store.listClaims('test')).toHaveLength(2);
  });
});
