import type { ChangeTest, JsonObject } from '../../core/index.ts';
import type { TestOutcome } from '../../core/assertion/index.ts';
import { idOfHandle } from '../bindings/index.ts';
import { testsStepId } from '../journal/index.ts';
import type { TestResult } from '../report.ts';
import { restingClock } from '../run/resting.ts';
import { descriptorOf, type RunContext } from '../run/run-context.ts';
import { lookUntil, visibilityMarginMs, type Work } from '../steps/index.ts';
import { evaluateFresh } from './evaluate-fresh.ts';
import { makeCall } from './make-call.ts';

/**
 * Runs the tests of the changeset and the environment (of a rollback: its checks) over the organisation as it is now, with
 * what is about to be deleted counted as gone; journals the results. Between waves only those for every wave run, and the wave
 * journals them. What reads the organisation is tried again for as long as what was written may stay invisible; calls are made
 * after that, one after the other. A process that dies or is asked to stop meanwhile makes them again when it is resumed: SB3023.
 */
export async function runTests(
  context: RunContext,
  late: readonly Work[],
  wave?: number,
): Promise<readonly TestResult[]> {
  if (wave === undefined && context.memory.tests !== undefined) return context.memory.tests;
  const tests = testsOf(context).filter(({ when }) => wave === undefined || when === 'every-wave');
  if (tests.length === 0) return [];
  const leaving = late.flatMap(({ step }) =>
    step.kind === 'delete' ? [{ type: step.type, handle: step.handle }] : [],
  );
  const outcomes = await lookUntil(
    restingClock(context),
    patienceMs(context, tests),
    () => evaluateFresh(context, tests, leaving),
    (found) => found.every(({ state }) => state === 'passed' || state === 'to-run'),
  );
  const results = await resultsOf(context, tests, outcomes, wave);
  if (wave !== undefined) return results;
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
function testsOf({ run: { kind, plan, artifact }, environment }: RunContext): readonly ChangeTest[] {
  if (kind === 'deploy') return [...artifact.changeset.tests, ...(environment.tests ?? [])];
  return (plan.terms?.checks ?? []).map((check) => ({ ...check, source: { file: 'rollback check' } }));
}

function patienceMs(context: RunContext, tests: readonly ChangeTest[]): number {
  const lags = context.run.plan.steps
    .filter((step) => step.kind !== 'noop')
    .map((step) => descriptorOf(context.catalogue, step.type).visibilityLagMs);
  const asked = tests.map(({ retry }) => (retry === undefined ? 0 : retry.times * retry.everySeconds * 1000));
  return Math.max(Math.max(0, ...lags) + visibilityMarginMs, ...asked);
}

async function resultsOf(
  context: RunContext,
  tests: readonly ChangeTest[],
  outcomes: readonly TestOutcome[],
  wave: number | undefined,
): Promise<readonly TestResult[]> {
  const facts = factsOf(context, wave);
  const results: TestResult[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const test = tests[index];
    const result =
      outcome.state === 'to-run' && test !== undefined
        ? await makeCall(context, { test, call: outcome.call, facts })
        : (outcome as TestResult);
    const { name, state } = result;
    context.announce('test-finished', `${name}: ${state}`, { name, state, ...(wave === undefined ? {} : { wave }) });
    results.push(wave === undefined ? result : { ...result, wave });
  }
  return results;
}

/** What a program that tests gets to know of the deployment: no values, no secrets. */
function factsOf({ run, memory }: RunContext, wave: number | undefined): JsonObject {
  const { plan } = run;
  return {
    runId: run.id,
    environment: run.environment,
    organisationId: plan.organisationId,
    changeset: plan.changeset,
    artifactDigest: plan.artifactDigest,
    decisionDigest: plan.decisionDigest,
    ...(wave === undefined ? {} : { wave }),
    steps: plan.steps
      .filter(({ kind }) => kind !== 'noop')
      .map(({ kind, type, address, handle }) => ({
        kind,
        type,
        address,
        id: idOfHandle(memory.bindings, handle) ?? null,
      })),
  };
}
