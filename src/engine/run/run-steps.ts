import type { JsonObject } from '../../core/index.ts';
import type { RunContext } from './run-context.ts';
import { hasEnded } from '../journal/index.ts';
import { restingError } from './resting.ts';
import { recordOf, verifyStep, writeStep, type StepEnd, type Work } from '../steps/index.ts';

/** Written steps are read back together, at the latest when this many wait. */
const verifiedTogether = 25;

/** How works ended: all verified, one of them failed, or the run's time was up while some were left. */
export type StepsEnd = 'verified' | 'failed' | 'time-is-up';

interface Queue {
  readonly works: ReadonlyMap<string, Work>;
  /** Step ids by what they still wait for. */
  readonly waitsFor: Map<string, number>;
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  readonly ready: string[];
  /** Steps that read and write; bounded. */
  readonly running: Set<Promise<void>>;
  /** Written, not read back yet. */
  readonly written: Work[];
  readonly verifying: Set<Promise<void>>;
  done: number;
  hasFailed: boolean;
  isStopped: boolean;
  broken: { readonly error: unknown } | undefined;
}

/**
 * Does the works in dependency order, a bounded number at the same time; what was written is read back together, before
 * anything that depends on it starts. Once one fails, nothing new starts, unless the run keeps going: then only what
 * depends on it does not; the same once the run's time is up, for all. Those under way, here or in a process that died, are
 * brought to their end. Works whose journal says they are done are not done again.
 * Throws what ends the whole run (store, lease, bug), after everything under way has stopped; SB3023 when the run was asked
 * to come to rest and steps are left.
 */
export async function runSteps(context: RunContext, works: readonly Work[]): Promise<StepsEnd> {
  const open = works.filter((work) => recordOf(context, work)?.verified === undefined);
  if (open.some((work) => hasEnded(recordOf(context, work)))) {
    await settleUnderWay(context, open);
    return 'failed';
  }
  const isTimeUp = (): boolean =>
    works[0]?.direction === 'forward' && (context.memory.timeIsUp ?? context.timeLimit.whyUp()) !== undefined;
  const queue = createQueue(open);
  for (;;) {
    const mayStart = !queue.isStopped && !context.isStopAsked() && !isTimeUp();
    while (mayStart && queue.ready.length > 0 && queue.running.size < context.concurrency)
      start(context, queue, queue.ready.shift() ?? '');
    const isIdle = !mayStart || queue.ready.length === 0;
    if (isIdle || queue.written.length >= verifiedTogether) verifyWritten(context, queue);
    if (queue.running.size + queue.verifying.size === 0) break;
    await Promise.race([...queue.running, ...queue.verifying]);
  }
  if (queue.broken !== undefined) throw queue.broken.error;
  if (!queue.hasFailed && queue.done === queue.works.size) return 'verified';
  if (!queue.hasFailed && !isTimeUp()) throw restingError(context);
  await settleUnderWay(context, open);
  return queue.hasFailed ? 'failed' : 'time-is-up';
}

/** After a failure nothing new is written; what was under way when the process died is brought to a known end. */
async function settleUnderWay(context: RunContext, open: readonly Work[]): Promise<void> {
  for (const work of open) {
    const record = recordOf(context, work);
    if (record?.intent === undefined || hasEnded(record)) continue;
    const end = await writeStep(context, work, 'settle');
    if (end === 'written') await verifyStep(context, work);
  }
}

function createQueue(open: readonly Work[]): Queue {
  const byId = new Map(open.map((work) => [work.step.id, work]));
  const dependents = new Map<string, string[]>();
  const waitsFor = new Map<string, number>();
  for (const { step } of open) {
    const waiting = step.dependsOn.filter((id) => byId.has(id));
    waitsFor.set(step.id, waiting.length);
    for (const id of waiting) dependents.set(id, [...(dependents.get(id) ?? []), step.id]);
  }
  const ready = open.filter(({ step }) => waitsFor.get(step.id) === 0).map(({ step }) => step.id);
  return {
    works: byId,
    waitsFor,
    dependents,
    ready,
    running: new Set(),
    written: [],
    verifying: new Set(),
    done: 0,
    hasFailed: false,
    isStopped: false,
    broken: undefined,
  };
}

function start(context: RunContext, queue: Queue, id: string): void {
  const work = queue.works.get(id);
  if (work === undefined) return;
  context.announce('step-started', `${work.step.kind} ${work.step.address}`, dataOf(work));
  track(queue, queue.running, async () => {
    const end = await writeStep(context, work, 'do');
    if (end === 'written') queue.written.push(work);
    else finish(context, queue, work, end);
  });
}

function verifyWritten(context: RunContext, queue: Queue): void {
  for (const work of queue.written.splice(0)) {
    track(queue, queue.verifying, async () => finish(context, queue, work, await verifyStep(context, work)));
  }
}

function track(queue: Queue, tasks: Set<Promise<void>>, perform: () => Promise<void>): void {
  const task = perform()
    .catch((error: unknown) => {
      queue.isStopped = true;
      queue.broken ??= { error };
    })
    .finally(() => tasks.delete(task));
  tasks.add(task);
}

function finish(context: RunContext, queue: Queue, work: Work, end: StepEnd): void {
  queue.done += 1;
  context.announce('step-finished', `${work.step.kind} ${work.step.address}: ${end}`, { ...dataOf(work), state: end });
  context.announce('progress', `${queue.done} of ${queue.works.size} steps`, {
    task: work.direction === 'forward' ? 'deploy' : 'compensate',
    done: queue.done,
    total: queue.works.size,
    unit: 'steps',
  });
  if (end !== 'verified') {
    queue.hasFailed = true;
    queue.isStopped = !context.keepsGoing;
    return;
  }
  for (const dependent of queue.dependents.get(work.step.id) ?? []) {
    const left = (queue.waitsFor.get(dependent) ?? 0) - 1;
    queue.waitsFor.set(dependent, left);
    if (left === 0) queue.ready.push(dependent);
  }
}

function dataOf({ step, direction }: Work): JsonObject {
  return { stepId: step.id, address: step.address, direction };
}
