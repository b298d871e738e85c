import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SignalboxError, isSameJson, type Action, type JsonObject } from '../../core/index.ts';
import { deploy } from '../deploy/index.ts';
import type { PlatformFailure, Run } from '../ports.ts';
import type { RunReport } from '../report.ts';
import { rollback } from '../rollback/index.ts';
import type { FaultScript } from '../testing/fake-platform.ts';
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
import { resume } from './resume.ts';

const names = ['A', 'B', 'C', 'D'];
const name = fc.constantFrom(...names);
const size = fc.integer({ min: 1, max: 4 });

interface Start {
  readonly colours: readonly string[];
  readonly crates: readonly { readonly name: string; readonly size: number; readonly colour: string | undefined }[];
  readonly lids: readonly { readonly name: string; readonly weight: number }[];
}

const start: fc.Arbitrary<Start> = fc.record({
  colours: fc.uniqueArray(name, { maxLength: 3 }),
  crates: fc.uniqueArray(fc.record({ name, size, colour: fc.option(name, { nil: undefined }) }), {
    maxLength: 3,
    selector: (crate) => crate.name,
  }),
  lids: fc.uniqueArray(fc.record({ name, weight: size }), { maxLength: 3, selector: (lid) => lid.name }),
});

/** Actions that come with what they refer to. */
const action: fc.Arbitrary<readonly Action[]> = fc.oneof(
  fc.record({ name, shade: size }).map((made) => [ensure('colour', made.name, { shade: `shade ${made.shade}` })]),
  fc
    .record({ name, size, colour: name })
    .map((made) => [
      ensure('colour', made.colour),
      ensure('crate', made.name, { size: made.size, colour: ref(`colour/${made.colour}`) }),
    ]),
  fc
    .record({ name, size, tags: fc.uniqueArray(name) })
    .map((made) => [ensure('crate', made.name, { options: { depth: made.size }, tags: made.tags })]),
  fc
    .record({ name, weight: size, crate: name })
    .map((made) => [
      ensure('crate', made.crate),
      ensure('lid', made.name, { weight: made.weight, crate: ref(`crate/${made.crate}`) }),
    ]),
  fc
    .record({ name, lid: name })
    .map((made) => [ensure('lid', made.lid), ensure('crate', made.name, { lid: ref(`lid/${made.lid}`) })]),
  fc
    .record({ name, labels: fc.uniqueArray(name) })
    .map((made) => [ensure('crate', made.name), ensure('crate_labels', made.name, { labels: made.labels })]),
  fc.record({ type: fc.constantFrom('colour', 'crate', 'lid'), name }).map((gone) => [remove(gone.type, gone.name)]),
  fc
    .record({ type: fc.constantFrom('colour', 'crate', 'lid'), name, to: fc.constantFrom('X', 'Y') })
    .map((moved) => [ensure(moved.type, moved.name), rename(moved.type, moved.name, moved.to)]),
);

const faults = fc.array(
  fc.record({
    at: fc.integer({ min: 1, max: 8 }),
    fault: fc.constantFrom<PlatformFailure | 'lost'>('conflict', 'unavailable', 'lost', 'unknown', 'rejected'),
  }),
  { maxLength: 3 },
);

interface Case {
  readonly start: Start;
  readonly actions: readonly Action[];
  readonly faults: readonly { readonly at: number; readonly fault: PlatformFailure | 'lost' }[];
  readonly deaths: readonly number[];
  readonly lagMs: number;
  readonly onFailure: 'compensate' | 'hold';
}

const cases: fc.Arbitrary<Case> = fc.record({
  start,
  actions: fc.array(action, { minLength: 1, maxLength: 7 }).map((groups) => groups.flat()),
  faults,
  deaths: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
  lagMs: fc.constantFrom(0, 700, 1_900),
  onFailure: fc.constantFrom('compensate', 'hold'),
});

function prepare({ start: first, lagMs }: Case): Workbench {
  const bench = createWorkbench({ lagMs });
  const { organisation } = bench;
  const colours = new Map(
    first.colours.map((colour) => [colour, organisation.add('colour', { name: colour, shade: 'first' })]),
  );
  for (const crate of first.crates) {
    const id = crate.colour === undefined ? undefined : colours.get(crate.colour);
    organisation.add('crate', {
      name: crate.name,
      size: crate.size,
      note: 'kept',
      ...(id === undefined ? {} : { colour: { id } }),
    });
  }
  for (const lid of first.lids) organisation.add('lid', { name: lid.name, weight: lid.weight });
  return bench;
}

function scriptOf({ faults: planned }: Case): FaultScript {
  let writes = 0;
  return () => {
    writes += 1;
    return planned.find(({ at }) => at === writes)?.fault;
  };
}

/** Deploys, dies and resumes until the run ends; undefined when nothing was begun or the plan was refused. */
async function live(
  bench: Workbench,
  { actions, deaths, onFailure }: Case,
): Promise<RunReport | 'refused' | undefined> {
  const request = bench.request(artifactOf(actions), { environment: { ...testEnvironment, onFailure } });
  let report: RunReport | undefined;
  for (const [index, dieAt] of [...deaths, Infinity].entries()) {
    const { ports } = createMortalPorts(bench.ports(), dieAt);
    try {
      report = index === 0 ? await deploy(ports, request) : await resume(ports, request);
      return report;
    } catch (error) {
      if (error instanceof SignalboxError && error.code === 'SB3006') return 'refused';
      if (!(error instanceof Crash)) throw error;
      bench.clock.advance(100_000);
    }
  }
  return report;
}

type Truth = Readonly<Record<string, JsonObject>>;

/** Without the field that no descriptor knows: an object made anew does not get it back. */
function known(truth: Truth): JsonObject {
  return Object.fromEntries(Object.entries(truth).map(([address, { note: _note, ...rest }]) => [address, rest]));
}

function twins(bench: Workbench): readonly string[] {
  return ['colour', 'crate', 'lid'].flatMap((type) =>
    [...names, 'X', 'Y'].filter((key) => bench.organisation.idsOf(type, key).length > 1).map((key) => `${type}/${key}`),
  );
}

/** What is wrong with how a run ended; a run that succeeded is rolled back to look at that, too. */
async function complaints(
  bench: Workbench,
  run: Run | undefined,
  expected: { readonly before: Truth; readonly goal: Truth },
): Promise<readonly unknown[]> {
  const truth = bench.organisation.truth();
  if (run === undefined || run.state === 'compensated')
    return isSame(truth, expected.before) ? [] : [run?.state, truth];
  if (run.state === 'held')
    return run.outcome !== '' && (await bench.store.listClaims('test')).length > 0
      ? []
      : ['held without a reason or claims'];
  if (run.state !== 'succeeded' || !isSame(truth, expected.goal)) return [run.state, truth];
  bench.organisation.script = () => undefined;
  const back = await rollback(bench.ports(), { ...bench.request(artifactOf([])), runId: run.id });
  const after = bench.organisation.truth();
  return back.ending === 'succeeded' && isSame(after, expected.before) ? [] : ['rolled back', back.outcome, after];
}

function isSame(left: Truth, right: Truth): boolean {
  return isSameJson(known(left), known(right));
}

describe('any organisation, changeset, faults and deaths', () => {
  it('end in the plan, in what was before, or held with a reason; a rollback returns to the start', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const ideal = prepare(given);
        const before = ideal.organisation.truth();
        const wanted = await live(ideal, { ...given, faults: [], deaths: [] });
        const goal = ideal.organisation.truth();
        const bench = prepare(given);
        bench.organisation.script = scriptOf(given);

        await live(bench, given);

        const [run] = await bench.store.listRuns({ environment: 'test' });
        const begun = wanted === 'refused' ? undefined : run;
        expect(twins(bench)).toEqual([]);
        expect(await complaints(bench, begun, { before, goal })).toEqual([]);
      }),
      {
        numRuns: Number(process.env['FC_RUNS'] ?? 300),
        ...(process.env['FC_SEED'] === undefined ? {} : { seed: Number(process.env['FC_SEED']) }),
      },
    );
  }, 120_000);
});
