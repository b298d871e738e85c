import type { ChangeTest } from '../../core/index.ts';
import { evaluateTests, type Leaving } from '../../core/assertion/index.ts';
import { testsStepId } from '../journal/index.ts';
import type { Run } from '../ports.ts';
import { answerReads, beginSnapshot } from '../pull/pull.ts';
import type { TestResult } from '../report.ts';
import { descriptorOf, nowIso, type RunContext } from '../run/run-context.ts';
import { lookUntil, visibilityMarginMs, type Work } from '../steps/index.ts';

/**
 * Runs the tests of the changeset (of a rollback: its checks) over the organisation as it is now, with what is about to be
 * deleted counted as gone; journals the results. Between waves only those for every wave run, and the wave journals them.
 * Tests that do not pass are tried again for as long as what was written may stay invisible.
 */
export async function runTests(
  context: RunContext,
  late: readonly Work[],
  wave?: number,
): Promise<readonly TestResult[]> {
  if (wave === undefined && context.memory.tests !== undefined) return context.memory.tests;
  const tests = testsOf(context.run).filter(({ when }) => wave === undefined || when === 'every-wave');
  if (tests.length === 0) return [];
  const leaving = late.flatMap(({ step }) =>
    step.kind === 'delete' ? [{ type: step.type, handle: step.handle }] : [],
  );
  const lags = context.run.plan.steps
    .filter((step) => step.kind !== 'noop')
    .map((step) => descriptorOf(context.catalogue, step.type).visibilityLagMs);
  const patienceMs = Math.max(0, ...lags) + visibilityMarginMs;
  const results = await lookUntil(context.clock, patienceMs, () => evaluateFresh(context, tests, leaving), hasPassed);
  for (const { name, state } of results)
    context.announce('test-finished', `${name}: ${state}`, { name, state, ...(wave === undefined ? {} : { wave }) });
  if (wave !== undefined) return results.map((result) => ({ ...result, wave }));
  await context.journal.write({
    direction: 'forward',
    stepId: testsStepId,
    phase: hasPassed(results) ? 'verified' : 'failed',
    data: { tests: results },
  });
  return results;
}

/** True when every test passed. */
export function hasPassed(results: readonly TestResult[]): boolean {
  return results.every(({ state }) => state === 'passed');
}

/** A rollback has those that were laid down when the deployment was planned. */
function testsOf({ kind, plan, artifact }: Run): readonly ChangeTest[] {
  if (kind === 'deploy') return artifact.changeset.tests;
  return (plan.terms?.checks ?? []).map((check) => ({ ...check, source: { file: 'rollback check' } }));
}

async function evaluateFresh(
  context: RunContext,
  tests: readonly ChangeTest[],
  leaving: readonly Leaving[],
): Promise<readonly TestResult[]> {
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
