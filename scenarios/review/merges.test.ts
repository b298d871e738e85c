import { beforeAll, describe, expect, it } from 'vitest';
import { deploy } from '../../src/engine/index.ts';
import type { SimulatorState } from '../../src/simulator/index.ts';
import { artifactOf, ensure, humanEmail, type World } from '../world/index.ts';
import { centreState, openCentre, reviewIn } from './centre.ts';

let state: SimulatorState;
beforeAll(async () => {
  state = await centreState();
});

const acw = (timeoutMs: number) => ({ acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs } });
const changing = (timeoutMs: number) => ({ actions: [ensure('routing_queue', 'Sales', acw(timeoutMs))] });

/** Alex changes the queue over the API, as the Admin UI does. */
async function editByHand(world: World, change: Readonly<Record<string, unknown>>): Promise<void> {
  const organisation = world.simulator.organisation(world.organisation.name);
  const queue = organisation.entities('routing_queue').find(({ name }) => name === 'Sales');
  const headers = { authorization: `Bearer ${organisation.logIn(humanEmail)}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ ...queue, ...change });
  const path = `/api/v2/routing/queues/${queue?.id ?? ''}`;
  expect((await world.simulator.handle({ method: 'PUT', path, headers, body })).status).toBe(200);
}

describe('what somebody changed since the last deployment', () => {
  it.each([
    [120_000, 'conflict', ['SB1060']],
    [60_000, 'overwritten', ['SB1060']],
    [90_000, 'agreed', []],
  ] as const)('is shown with who did it: wanting %s is %s', async (wanted, outcome, codes) => {
    const world = openCentre(state);
    await deploy(world.process({ process: 'first' }), world.request(artifactOf(changing(60_000))));
    await editByHand(world, acw(90_000));
    await world.clock.sleep(30_000);

    const { plan, review } = await reviewIn(world, changing(wanted));

    expect(review.merges).toMatchObject([{ baseline: 60_000, live: 90_000, outcome, by: 'Alex Doe' }]);
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  it('is kept where the plan does not touch it', async () => {
    const world = openCentre(state);
    await deploy(world.process({ process: 'first' }), world.request(artifactOf(changing(60_000))));
    const note = { actions: [ensure('routing_queue', 'Sales', { description: 'ours' })] };
    await deploy(world.process({ process: 'second' }), world.request(artifactOf(note)));
    await editByHand(world, { description: 'theirs' });
    await world.clock.sleep(30_000);

    const { review } = await reviewIn(world, changing(120_000));
    const report = await deploy(world.process({ process: 'third' }), world.request(artifactOf(changing(120_000))));

    expect(review.merges).toMatchObject([{ path: ['description'], outcome: 'kept', by: 'Alex Doe' }]);
    expect(report.ending).toBe('succeeded');
    expect((await world.canonical())['routing_queue/Sales']).toMatchObject({
      description: 'theirs',
      acwSettings: { timeoutMs: 120_000 },
    });
  });
});

describe('what somebody changes while a deployment writes', () => {
  it('is found in the read-back of the whole object, with its values and who did it', async () => {
    const world = openCentre(state);
    const ports = world.process({ process: 'deployer' });
    const update: typeof ports.platform.update = async (...write) => {
      const live = await ports.platform.update(...write);
      await world.clock.sleep(1_000);
      await editByHand(world, {
        enableTranscription: true,
        acwSettings: { wrapupPrompt: 'OPTIONAL', timeoutMs: 60_000 },
      });
      return live;
    };
    const draft = { actions: [ensure('routing_queue', 'Sales', { acwSettings: { timeoutMs: 60_000 } })] };

    const report = await deploy(
      { ...ports, platform: { ...ports.platform, update } },
      world.request(artifactOf(draft)),
    );

    const found = report.findings.filter(({ kind }) => kind === 'unpredicted-change');
    expect(found).toMatchObject([
      { path: ['acwSettings', 'wrapupPrompt'], before: 'MANDATORY_TIMEOUT', after: 'OPTIONAL', by: 'Alex Doe' },
      { path: ['enableTranscription'], after: true, by: 'Alex Doe' },
    ]);
  });

  it('is nothing when nobody was there, and new objects tell what they came with', async () => {
    const world = openCentre(state);
    const draft = { actions: [...changing(60_000).actions, ensure('routing_queue', 'New')] };

    const report = await deploy(world.process({ process: 'deployer' }), world.request(artifactOf(draft)));

    expect(report.findings).toEqual([]);
    const made = report.steps.find(({ kind }) => kind === 'create');
    expect(made?.filledIn?.map(({ path }) => path.join('.'))).toContain('mediaSettings');
  });
});
