import { describe, expect, it } from 'vitest';
import { deploy } from '../deploy/index.ts';
import { artifactOf, createWorkbench, ensure, ref, type Workbench } from '../testing/workbench.ts';

const artifact = artifactOf([
  ensure('colour', 'Bad'),
  ensure('colour', 'Good'),
  ensure('crate', 'On bad', { colour: ref('colour/Bad') }),
  ensure('crate', 'On good', { colour: ref('colour/Good') }),
]);

function benchThatRefusesBad(): Workbench {
  const bench = createWorkbench();
  let colours = 0;
  bench.organisation.script = ({ type, kind }) =>
    type === 'colour' && kind === 'create' && (colours += 1) === 1 ? 'rejected' : undefined;
  return bench;
}

describe('a run in which a step fails', () => {
  it('does the rest when it keeps going, but for what depends on the step', async () => {
    const bench = benchThatRefusesBad();
    const environment = { ...bench.request(artifact).environment, onFailure: 'hold' as const };

    const report = await deploy(
      bench.ports({ keepsGoing: true, concurrency: 1 }),
      bench.request(artifact, { environment }),
    );

    expect(report.ending).toBe('held');
    expect(Object.fromEntries(report.steps.map(({ address, state }) => [address, state]))).toEqual({
      'colour/Bad': 'failed',
      'colour/Good': 'applied',
      'crate/On bad': 'skipped',
      'crate/On good': 'applied',
    });
  });

  it('takes everything back in the end where that is the rule', async () => {
    const bench = benchThatRefusesBad();
    const report = await deploy(bench.ports({ keepsGoing: true, concurrency: 1 }), bench.request(artifact));
    expect(report.ending).toBe('compensated');
    expect(bench.organisation.truth()).toEqual(createWorkbench().organisation.truth());
  });
});

describe('a field that a creation leaves out until its target is there', () => {
  it('may have been filled in by the platform', async () => {
    const bench = createWorkbench();
    const { platform } = bench.organisation;
    const fallback = bench.organisation.add('lid', { name: 'Fallback' });
    const filling = {
      ...platform,
      create: (...[type, body, write]: Parameters<typeof platform.create>) =>
        platform.create(type, { ...(type === 'crate' ? { lid: { id: fallback } } : {}), ...body }, write),
    };
    const pair = artifactOf([
      ensure('crate', 'A'),
      ensure('lid', 'B', { crate: ref('crate/A') }),
      ensure('crate', 'A', { lid: ref('lid/B') }),
    ]);

    const report = await deploy(bench.ports({ platform: filling }), bench.request(pair));

    expect(report).toMatchObject({ ending: 'succeeded', findings: [] });
  });
});
