import type { ReadRequest } from '../../core/resource/index.ts';
import type { Clock, EmitEvent } from '../ports.ts';

/** Tells how far reading has come. */
export interface ReadProgress {
  /** More reads are to be answered; the total grows. */
  readonly expect: (requests: readonly ReadRequest[]) => void;
  /** One was answered. */
  readonly answered: (request: ReadRequest) => void;
}

/** Progress of reading as events: `reading` with the types asked for, `progress` with `data.done` of `data.total` reads. */
export function createReadProgress(clock: Pick<Clock, 'now'>, emit: EmitEvent | undefined): ReadProgress {
  let done = 0;
  let total = 0;
  const say = (kind: string, message: string): void =>
    emit?.({
      at: new Date(clock.now()).toISOString(),
      kind,
      message,
      data: { task: 'read', done, total, unit: 'reads' },
    });
  return {
    expect: (requests) => {
      total += requests.length;
      const types = [...new Set(requests.map(({ type }) => type))].toSorted();
      if (types.length > 0) say('reading', `reading ${types.join(', ')}`);
    },
    answered: ({ type }) => {
      done += 1;
      say('progress', `read ${type}`);
    },
  };
}
