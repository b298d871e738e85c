import pg from 'pg';
import { databaseUser } from './cluster.ts';

/** How to reach an embedded server. */
export interface SocketAddress {
  readonly socketDirectory: string;
  readonly port: number;
}

/** What an attempt to connect says: usable, not yet or no longer usable, or nobody there. */
export type Readiness = 'ready' | 'busy' | 'absent';

/** The connection settings for the address; fully given, so that no PG… variable has a say. */
export function clientSettings(address: SocketAddress): pg.ClientConfig {
  return {
    host: address.socketDirectory,
    port: address.port,
    user: databaseUser,
    password: '',
    database: 'postgres',
    ssl: false,
    options: '',
  };
}

/** Tries to connect once. */
export async function probe(address: SocketAddress): Promise<Readiness> {
  const client = new pg.Client({
    ...clientSettings(address),
    connectionTimeoutMillis: 3000,
    application_name: 'signalbox probe',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    return error instanceof pg.DatabaseError ? 'busy' : 'absent';
  } finally {
    await client.end().catch(() => undefined);
  }
}
