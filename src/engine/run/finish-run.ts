import { moveBaseline, rebindBaseline } from '../baseline/index.ts';
import { idOfHandle } from '../bindings/index.ts';
import type { Claim, RunState } from '../ports.ts';
import { nowIso, type RunContext } from './run-context.ts';

/** How a run ended and why, in one sentence. */
export interface Ending {
  readonly state: Extract<RunState, 'succeeded' | 'compensated' | 'held'>;
  readonly outcome: string;
}

/** Ends a run whose steps are all verified: the baseline moves in the same transaction. */
export async function succeed(context: RunContext, outcome: string): Promise<Ending> {
  const baseline = await context.store.readBaseline(context.environment.name);
  const move = moveBaseline(baseline, context.run, context.memory, context.catalogue);
  await finish(context, move, { state: 'succeeded', outcome });
  return { state: 'succeeded', outcome };
}

/** Ends a run that was taken back: the baseline stays, but for the new ids of objects that were made anew. */
export async function endCompensated(context: RunContext, outcome: string): Promise<Ending> {
  const baseline = await context.store.readBaseline(context.environment.name);
  const newIds = new Map([...context.memory.bindings].filter(([handle]) => !handle.startsWith('new#')));
  await finish(context, rebindBaseline(baseline, newIds), { state: 'compensated', outcome });
  return { state: 'compensated', outcome };
}

/** Stops on purpose: the objects of the run stay claimed until somebody settles it. */
export async function hold(context: RunContext, outcome: string): Promise<Ending> {
  const claims = claimsOf(context);
  await context.lease.use((lease) => context.store.addClaims(lease, claims));
  const change = { state: 'held' as const, finishedAt: nowIso(context.clock), outcome };
  await context.lease.use((lease) => context.store.changeRun(lease, context.run.id, change));
  return { state: 'held', outcome };
}

async function finish(
  context: RunContext,
  move: {
    readonly put: Parameters<RunContext['store']['writeBaseline']>[1]['put'];
    readonly remove: readonly string[];
  },
  ending: Ending,
): Promise<void> {
  await context.lease.use((lease) => context.store.dropClaims(lease, context.run.id));
  const end = { runId: context.run.id, finishedAt: nowIso(context.clock), ...ending };
  await context.lease.use((lease) => context.store.writeBaseline(lease, { ...move, finish: end }));
}

/** Objects that do not exist yet are claimed by their address, with their handle for an id. */
function claimsOf(context: RunContext): readonly Claim[] {
  const { run, environment, memory } = context;
  const claims = run.plan.steps
    .filter((step) => step.kind !== 'noop')
    .map((step) => ({
      environment: environment.name,
      runId: run.id,
      type: step.type,
      id: idOfHandle(memory.bindings, step.handle) ?? step.handle,
      address: step.address,
    }));
  return [...new Map(claims.map((claim) => [`${claim.type} ${claim.id}`, claim])).values()];
}
