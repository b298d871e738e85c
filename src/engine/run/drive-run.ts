import { hasPassed, runTests } from '../assertions/index.ts';
import { journalPassedGates } from '../gates/index.ts';
import { gatesStepId, type StepRecord } from '../journal/index.ts';
import type { TestResult } from '../report.ts';
import type { Work } from '../steps/index.ts';
import { passBetweenWaves, waveWorks, type WaveWorks } from '../waves/index.ts';
import { auditGaps } from './gap-audits.ts';
import { endCompensated, hold, succeed, type Ending } from './finish-run.ts';
import type { RunContext } from './run-context.ts';
import { runSteps } from './run-steps.ts';
import { compensationWorks } from './works.ts';

/** Brings a run from wherever its journal stands to an end. Throws only what leaves it unfinished. */
export async function driveRun(context: RunContext): Promise<Ending> {
  return context.run.state === 'compensating'
    ? compensate(context, context.run.outcome ?? 'a step failed')
    : goForward(context);
}

/** A rollback whose checks do not hold stays as it is, with its claims: going forth again would help nobody. */
async function goForward(context: RunContext): Promise<Ending> {
  await journalPassedGates(context);
  const { early, late } = waveWorks(context);
  const lateWorks = late.flatMap(({ works }) => works);
  const before = await runWaves(context, early, lateWorks);
  if (before !== undefined) return takeBackOrHold(context, before);
  const isRollback = context.run.kind === 'rollback';
  const tests = isRollback ? [] : await runTests(context, lateWorks);
  if (!hasPassed(tests)) return takeBackOrHold(context, { by: 'test', why: whyNotPassed(tests) });
  const after = await runWaves(context, late, lateWorks);
  if (after !== undefined) return takeBackOrHold(context, after);
  const checks = isRollback ? await runTests(context, []) : [];
  if (!hasPassed(checks)) return hold(context, whyNotPassed(checks));
  await auditGaps(context, 'forward');
  const count = early.reduce((sum, { works }) => sum + works.length, lateWorks.length);
  return succeed(context, verifiedText(count));
}

/** Why a run can not go forward: a step failed, a test did not pass, or its time is up. */
interface Stopped {
  readonly by: 'step' | 'test' | 'time';
  /** In one sentence or more. */
  readonly why: string;
}

/** Runs the waves one after the other, with tests and pauses in between; undefined when all are verified. */
async function runWaves(
  context: RunContext,
  waves: readonly WaveWorks[],
  late: readonly Work[],
): Promise<Stopped | undefined> {
  const last = context.run.plan.waves?.length ?? 1;
  for (const { number, works } of waves) {
    const end = await runSteps(context, works);
    if (end === 'failed') return { by: 'step', why: whyStopped(context, 'forward') };
    if (end === 'time-is-up') return { by: 'time', why: await journalTimeUp(context) };
    if (number === undefined || number === last) continue;
    const tests = await passBetweenWaves(context, number, late);
    if (!hasPassed(tests)) return { by: 'test', why: `After wave ${number} of ${last} ${whyNotPassed(tests)}` };
  }
  return undefined;
}

/** A resumed run decides as this one does: the reason is journalled before anything follows from it. */
async function journalTimeUp(context: RunContext): Promise<string> {
  if (context.memory.timeIsUp !== undefined) return context.memory.timeIsUp;
  const { steps } = context.run.plan;
  const written = steps.filter(({ kind }) => kind !== 'noop');
  const done = written.filter(({ id }) => context.memory.forward.get(id)?.verified !== undefined).length;
  const timeIsUp = `${context.timeLimit.whyUp() ?? 'The time is up'}; ${done} of ${written.length} steps are done and verified.`;
  await context.journal.write({ direction: 'forward', stepId: gatesStepId, phase: 'held', data: { timeIsUp } });
  return timeIsUp;
}

async function takeBackOrHold(context: RunContext, { by, why }: Stopped): Promise<Ending> {
  await skipRest(context);
  await auditGaps(context, 'forward');
  const isUnclear = [...context.memory.forward.values()].some((record) => record.held !== undefined);
  if (isUnclear || policyOf(context, by) === 'hold') return hold(context, why);
  await context.lease.use((lease) =>
    context.store.changeRun(lease, context.run.id, { state: 'compensating', outcome: why }),
  );
  return compensate(context, why);
}

function policyOf({ environment }: RunContext, by: Stopped['by']): 'compensate' | 'hold' {
  const { gates, onFailure } = environment;
  switch (by) {
    case 'step':
      return onFailure;
    case 'test':
      return gates?.onTestFailure ?? onFailure;
    case 'time':
      return gates?.whenTimeIsUp ?? onFailure;
    default:
      return by satisfies never;
  }
}

async function compensate(context: RunContext, why: string): Promise<Ending> {
  const works = compensationWorks(context);
  if ((await runSteps(context, works)) !== 'verified')
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
  return `${failed.length} of ${tests.length === 1 ? '1 test' : `${tests.length} tests`} did not pass: ${failed.map(({ name, detail = '' }) => `${name} (${detail.split('\n')[0] ?? ''})`).join('; ')}.`;
}
