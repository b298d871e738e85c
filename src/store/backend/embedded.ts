import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { clientSettings } from '../postgres/probe.ts';
import { ensureServer, type EmbeddedServer, type ServerOptions } from '../postgres/server.ts';
import type { StoreBackend } from './backend.ts';

/** Every session of a user holds this advisory lock, shared; who gets it alone knows that nobody uses the server. */
const presenceLock = 7_464_002;
const reviveAttempts = 5;
const applicationName = `signalbox ${process.pid}`;
const leavingName = 'signalbox leaving';
/** How many backends of this process are in use, by home. */
const inUseHere = new Map<string, number>();

/** The embedded server of a directory, joined or started. Throws SB5011–SB5016. */
export async function embeddedBackend(options: ServerOptions): Promise<StoreBackend> {
  const server = await ensureServer(options);
  const { home } = server.place;
  inUseHere.set(home, (inUseHere.get(home) ?? 0) + 1);
  return {
    kind: 'embedded',
    place: home,
    source: {
      settings: { ...clientSettings(server), application_name: applicationName, idleTimeoutMillis: 0 },
      prepare: announce,
      revive: () => revive(options),
    },
    leave: () => leave(server),
  };
}

/** Waits while another process that has the lock alone stops the server; then the session breaks and is made anew. */
async function announce(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1)', [presenceLock]);
}

async function revive(options: ServerOptions): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await ensureServer(options);
    const client = new pg.Client(clientSettings(server));
    client.on('error', () => undefined);
    try {
      await client.connect();
      await announce(client);
      return;
    } catch (error) {
      if (attempt === reviveAttempts) throw error;
      await sleep(50 * attempt);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function leave(server: EmbeddedServer): Promise<void> {
  const { home } = server.place;
  const others = (inUseHere.get(home) ?? 1) - 1;
  inUseHere.set(home, others);
  if (others === 0) await stopIfUnused(server);
}

/** Stops the server unless a Signalbox or anybody else has a session. Whatever goes wrong, the server just stays. */
async function stopIfUnused(server: EmbeddedServer): Promise<void> {
  const client = new pg.Client({ ...clientSettings(server), application_name: leavingName });
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (await isAlone(client)) await server.stop();
  } catch {
    // Somebody else stops it at this moment, or it died: both are what we want.
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Asks again while Signalbox has sessions: those of whoever just left need a moment to end on the server's side. */
async function isAlone(client: pg.Client): Promise<boolean> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (attempt > 0) await sleep(15);
    const others = await otherSessions(client);
    if (others.some((name) => !name.startsWith('signalbox '))) return false;
    if (others.length === 0 && (await takePresenceAlone(client))) return true;
  }
  return false;
}

async function takePresenceAlone(client: pg.Client): Promise<boolean> {
  const lock = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [presenceLock]);
  return lock.rows[0]?.taken === true;
}

/** Who else has a session; others that are leaving do not count, or two who leave at once would wait for each other. */
async function otherSessions(client: pg.Client): Promise<readonly string[]> {
  const others = await client.query<{ name: string }>(
    "select application_name as name from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $1",
    [leavingName],
  );
  return others.rows.map(({ name }) => name);
}
