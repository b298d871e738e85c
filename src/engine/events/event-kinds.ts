import type { JsonObject } from '../../core/index.ts';
import type { Clock, EmitEvent } from '../ports.ts';

/**
 * What the engine reports while it works.
 * - `reading`: what is being read; `progress`: `data.done` of `data.total` `data.unit`s of `data.task` are through.
 * - `run-started`, `run-resumed`, `run-finished`: `data.runId`, `data.state`.
 * - `step-started`, `step-waiting`, `step-finished`: `data.stepId`, `data.address`, `data.state`, `data.direction`.
 * - `test-finished`: `data.name`, `data.state`, `data.wave` where it ran between waves.
 * - `wave-finished`: `data.wave`, `data.waves`, `data.pauseUntil` where the run waits before the next.
 * - `gate-passed`: `data.gate`.
 * - `finding`: `data` is the finding.
 * - `lease-renewed`, `lease-lost`: `data.environment`.
 */
export type EngineEventKind =
  | 'progress'
  | 'run-started'
  | 'run-resumed'
  | 'run-finished'
  | 'step-started'
  | 'step-waiting'
  | 'step-finished'
  | 'test-finished'
  | 'wave-finished'
  | 'gate-passed'
  | 'finding'
  | 'lease-renewed'
  | 'lease-lost';

/** Says one thing that happened, with the clock's time. */
export type Announce = (kind: EngineEventKind, message: string, data?: JsonObject) => void;

/** An `Announce` over a clock and a taker of events. */
export function createAnnounce(clock: Pick<Clock, 'now'>, emit: EmitEvent): Announce {
  return (kind, message, data) => {
    emit({ at: new Date(clock.now()).toISOString(), kind, message, ...(data === undefined ? {} : { data }) });
  };
}
