import { engineError } from '../errors.ts';
import type { Clock } from '../ports.ts';
import type { RunContext } from './run-context.ts';

/** SB3023: the run rests between two steps; nothing is under way, all that was written is verified. */
export function restingError({ run, memory, environment }: RunContext): Error {
  const steps = run.plan.steps.filter(({ kind }) => kind !== 'noop');
  const done = steps.filter(({ id }) => memory.forward.get(id)?.verified !== undefined).length;
  const where =
    memory.compensate.size > 0 ? 'it is being taken back' : `${done} of ${steps.length} steps are done and verified`;
  return engineError('SB3023', `Run ${run.id} was asked to stop and rests: ${where}, and nothing is under way.`, {
    context: { runId: run.id, environment: environment.name, done, steps: steps.length },
    remedy: `signalbox resume --env ${environment.name} goes on from here; until then nothing else can be deployed there.`,
  });
}

/** Aborted once the run is to come to rest or has lost its lease. */
export function restSignal({ stop, lease }: Pick<RunContext, 'stop' | 'lease'>): AbortSignal {
  return stop === undefined ? lease.signal : AbortSignal.any([stop, lease.signal]);
}

/** SB3008 when the lease was lost, SB3023 when the run was asked to stop. */
export async function refuseResting(context: RunContext): Promise<void> {
  await context.lease.outlast();
  if (context.isStopAsked()) throw restingError(context);
}

/** The run's clock, with sleeps that end like `refuseResting` as soon as the run is to come to rest. */
export function restingClock(context: RunContext): Clock {
  const { clock } = context;
  const signal = restSignal(context);
  return {
    now: clock.now,
    sleep: async (ms) => {
      if (ms > 0 && !signal.aborted) await clock.sleep(ms, signal).catch(throwUnless(signal));
      await refuseResting(context);
    },
  };
}

function throwUnless(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}
