import type { RunContext } from './run-context.ts';
import { hasEnded } from '../journal/index.ts';
import { performStep, recordOf, type Work } from '../steps/index.ts';

interface Queue {
  readonly works: ReadonlyMap<string, Work>;
  /** Step ids by what they still wait for. */
  readonly waitsFor: Map<string, number>;
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  readonly ready: string[];
  readonly running: Set<Promise<void>>;
  isStopped: boolean;
  broken: { readonly error: unknown } | undefined;
}

/**
 * Does the works in dependency order, a bounded number at the same time. Once one fails, nothing new starts; those under
 * way run to their end. Works whose journal says they are done are not done again. True when all are verified. Throws
 * what ends the whole run (store, lease, bug), after everything under way has stopped.
 */
export async function runSteps(context: RunContext, works: readonly Work[]): Promise<boolean> {
  const open = works.filter((work) => recordOf(context, work)?.verified === undefined);
  if (open.some((work) => hasEnded(recordOf(context, work)))) {
    await settleUnderWay(context, open);
    return false;
  }
  const queue = createQueue(open);
  for (;;) {
    while (!queue.isStopped && queue.ready.length > 0 && queue.running.size < context.concurrency)
      start(context, queue, queue.ready.shift() ?? '');
    if (queue.running.size === 0) break;
    await Promise.race(queue.running);
  }
  if (queue.broken !== undefined) throw queue.broken.error;
  return !queue.isStopped;
}

/** After a failure nothing new is written; what was under way when the process died is brought to a known end. */
async function settleUnderWay(context: RunContext, open: readonly Work[]): Promise<void> {
  for (const work of open) {
    const record = recordOf(context, work);
    if (record?.intent !== undefined && !hasEnded(record)) await performStep(context, work, 'settle');
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
  return { works: byId, waitsFor, dependents, ready, running: new Set(), isStopped: false, broken: undefined };
}

function start(context: RunContext, queue: Queue, id: string): void {
  const work = queue.works.get(id);
  if (work === undefined) return;
  const task = perform(context, queue, work)
    .catch((error: unknown) => {
      queue.isStopped = true;
      queue.broken ??= { error };
    })
    .finally(() => queue.running.delete(task));
  queue.running.add(task);
}

async function perform(context: RunContext, queue: Queue, work: Work): Promise<void> {
  const { id, address } = work.step;
  const data = { stepId: id, address, direction: work.direction };
  context.announce('step-started', `${work.step.kind} ${address}`, data);
  const end = await performStep(context, work, 'do');
  context.announce('step-finished', `${work.step.kind} ${address}: ${end}`, { ...data, state: end });
  if (end !== 'verified') {
    queue.isStopped = true;
    return;
  }
  for (const dependent of queue.dependents.get(id) ?? []) {
    const left = (queue.waitsFor.get(dependent) ?? 0) - 1;
    queue.waitsFor.set(dependent, left);
    if (left === 0) queue.ready.push(dependent);
  }
}
