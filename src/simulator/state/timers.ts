import type { Entity } from '../kernel/values.ts';
import type { Organisation } from './organisation.ts';

/** Something that will happen in an organisation at a later time, for example the end of a job. */
export type Timer = Entity & { readonly at: number; readonly kind: string; readonly subject: string };

const shelf = 'simulator.timers';

/** Plans `kind` for `subject` in `delayMs`; due timers run before the next request of the organisation is handled. */
export function startTimer(organisation: Organisation, now: number, timer: TimerWish): void {
  const id = organisation.ids.next();
  const entry: Timer = { id, at: now + timer.delayMs, kind: timer.kind, subject: timer.subject };
  organisation.ledger(shelf).put(entry);
}

/** What is to happen, to which object, and in how many milliseconds. */
export type TimerWish = { readonly kind: string; readonly subject: string; readonly delayMs: number };

/** Removes and returns the timers that are due, earliest first. */
export function takeDueTimers(organisation: Organisation, now: number): readonly Timer[] {
  const timers = organisation.ledger(shelf);
  const due = timers
    .currentAll()
    .filter(isTimer)
    .filter((timer) => timer.at <= now);
  for (const timer of due) timers.remove(timer.id);
  return due.sort((a, b) => a.at - b.at);
}

function isTimer(entity: Entity): entity is Timer {
  return typeof entity['at'] === 'number' && typeof entity['kind'] === 'string';
}
