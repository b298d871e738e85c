import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RehearsalSummary } from '../views/rehearsal/index.ts';
import { openSimulatedProject, type SimulatedProject } from './testing/simulated-project.ts';

let project: SimulatedProject;

async function rehearse(...more: readonly string[]): Promise<{ readonly code: number | null } & RehearsalSummary> {
  const result = await project.runHere(['rehearse', ...more, '--env', 'dev', '--format', 'json']);
  const { rehearsal } = JSON.parse(result.stdout) as { readonly rehearsal: RehearsalSummary };
  return { code: result.code, ...rehearsal };
}

beforeAll(async () => {
  project = await openSimulatedProject();
  const organisation = project.simulator.organisation('dev');
  for (const name of ['VIP one', 'VIP two', 'Sales'])
    organisation.create('routing_queue', { name, acwSettings: { wrapupPrompt: 'OPTIONAL', timeoutMs: 20_000 } });
  organisation.create('routing_wrapupcode', { name: 'Unused' });
  await project.writeChange('vip', [
    'ensure: { type: routing_skill, name: German }',
    'forEach: { type: routing_queue, as: queue }\n      where: queue.name.startsWith("VIP")\n      set: { acwSettings: { timeoutMs: "${queue.acwSettings.timeoutMs * 2}" }, description: VIP }',
    'delete: { type: routing_wrapupcode, name: Unused }',
  ]);
  await project.writeChange('impossible', [
    'ensure: { type: group, name: Agents }\n      set: { owners: [{ $ref: user/nobody@example.com }] }',
  ]);
}, 60_000);

afterAll(() => project.close());

it('deploys to a copy and takes it back, with and without faults, and the organisation sees reads only', async () => {
  const summary = await rehearse('vip', '--rounds', '2');

  expect(summary.rounds[0]).toMatchObject({
    verdict: 'passed',
    faults: 0,
    deployment: { ending: 'succeeded', steps: 4, verified: 4 },
    rollback: { ending: 'succeeded', restored: 4, differing: [] },
  });
  expect(summary.rounds.slice(1).map(({ verdict }) => verdict)).not.toContain('failed');
  expect(summary.rounds[1]?.faults).toBeGreaterThan(0);
  expect(summary).toMatchObject({ code: 0, passed: true, deviations: [], notCloned: [] });
  const writes = project.simulator.usage.counts().filter(({ operation }) => !/^GET |\/query$/u.test(operation));
  expect(writes.map(({ operation }) => operation)).toEqual(['POST /oauth/token']);
}, 60_000);

it('needs nobody with a saved snapshot, and gives the same each time', async () => {
  const file = `${project.directory}/dev.snapshot`;
  await project.runHere(['snapshot', 'vip', '--env', 'dev', '--out', file]);
  project.simulator.usage.reset();

  const [first, second] = [
    await rehearse('vip', '--snapshot', file, '--rounds', '1'),
    await rehearse('vip', '--snapshot', file, '--rounds', '1'),
  ];

  expect(first).toMatchObject({ code: 0, passed: true });
  expect(second).toEqual(first);
  expect(project.simulator.usage.counts()).toEqual([]);
}, 60_000);

it('shows the plan and ends like it when there is nothing to rehearse', async () => {
  const result = await project.runHere(['rehearse', 'impossible', '--env', 'dev']);
  expect(result.code).toBe(1);
  expect(result.stdout).toContain('SB1002');
}, 60_000);
