import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { storeError } from '../errors.ts';
import { findAccount, runAs, type Account } from './account.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { isAlive, prepareCluster, requireSpace } from './cluster.ts';
import { findPlace, prepareSocketDirectory, type Place } from './place.ts';
import { isPostmasterAlive, readPostmaster, removeStale } from './postmaster-file.ts';
import { probe, type SocketAddress } from './probe.ts';
import { programEnvironment, runProgram } from './program.ts';

/** Which embedded server is meant and how it runs. */
export interface ServerOptions {
  /** Directory of the server; made when missing. */
  readonly directory: string;
  /** The bin directory of a system PostgreSQL, instead of the npm package's. */
  readonly systemBin?: string | undefined;
  /** `false` lets acknowledged writes die with the machine: for tests that are not about durability. */
  readonly durable?: boolean | undefined;
}

/** A server that runs, started by us or by another process. */
export interface EmbeddedServer extends SocketAddress {
  readonly place: Place;
  /** Ends it with every session; the caller makes sure that nobody uses it. */
  readonly stop: () => Promise<void>;
}

interface Launch {
  readonly options: ServerOptions;
  readonly place: Place;
  readonly binaries: Binaries;
  readonly account: Account;
}

const patienceMs = 60_000;
/** Own attempts that may fail: a server that was just killed holds its memory for a moment. */
const startAttempts = 6;

/**
 * Joins the server of the directory, or makes and starts it. Any number of processes may do it at once: PostgreSQL's
 * own lock on its data lets one of them start, and the others join. Throws SB5011–SB5016.
 */
export async function ensureServer(options: ServerOptions): Promise<EmbeddedServer> {
  const { account, binaries } = installationFor(options.systemBin);
  const place = findPlace(options.directory, account);
  const launch = { options, place, binaries, account };
  await prepareCluster(place, binaries, account);
  const address = await joinOrStart(launch);
  return { ...address, place, stop: () => stop(launch) };
}

const installations = new Map<string | undefined, Pick<Launch, 'account' | 'binaries'>>();

/** Looked up once in a process: it costs the start of several programs. */
function installationFor(systemBin: string | undefined): Pick<Launch, 'account' | 'binaries'> {
  const known = installations.get(systemBin);
  if (known !== undefined) return known;
  const account = findAccount();
  const found = { account, binaries: findBinaries(account, systemBin) };
  installations.set(systemBin, found);
  return found;
}

async function joinOrStart(launch: Launch): Promise<SocketAddress> {
  const deadline = Date.now() + patienceMs;
  let failures = 0;
  while (Date.now() < deadline) {
    const running = await joinRunning(launch.place);
    if (running === 'starting') {
      await sleep(30);
    } else if (running === 'none') {
      const started = await start(launch, deadline);
      if (started !== undefined) return started;
      failures += 1;
      if (failures === startAttempts) throw failedToStart(launch.place);
      await sleep(50 * 2 ** failures);
    } else return running;
  }
  throw failedToStart(launch.place);
}

/** Looks for a server by its socket first: its process may lie in another container. */
async function joinRunning(place: Place): Promise<SocketAddress | 'starting' | 'none'> {
  const found = readPostmaster(place);
  if (found === undefined) return 'none';
  const readiness = await probe(found);
  if (readiness === 'ready') return { socketDirectory: found.socketDirectory, port: found.port };
  if (readiness === 'busy' || isPostmasterAlive(place, found)) return 'starting';
  if (isAlive(found.pid)) removeStale(place, found);
  return 'none';
}

/** Starts a server; undefined when it ended at once, because another process was faster or something is wrong. */
async function start(launch: Launch, deadline: number): Promise<SocketAddress | undefined> {
  requireSpace(launch.place);
  const address = { socketDirectory: prepareSocketDirectory(launch.place, launch.account), port: 5432 };
  let hasEnded = false;
  const child = spawnServer(launch, address.socketDirectory);
  child.once('exit', () => (hasEnded = true));
  child.once('error', () => (hasEnded = true));
  child.unref();
  while (!hasEnded && Date.now() < deadline) {
    await sleep(15);
    const running = readPostmaster(launch.place);
    if (running?.pid === child.pid && (await probe(address)) === 'ready') return address;
  }
  return undefined;
}

function spawnServer({ options, place, binaries, account }: Launch, socketDirectory: string) {
  const log = openSync(place.log, 'a', 0o644);
  try {
    return spawn(join(binaries.directory, 'postgres'), serverArguments(options, place, socketDirectory), {
      cwd: '/',
      detached: true,
      env: programEnvironment(),
      stdio: ['ignore', log, log],
      ...runAs(account),
    });
  } finally {
    closeSync(log);
  }
}

function serverArguments({ durable }: ServerOptions, place: Place, socketDirectory: string): string[] {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socketDirectory}`,
    'unix_socket_permissions=0700',
    'port=5432',
    'max_connections=200',
    'shared_buffers=64MB',
    'logging_collector=off',
    ...(durable === false ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : ['fsync=on']),
  ];
  return ['-D', place.data, ...settings.flatMap((setting) => ['-c', setting])];
}

async function stop({ binaries, place, account }: Launch): Promise<void> {
  const args = ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', '60'];
  await runProgram(join(binaries.directory, 'pg_ctl'), args, account);
}

function failedToStart(place: Place): Error {
  requireSpace(place);
  return storeError('SB5015', `PostgreSQL in ${place.home} does not start. The end of its log:\n${endOfLog(place)}`, {
    context: { log: place.log },
  });
}

function endOfLog(place: Place): string {
  try {
    return readFileSync(place.log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  } catch {
    return `(${place.log} can not be read)`;
  }
}
