import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Listening, Simulator } from '../../../simulator/index.ts';
import { cliError } from '../../errors.ts';

/** Where the simulator listens, and what it says it is to those who ask with TLS. */
export interface ListenWish {
  readonly port: number;
  readonly host: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

/** Listens, with TLS when certificate and key are given. SB6001 for one without the other, or files that do not serve. */
export async function listenAsAsked(cwd: string, simulator: Simulator, wish: ListenWish): Promise<Listening> {
  const { port, host, tlsCert, tlsKey } = wish;
  if (tlsCert === undefined && tlsKey === undefined) return simulator.listen({ port, host });
  if (tlsCert === undefined || tlsKey === undefined)
    throw cliError('SB6001', 'TLS needs a certificate and its key: --tls-cert and --tls-key go together.');
  const paths = `${tlsCert} and ${tlsKey}`;
  return attempt(`The certificate and key in ${paths} can not be used`, 'SB6001', async () => {
    const [cert, key] = await Promise.all([tlsCert, tlsKey].map((path) => readFile(resolve(cwd, path), 'utf8')));
    return simulator.listen({ port, host, tls: { cert: cert ?? '', key: key ?? '' } });
  });
}

/** Replaces the simulator's state by that of a file. SB6001 when the file holds none. */
export function loadState(cwd: string, simulator: Simulator, path: string): Promise<void> {
  return attempt(`The state in ${path} can not be loaded`, 'SB6001', () => simulator.loadFrom(resolve(cwd, path)));
}

/** Saves the simulator's state to a file. SB6008 when it can not be written; the file then is what it was. */
export function saveState(cwd: string, simulator: Simulator, path: string): Promise<void> {
  return attempt(`The state can not be saved to ${path}`, 'SB6008', () => simulator.saveTo(resolve(cwd, path)));
}

async function attempt<Result>(what: string, code: 'SB6001' | 'SB6008', act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw cliError(code, `${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
