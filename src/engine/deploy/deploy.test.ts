import { describe, expect, it } from 'vitest';
import { digestText, type JsonObject } from '../../core/index.ts';
import { artifactOf, assertion, createWorkbench, ensure, ref, remove, rename } from '../testing/workbench.ts';
import { deploy } from './deploy.ts';

const states = (steps: readonly { readonly address: string; readonly state: string }[]): JsonObject =>
  Object.fromEntries(steps.map(({ address, state }) => [address, state]));

describe('deploying', () => {
  it('creates, updates and verifies, and a second deployment finds nothing to do', async () => {
    const bench = createWorkbench();
    bench.organisation.add('crate', { name: 'Old', size: 3, unknown: 'kept' });
    const artifact = artifactOf([
      ensure('colour', 'Red', { shade: 'dark' }),
      ensure('crate', 'Old', { size: 5, colour: ref('colour/Red') }),
      ensure('crate', 'New', { size: 7, colour: ref('colour/Red'), tags: ['b', 'a'] }),
    ]);

    const first = await deploy(bench.ports(), bench.request(artifact));
    const second = await deploy(bench.ports(), bench.request(artifact));

    expect(first).toMatchObject({ ending: 'succeeded', environment: 'test' });
    expect(states(first.steps)).toEqual({ 'colour/Red': 'applied', 'crate/Old': 'applied', 'crate/New': 'applied' });
    expect(bench.organisation.truth()).toMatchObject({
      'crate/Old': { size: 5, colour: { id: 'Red' }, unknown: 'kept' },
      'crate/New': { size: 7, colour: { id: 'Red' }, tags: ['b', 'a'] },
    });
    expect(second.steps.every(({ state }) => state === 'matching')).toBe(true);
    expect(bench.organisation.effects.filter(({ by }) => 'clientId' in by)).toHaveLength(3);
  });

  it('writes nothing when the client may not make one of the changes', async () => {
    const bench = createWorkbench();
    bench.organisation.add('crate', { name: 'Old', size: 3 });
    const artifact = artifactOf([ensure('colour', 'Red'), ensure('crate', 'Old', { size: 5 }), ensure('crate', 'New')]);
    const ports = bench.ports();
    const lackingPermissions = async (type: string, write: string): Promise<readonly string[]> =>
      type === 'crate' && write === 'update' ? ['crates:crate:edit'] : [];

    const refused = deploy({ ...ports, platform: { ...ports.platform, lackingPermissions } }, bench.request(artifact));

    await expect(refused).rejects.toMatchObject({
      code: 'SB3021',
      message: 'The client lacks permissions: update crate (crate/Old) needs crates:crate:edit.',
    });
    expect(bench.organisation.effects.filter(({ by }) => 'clientId' in by)).toEqual([]);
    expect(await bench.store.listRuns({ environment: 'test' })).toEqual([]);
  });

  it('links a circle, fills a facet, makes children and publishes content', async () => {
    const bench = createWorkbench({ lagMs: 1_000 });
    const text = 'flour\n\nwater';
    const artifact = artifactOf(
      [
        ensure('crate', 'A'),
        ensure('lid', 'A', { weight: 2, crate: ref('crate/A') }),
        ensure('crate', 'A', { lid: ref('lid/A') }),
        ensure('crate_labels', 'A', { labels: ['x', 'y'] }),
        ensure('slot', ['A', '1'], { value: 'one' }),
        ensure('recipe', 'Bread', { text: { $content: digestText(text) } }),
      ],
      { contents: { [digestText(text)]: text } },
    );

    const report = await deploy(bench.ports(), bench.request(artifact));

    expect(report.outcome).toBe('All 6 steps are verified.');
    expect(bench.organisation.truth()).toMatchObject({
      'crate/A': { lid: { id: 'A' } },
      'lid/A': { crate: { id: 'A' }, weight: 2 },
      'crate_labels/A': { labels: ['x', 'y'] },
      'slot/A/1': { value: 'one' },
      'recipe/Bread': { content: text },
    });
    const baseline = await bench.store.readBaseline('test');
    expect(Object.keys(baseline.entries)).toEqual(['crate/A', 'crate_labels/A', 'lid/A', 'recipe/Bread', 'slot/A/1']);
    expect(baseline.entries['recipe/Bread']?.content).toEqual({ digest: digestText(text), revision: 'revision 1' });
  });

  it('renames and deletes, and moves the baseline along', async () => {
    const bench = createWorkbench();
    bench.organisation.add('colour', { name: 'Grey', shade: 'x' });
    bench.organisation.add('colour', { name: 'Pink', shade: 'y' });
    await deploy(
      bench.ports(),
      bench.request(artifactOf([ensure('colour', 'Grey', { shade: 'a' }), ensure('colour', 'Pink', { shade: 'b' })])),
    );

    const report = await deploy(
      bench.ports(),
      bench.request(
        artifactOf([
          rename('colour', 'Grey', 'Silver'),
          ensure('colour', 'Grey', { shade: 'new' }),
          remove('colour', 'Pink'),
        ]),
      ),
    );

    expect(report.outcome).toBe('All 3 steps are verified.');
    expect(Object.keys(bench.organisation.truth())).toEqual(['colour/Grey', 'colour/Silver']);
    expect(Object.keys((await bench.store.readBaseline('test')).entries)).toEqual(['colour/Grey', 'colour/Silver']);
  });

  it('runs the tests of the changeset after its steps', async () => {
    const bench = createWorkbench({ lagMs: 1_500 });
    const artifact = artifactOf([ensure('colour', 'Red', { shade: 'dark' })], {
      tests: [assertion('red is dark', 'resources("colour").all(c, c.shade == "dark")')],
    });

    const report = await deploy(bench.ports(), bench.request(artifact));

    expect(report.tests).toEqual([{ name: 'red is dark', state: 'passed' }]);
    expect(report.ending).toBe('succeeded');
  });

  it('takes everything back when a test does not pass', async () => {
    const bench = createWorkbench();
    bench.organisation.add('crate', { name: 'Old', size: 3 });
    const before = bench.organisation.truth();
    const artifact = artifactOf([ensure('crate', 'Old', { size: 4 }), ensure('colour', 'Red', { shade: 'dark' })], {
      tests: [assertion('red is light', 'resources("colour").all(c, c.shade == "light")')],
    });

    const report = await deploy(bench.ports(), bench.request(artifact));

    expect(report).toMatchObject({ ending: 'compensated', tests: [{ state: 'failed' }] });
    expect(states(report.steps)).toEqual({ 'crate/Old': 'compensated', 'colour/Red': 'compensated' });
    expect(bench.organisation.truth()).toEqual(before);
    expect(report.verifiedEqual.every(({ equal }) => equal)).toBe(true);
    expect((await bench.store.readBaseline('test')).entries).toEqual({});
  });
});
