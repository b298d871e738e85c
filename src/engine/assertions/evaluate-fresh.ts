import type { ChangeTest } from '../../core/index.ts';
import { evaluateTests, type Leaving, type TestOutcome } from '../../core/assertion/index.ts';
import { answerReads, beginSnapshot } from '../pull/pull.ts';
import { nowIso, type RunContext } from '../run/run-context.ts';

/** What the tests give over the organisation as it is now, one outcome each, in order. */
export async function evaluateFresh(
  context: RunContext,
  tests: readonly ChangeTest[],
  leaving: readonly Leaving[],
): Promise<readonly TestOutcome[]> {
  const { platform, clock, run, environment, catalogue, contentFormats } = context;
  const baseline = await context.store.readBaseline(environment.name);
  const { plan } = run;
  const artifact = { ...run.artifact, changeset: { ...run.artifact.changeset, tests } };
  let snapshot = await beginSnapshot(platform, clock);
  for (;;) {
    const input = {
      artifact,
      environment,
      environmentDigest: plan.environmentDigest,
      catalogue,
      baseline,
      contentFormats,
      asOf: nowIso(clock),
      snapshot,
    };
    const result = evaluateTests(input, leaving, plan.variables);
    if (result.kind === 'outcomes') return result.outcomes;
    snapshot = await answerReads(platform, snapshot, result.reads);
  }
}
