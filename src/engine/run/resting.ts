import { engineError } from '../errors.ts';
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
