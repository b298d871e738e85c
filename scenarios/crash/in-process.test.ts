/* oxlint-disable vitest/no-conditional-expect, vitest/valid-expect -- the second argument says which of many cases failed */
import { describe, expect, it } from 'vitest';
import { resume, type RunReport } from '../../src/engine/index.ts';
import type { SimulatorState } from '../../src/simulator/index.ts';
import {
  createInProcessWorld,
  createLife,
  live,
  stateAfter,
  writtenBy,
  type InProcessOptions,
  type Life,
  type World,
} from '../world/index.ts';
import { acts, type Act } from './acts.ts';
import { endingOf, expectTruthful, type Aftermath } from './aftermath.ts';
import { before, change, setUp } from './story.ts';

const empty = await stateAfter(before, setUp);

interface Facts {
  readonly lagMs: number;
  readonly concurrency: number;
}

async function prepare(act: Act, { lagMs }: Facts): Promise<World> {
  const options: InProcessOptions = { state: empty, settings: { consistencyLagMs: lagMs }, latency: () => 40 };
  const world = createInProcessWorld(options);
  await act.first?.(world.process({ process: 'p0' }), world.environment);
  const organisation = world.simulator.organisation(world.organisation.name);
  if (act.fault !== undefined) world.simulator.faults.add(act.fault(organisation));
  return world;
}

/** Lets a process live as long as it may, and another one go on if it died. */
async function play(
  act: Act,
  world: World,
  by: { readonly life: Life; readonly concurrency: number },
): Promise<RunReport | undefined> {
  const { life, concurrency } = by;
  const first = world.process({ process: 'p1', concurrency }, life);
  const fate = await live(life, () => act.perform(first, world.environment));
  if (!('died' in fate)) return fate.report;
  await world.afterDeath();
  return resume(world.process({ process: 'p2', concurrency }), world.request(change));
}

async function aftermathOf(world: World, state: SimulatorState, report: RunReport | undefined): Promise<Aftermath> {
  const known = state.organisations[0]?.audits.length ?? 0;
  const written = writtenBy(world.simulator.organisation(world.organisation.name), world.organisation, known);
  return {
    ending: await endingOf(world.store, world.environment.name, report),
    organisation: await world.canonical(),
    written,
  };
}

/** From here on something is taken back; what comes before is the way of every deployment. */
function hasTurned(passed: readonly string[], index: number): boolean {
  return index >= passed.findIndex((name) => name.includes('changeRun'));
}

const one: Facts = { lagMs: 0, concurrency: 1 };
const several: Facts = { lagMs: 3_000, concurrency: 4 };

describe('when the process of a run dies at any boundary, all ends as if it had not', () => {
  it.each<Facts & { readonly act: Act }>([
    { act: acts.deployment, ...one },
    { act: acts.deployment, ...several },
    { act: acts.waves, ...several },
    { act: acts.compensation, ...several },
    { act: acts.rollback, ...several },
  ])('$act.name (lag $lagMs ms, $concurrency steps at once)', async ({ act, ...fact }) => {
    const readOnce = await createInProcessWorld({ state: empty }).canonical();
    const undisturbed = await prepare(act, fact);
    const start = {
      ending: act.first === undefined ? 'no run' : 'succeeded',
      organisation: await undisturbed.canonical(),
    };
    const life = createLife(undefined);
    const report = await play(act, undisturbed, { life, concurrency: fact.concurrency });
    const wanted = await aftermathOf(undisturbed, empty, report);
    expect(wanted.ending, report?.outcome).toBe(act.ending);
    if (act !== acts.deployment && act !== acts.waves) expect(wanted.organisation).toEqual(readOnce);
    expect(report?.steps.length).toBeGreaterThanOrEqual(12);

    for (const [index, boundary] of life.passed().entries()) {
      if (act === acts.compensation && !hasTurned(life.passed(), index)) continue;
      const world = await prepare(act, fact);
      const resumed = await play(act, world, { life: createLife(index + 1), concurrency: fact.concurrency });
      const found = await aftermathOf(world, empty, resumed);
      const place = `boundary ${index + 1}, ${boundary}: ${resumed?.outcome ?? 'nothing to resume'}`;
      if (index === 0) expect(found, place).toMatchObject(start);
      else expect(found, place).toEqual(wanted);
    }
  });
});

it(`${acts.hold.name}, dying at any boundary, is held and says what is in which state`, async () => {
  const plain = await prepare(acts.deployment, several);
  const before = await plain.canonical();
  const { concurrency } = several;
  await play(acts.deployment, plain, { life: createLife(undefined), concurrency });
  const sides = { before, after: await plain.canonical() };
  const life = createLife(undefined);
  const held = await prepare(acts.hold, several);
  const report = await play(acts.hold, held, { life, concurrency });
  expect(report?.ending, report?.outcome).toBe(acts.hold.ending);

  for (const [index, boundary] of life.passed().entries()) {
    if (!hasTurned(life.passed(), index) || index % 2 === 0) continue;
    const world = await prepare(acts.hold, several);
    const resumed = await play(acts.hold, world, { life: createLife(index + 1), concurrency });
    const place = `boundary ${index + 1}, ${boundary}: ${resumed?.outcome ?? 'nothing to resume'}`;
    expect(await endingOf(world.store, world.environment.name, resumed), place).toBe('held');
    expect(await world.store.listClaims(world.environment.name), place).not.toEqual([]);
    if (resumed !== undefined) expectTruthful(resumed, await world.canonical(), sides);
  }
});
