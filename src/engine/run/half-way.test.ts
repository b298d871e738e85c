import { describe, expect, it } from 'vitest';
import { deploy } from '../deploy/index.ts';
import type { PlatformFailure } from '../ports.ts';
import { artifactOf, createWorkbench, ensure, remove, type Workbench } from '../testing/workbench.ts';

const artifact = artifactOf([ensure('crate_labels', 'A', { labels: ['x', 'y'] }), remove('badge', 'Gold')]);

/** Writes of labels set only one of two, as long as `isHalfWay` says so; the deletion is refused. */
function prepare(isHalfWay: (attempt: number) => boolean): Workbench {
  const bench = createWorkbench();
  const { organisation } = bench;
  const id = organisation.add('crate', { name: 'A' });
  organisation.add('badge', { name: 'Gold', rank: 1 });
  let halves = 0;
  organisation.script = ({ type, kind, attempt }): PlatformFailure | undefined => {
    if (type === 'badge' && kind === 'remove') return 'rejected';
    if (type !== 'crate_labels') return undefined;
    if (halves % 2 === 0 && !isHalfWay(attempt)) return undefined;
    halves += 1;
    if (halves % 2 === 0) return undefined;
    const body = { crate: { id }, labels: ['x'] };
    void organisation.platform.update('crate_labels', id, body, { recordTicket: async () => undefined });
    return 'unknown';
  };
  return bench;
}

describe('a write of several requests that got half-way before it was sent again', () => {
  it('is taken back to what was there before the first try', async () => {
    const bench = prepare((attempt) => attempt === 1);
    const before = bench.organisation.truth();

    const report = await deploy(bench.ports(), bench.request(artifact));

    expect(report).toMatchObject({ ending: 'compensated', steps: [{ state: 'compensated', attempts: 2 }, {}] });
    expect(bench.organisation.truth()).toEqual(before);
  });

  it('is taken back as far as it got when it never goes through', async () => {
    const bench = prepare((attempt) => attempt <= 20);
    const before = bench.organisation.truth();

    const report = await deploy(bench.ports(), bench.request(artifact));

    expect(report).toMatchObject({ ending: 'compensated', steps: [{ error: { code: 'SB3018' } }, {}] });
    expect(bench.organisation.truth()).toEqual(before);
  });
});

it('a part that went with its object when that was taken back counts as taken back', async () => {
  const bench = createWorkbench();
  bench.organisation.add('badge', { name: 'Gold', rank: 1 });
  bench.organisation.script = ({ type, kind }) => (type === 'badge' && kind === 'remove' ? 'rejected' : undefined);
  const actions = [ensure('crate', 'A'), ensure('crate_labels', 'A', { labels: ['x'] }), remove('badge', 'Gold')];

  const report = await deploy(bench.ports(), bench.request(artifactOf(actions)));

  expect(report).toMatchObject({ ending: 'compensated', compensation: [{ address: 'crate/A' }] });
  expect(report.steps.map(({ state }) => state)).toEqual(['compensated', 'compensated', 'failed']);
});

it('a creation that took effect late, so that its second sending is refused, counts as done', async () => {
  const bench = createWorkbench();
  const { organisation } = bench;
  organisation.script = ({ type, kind, attempt }): PlatformFailure | undefined => {
    if (type !== 'crate' || kind !== 'create' || attempt > 2) return undefined;
    if (attempt === 1) return 'unknown';
    void organisation.platform.create('crate', { name: 'A' }, { recordTicket: async () => undefined });
    return 'rejected';
  };

  const report = await deploy(bench.ports(), bench.request(artifactOf([ensure('crate', 'A')])));

  expect(report).toMatchObject({ ending: 'succeeded', steps: [{ address: 'crate/A', state: 'applied' }] });
});
