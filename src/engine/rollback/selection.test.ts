import { describe, expect, it } from 'vitest';
import { deploy } from '../deploy/index.ts';
import type { DeployRequest } from '../deploy/index.ts';
import type { RunReport } from '../report.ts';
import {
  artifactOf,
  assertion,
  createWorkbench,
  ensure,
  ref,
  testEnvironment,
  type Workbench,
} from '../testing/workbench.ts';
import { planRollback } from './plan-rollback.ts';
import { rollback } from './rollback.ts';

const rules = {
  ...testEnvironment,
  rollback: { approvers: ['ops'], checks: [{ name: 'no red', assert: 'resources("colour").all(c, c.name != "Red")' }] },
};

/** Two crates that exist get a new lid each; one crate is new and in the new colour. */
async function deployed(): Promise<{ readonly bench: Workbench; readonly runId: string; readonly before: object }> {
  const bench = createWorkbench();
  for (const name of ['Left', 'Right']) bench.organisation.add('crate', { name, size: 1 });
  bench.clock.advance(10_000);
  const before = bench.organisation.truth();
  const artifact = artifactOf(
    [
      ensure('colour', 'Blue'),
      ensure('crate', 'Left', { size: 2 }),
      ensure('crate', 'Right', { size: 2 }),
      ensure('crate', 'New', { colour: ref('colour/Blue') }),
    ],
    {
      tests: [
        assertion('there are crates', 'resources("crate").size() > 1'),
        assertion('Left is large', 'ref("crate", "Left").size == 2'),
      ],
    },
  );
  const { runId } = await deploy(bench.ports(), bench.request(artifact, { environment: rules }));
  return { bench, runId, before };
}

const request = (
  bench: Workbench,
  runId: string,
  change: Partial<DeployRequest> & { only?: readonly string[] } = {},
) => ({
  ...bench.request(artifactOf([]), { environment: rules }),
  runId,
  ...change,
});

const addresses = ({ steps }: RunReport): readonly string[] =>
  steps.flatMap(({ address, state }) => (state === 'applied' ? [address] : []));

describe('what is taken back', () => {
  it.each([
    { only: ['crate/Left'], expected: ['crate/Left'] },
    { only: ['crate/Left', 'crate/Right'], expected: ['crate/Right', 'crate/Left'] },
    { only: ['crate/*ight'], expected: ['crate/Right'] },
    { only: ['crate'], expected: ['crate/Right', 'crate/Left', 'crate/New'] },
    { only: ['colour/Blue', 'crate/New'], expected: ['crate/New', 'colour/Blue'] },
  ])('is chosen by addresses, patterns and types: $only', async ({ only, expected }) => {
    const { bench, runId } = await deployed();

    const report = await rollback(bench.ports(), request(bench, runId, { only }));

    expect(report.ending).toBe('succeeded');
    expect(addresses(report).toSorted()).toEqual(expected.toSorted());
  });

  it('takes what uses it along, or is refused with what to add', async () => {
    const { bench, runId } = await deployed();

    const refused = rollback(bench.ports(), request(bench, runId, { only: ['colour/Blue'] }));

    await expect(refused).rejects.toMatchObject({
      code: 'SB3006',
      context: {
        diagnostics: [{ code: 'SB3011', remedy: 'Take back as well what the run made use it: crate/New.' }],
      },
    });
  });

  it('has to be something that the run changed', async () => {
    const { bench, runId } = await deployed();
    const refused = rollback(bench.ports(), request(bench, runId, { only: ['crate/Nothing*'] }));
    await expect(refused).rejects.toMatchObject({ code: 'SB3006' });
  });
});

describe('the terms of a rollback', () => {
  it('are those that were laid down with the deployment, and are verified', async () => {
    const { bench, runId, before } = await deployed();

    const { plan } = await planRollback(
      { reader: bench.organisation.platform, store: bench.store, clock: bench.clock },
      request(bench, runId),
    );
    const report = await rollback(bench.ports(), request(bench, runId));

    expect(plan.terms).toMatchObject({ undoes: runId, approvers: ['ops'] });
    expect(plan.terms?.successChecks).toContain('"there are crates" holds.');
    expect(report.tests).toMatchObject([
      { name: 'there are crates', state: 'passed' },
      { name: 'no red', state: 'passed' },
    ]);
    expect(report.ending).toBe('succeeded');
    expect(bench.organisation.truth()).toEqual(before);
  });

  it('that do not hold leave the rollback held, with everything set back', async () => {
    const { bench, runId, before } = await deployed();
    bench.organisation.add('colour', { name: 'Red' });
    bench.clock.advance(10_000);

    const report = await rollback(bench.ports(), request(bench, runId));

    expect(report).toMatchObject({ ending: 'held', outcome: expect.stringContaining('no red') });
    expect(bench.organisation.truth()).toEqual({ ...before, 'colour/Red': { name: 'Red' } });
  });
});
