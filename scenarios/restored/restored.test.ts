import { expect, it } from 'vitest';
import type { Action } from '../../src/core/index.ts';
import { deploy, rollback, simulate } from '../../src/engine/index.ts';
import { artifactOf, createInProcessWorld, ensure, remove, type World } from '../world/index.ts';

const types = ['user', 'auth_division'] as const;
const rows = [
  { type: 'user', key: 'ann@example.com', fields: { name: 'Ann', title: 'Agent' }, changed: { title: 'Lead' } },
  { type: 'auth_division', key: 'Berlin', fields: { description: 'old' }, changed: { description: 'new' } },
] as const;

it.each(rows)(
  'a deleted $type comes back under its old id, whoever deleted it',
  async ({ type, key, fields, changed }) => {
    const world = createInProcessWorld({
      settings: { consistencyLagMs: 0 },
      environment: { modes: Object.fromEntries(types.map((each) => [each, 'manage' as const])) },
    });
    const division = type === 'user' ? { division: { $ref: `auth_division/${homeDivision(world)}` } } : {};
    const made = await run(world, 'make', ensure(type, key, { ...fields, ...division }));
    await run(world, 'delete', remove(type, key));

    const request = world.request(artifactOf({ actions: [ensure(type, key, changed)], name: 'back' }));
    const ports = world.process({ process: 'back' });
    const { plan } = await simulate(
      { reader: ports.platform, clock: world.clock },
      { ...request, baseline: await world.store.readBaseline(world.environment.name) },
    );
    const report = await deploy(ports, { ...request, expectedPlan: plan });

    expect(plan.steps).toMatchObject([{ kind: 'create', restores: true, handle: made.steps[0]?.id }]);
    expect(plan.review?.rollback).toMatchObject({ problems: [], steps: [{ kind: 'delete' }] });
    expect(report.outcome).toBe('The step is verified.');
    expect(report.steps[0]?.id).toBe(made.steps[0]?.id);
    expect(await ports.platform.read(type, report.steps[0]?.id ?? '')).toMatchObject({
      body: { ...fields, ...changed },
    });

    const taken = await rollback(world.process({ process: 'undo' }), { ...request, runId: report.runId });
    expect(taken.ending).toBe('succeeded');
    expect(await ports.platform.read(type, report.steps[0]?.id ?? '')).toBeUndefined();
  },
);

async function run(world: World, name: string, ...actions: readonly Action[]) {
  const report = await deploy(world.process({ process: name }), world.request(artifactOf({ actions, name })));
  expect(report.outcome).toBe('The step is verified.');
  await world.clock.sleep(60_000);
  return report;
}

function homeDivision(world: World): string {
  const [home] = world.simulator.organisation(world.organisation.name).entities('auth_division');
  return String(home?.['name']);
}
