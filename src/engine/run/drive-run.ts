import { hasPassed, runTests } from '../assertions/index.ts';
import type { StepRecord } from '../journal/index.ts';
import type { TestResult } from '../report.ts';
import { auditGaps } from './gap-audits.ts';
import { endCompensated, hold, succeed, type Ending } from './finish-run.ts';
import type { RunContext } from './run-context.ts';
import { runSteps } from './run-steps.ts';
import { compensationWorks, forwardWorks } from './works.ts';

/** Brings a run from wherever its journal stands to an end. Throws only what leaves it unfinished. */
export async function driveRun(context: RunContext): Promise<Ending> {
  return context.run.state === 'compensating'
    ? compensate(context, context.run.outcome ?? 'a step failed')
    : goForward(context);
}

/** A rollback whose checks do not hold stays as it is, with its claims: going forth again would help nobody. */
async function goForward(context: RunContext): Promise<Ending> {
  const { early, late } = forwardWorks(context);
  if (!(await runSteps(context, early))) return takeBackOrHold(context, whyStopped(context, 'forward'));
  const isRollback = context.run.kind === 'rollback';
  const tests = isRollback ? [] : await runTests(context, late);
  if (!hasPassed(tests)) return takeBackOrHold(context, whyNotPassed(tests));
  if (!(await runSteps(context, late))) return takeBackOrHold(context, whyStopped(context, 'forward'));
  const checks = isRollback ? await runTests(context, []) : [];
  if (!hasPassed(checks)) return hold(context, whyNotPassed(checks));
  await auditGaps(context, 'forward');
  return succeed(context, verifiedText(early.length + late.length));
}

async function takeBackOrHold(context: RunContext, why: string): Promise<Ending> {
  await skipRest(context);
  await auditGaps(context, 'forward');
  const isUnclear = [...context.memory.forward.values()].some((record) => record.held !== undefined);
  if (isUnclear || context.environment.onFailure === 'hold') return hold(context, why);
  await context.lease.use((lease) =>
    context.store.changeRun(lease, context.run.id, { state: 'compensating', outcome: why }),
  );
  return compensate(context, why);
}

async function compensate(context: RunContext, why: string): Promise<Ending> {
  const works = compensationWorks(context);
  if (!(await runSteps(context, works)))
    return hold(context, `${why} Taking it back stopped: ${whyStopped(context, 'compensate')}`);
  await auditGaps(context, 'compensate');
  return endCompensated(context, `${why} Everything was taken back.`);
}

/** Journals the steps that will not run, with the failed step they waited for. */
async function skipRest(context: RunContext): Promise<void> {
  const { steps } = context.run.plan;
  const because = new Map<string, string>();
  for (const step of steps) {
    const record = context.memory.forward.get(step.id);
    if (record?.failed !== undefined || record?.held !== undefined) because.set(step.id, step.id);
    else if (record === undefined) {
      const cause = step.dependsOn.flatMap((id) => because.get(id) ?? [])[0];
      if (cause !== undefined) because.set(step.id, cause);
    }
  }
  const rows = steps
    .filter((step) => step.kind !== 'noop' && context.memory.forward.get(step.id) === undefined)
    .map((step) => ({
      direction: 'forward' as const,
      stepId: step.id,
      phase: 'skipped' as const,
      data: { because: because.get(step.id) ?? 'the run was stopped' },
    }));
  if (rows.length > 0) await context.journal.write(...rows);
}

function whyStopped(context: RunContext, direction: 'forward' | 'compensate'): string {
  const isEnd = (record: StepRecord | undefined): boolean => record?.failed !== undefined || record?.held !== undefined;
  const ended = [...context.memory[direction]].filter(([, record]) => isEnd(record));
  const lines = ended.map(([stepId, record]) => {
    const message = (record.held ?? record.failed)?.error.message ?? '';
    const address = addressOfStep(context, stepId);
    return message.includes(address) ? message : `${address}: ${message}`;
  });
  return lines.length > 0 ? lines.join(' ') : 'a step did not end.';
}

/** Steps that take back parts of an object have ids of their own, `s1.2`. */
function addressOfStep(context: RunContext, stepId: string): string {
  const id = stepId.split('.')[0] ?? stepId;
  return context.run.plan.steps.find((step) => step.id === id)?.address ?? stepId;
}

function verifiedText(count: number): string {
  if (count === 0) return 'There was nothing to do.';
  return count === 1 ? 'The step is verified.' : `All ${count} steps are verified.`;
}

function whyNotPassed(tests: readonly TestResult[]): string {
  const failed = tests.filter(({ state }) => state !== 'passed');
  return `${failed.length} of ${tests.length === 1 ? '1 test' : `${tests.length} tests`} did not pass: ${failed.map(({ name, detail }) => `${name} (${detail ?? ''})`).join('; ')}.`;
}
