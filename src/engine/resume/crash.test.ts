import { describe, expect, it } from 'vitest';
import { digestText, type Artifact } from '../../core/index.ts';
import { deploy } from '../deploy/index.ts';
import type { RunReport } from '../report.ts';
import type { FaultScript } from '../testing/fake-platform.ts';
import { Crash, createMortalPorts } from '../testing/mortal-ports.ts';
import { artifactOf, createWorkbench, ensure, ref, remove, rename, type Workbench } from '../testing/workbench.ts';
import { resume } from './resume.ts';

const bread = 'flour\nwater';
const cake = 'flour\neggs';

const artifact: Artifact = artifactOf(
  [
    ensure('colour', 'Blue', { shade: 'deep' }),
    ensure('crate', 'Old', { size: 5, tags: ['b'], colour: ref('colour/Blue') }),
    ensure('crate', 'New', { size: 1 }),
    ensure('lid', 'New', { crate: ref('crate/New'), weight: 1 }),
    ensure('crate', 'New', { lid: ref('lid/New') }),
    ensure('lid', 'Old', { weight: 8 }),
    ensure('crate_labels', 'New', { labels: ['x', 'y'] }),
    ensure('slot', ['New', '1'], { value: 'one' }),
    rename('colour', 'Red', 'Crimson'),
    ensure('colour', 'Red', { shade: 'fresh' }),
    ensure('recipe', 'Dish', { text: { $content: digestText(cake) } }),
    ensure('recipe', 'Bread', { text: { $content: digestText(bread) } }),
    remove('crate', 'Doomed'),
    remove('badge', 'Gold'),
  ],
  { contents: { [digestText(cake)]: cake, [digestText(bread)]: bread } },
);

function prepare(lagMs: number, script: FaultScript): Workbench {
  const bench = createWorkbench({ lagMs });
  const { organisation } = bench;
  const red = organisation.add('colour', { name: 'Red', shade: 'dark' });
  organisation.add('crate', { name: 'Old', size: 3, colour: { id: red }, tags: ['a'], note: 'kept' });
  organisation.add('lid', { name: 'Old', weight: 2 });
  organisation.add('crate', { name: 'Doomed', size: 9 });
  organisation.add('recipe', { name: 'Dish' }, bread);
  organisation.add('badge', { name: 'Gold', rank: 1 });
  organisation.script = script;
  return bench;
}

const ours = (bench: Workbench): readonly string[] =>
  bench.organisation.effects
    .filter(({ by }) => 'clientId' in by)
    .map(({ kind, type }) => `${kind} ${type}`)
    .toSorted();

async function runAndDie(
  bench: Workbench,
  dieAt: number,
): Promise<{ readonly report: RunReport | undefined; readonly died: boolean }> {
  const mortal = createMortalPorts(bench.ports(), dieAt);
  try {
    return { report: await deploy(mortal.ports, bench.request(artifact)), died: false };
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
  bench.clock.advance(100_000);
  return { report: await resume(bench.ports(), bench.request(artifact)), died: true };
}

const scripts: readonly { readonly name: string; readonly script: FaultScript; readonly ending: string }[] = [
  { name: 'a deployment that goes through', script: () => undefined, ending: 'succeeded' },
  {
    name: 'a deployment that is taken back',
    script: ({ kind, type }) => (kind === 'remove' && type === 'badge' ? 'rejected' : undefined),
    ending: 'compensated',
  },
];

describe.each(scripts)('$name, when its process dies', ({ script, ending }) => {
  it.each([0, 1_500])(
    'at any boundary, with a lag of %d ms, ends as if it had not',
    async (lagMs) => {
      const whole = prepare(lagMs, script);
      const before = whole.organisation.truth();
      const plain = await runAndDie(whole, Infinity);
      expect(plain.report).toMatchObject({ ending });
      const after = whole.organisation.truth();
      expect(after).toEqual(ending === 'compensated' ? before : { ...after });

      let died = true;
      for (let dieAt = 1; died; dieAt += 1) {
        const bench = prepare(lagMs, script);
        const result = await runAndDie(bench, dieAt);
        died = result.died;
        const [run] = await bench.store.listRuns({ environment: 'test' });
        const seen = {
          dieAt,
          state: run?.state,
          reported: result.report?.ending ?? run?.state,
          truth: bench.organisation.truth(),
          writes: ours(bench),
        };
        const neverBegun = { dieAt, state: undefined, reported: undefined, truth: before, writes: [] };
        const asIfAlive = { dieAt, state: ending, reported: ending, truth: after, writes: ours(whole) };
        expect(seen).toEqual(run === undefined ? neverBegun : asIfAlive);
      }
    },
    60_000,
  );
});
