import { engineError } from '../errors.ts';
import type { DeployPorts } from '../run/index.ts';

/** What the work gives; SB3022 as soon as a stop is asked for. Only for work that reads. */
export async function unlessStopped<Value>({ stop }: Pick<DeployPorts, 'stop'>, work: Promise<Value>): Promise<Value> {
  if (stop === undefined) return work;
  let give = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    give = () => reject(stopError());
  });
  stop.addEventListener('abort', give, { once: true });
  try {
    if (stop.aborted) give();
    return await Promise.race([work, stopped]);
  } finally {
    stop.removeEventListener('abort', give);
  }
}

/** SB3022 when a stop was asked for: the last gate before a run begins. */
export function refuseStopped({ stop }: Pick<DeployPorts, 'stop'>): void {
  if (stop?.aborted === true) throw stopError();
}

function stopError(): Error {
  return engineError('SB3022', 'It was asked to stop before the first write; nothing was written.');
}
