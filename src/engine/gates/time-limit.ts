import type { EnvironmentRules } from '../../core/index.ts';
import { instantText, nextChance } from '../../core/gates/index.ts';
import type { Clock, Run } from '../ports.ts';

/** The end of the time in which a run may start steps. */
export interface TimeLimit {
  /** Why no new step may start any more, in one sentence; undefined while it may. */
  readonly whyUp: () => string | undefined;
  /** Milliseconds since the epoch; absent when nothing ends the run's time. */
  readonly endsAt?: number | undefined;
}

const endless: TimeLimit = { whyUp: () => undefined };

/**
 * The limit of a run, as its environment's windows, freezes and deadline say at the time it is opened or resumed. Taking
 * back, whether by a rollback or by compensation, is never limited.
 */
export function createTimeLimit(clock: Pick<Clock, 'now'>, environment: EnvironmentRules, run: Run): TimeLimit {
  const { gates } = environment;
  if (gates === undefined || run.kind === 'rollback') return endless;
  const limits: { readonly at: number; readonly why: string }[] = [];
  const now = clock.now();
  const chance = nextChance(gates, run.artifact.changeset.metadata.lane, now);
  if (chance === undefined || chance.from > now) limits.push({ at: now, why: 'No window is open' });
  else if (chance.until !== undefined)
    limits.push({ at: chance.until, why: `The time for deployments ended at ${instantText(chance.until)}` });
  if (gates.deadlineMinutes !== undefined) {
    const at = Date.parse(run.startedAt) + gates.deadlineMinutes * 60_000;
    limits.push({ at, why: `The deadline of ${gates.deadlineMinutes} minutes passed at ${instantText(at)}` });
  }
  const [first] = limits.toSorted((left, right) => left.at - right.at);
  if (first === undefined) return endless;
  return { endsAt: first.at, whyUp: () => (clock.now() < first.at ? undefined : first.why) };
}
