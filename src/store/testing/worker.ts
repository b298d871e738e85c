import { createInterface } from 'node:readline';
import { SignalboxError } from '../../core/index.ts';
import type { Lease } from '../../engine/index.ts';
import { sampleEntry, sampleRun } from '../../engine/testing/index.ts';
import { openStore, type OpenStore } from '../open-store.ts';

/** What a worker process is told, one JSON line each; it answers each with one JSON line. */
export type WorkerCommand =
  | { readonly do: 'acquire'; readonly holder: string; readonly ttlMs: number }
  | { readonly do: 'add-run'; readonly runId: string }
  | { readonly do: 'append'; readonly runId: string; readonly seq: number }
  | { readonly do: 'count'; readonly runId: string }
  | { readonly do: 'race'; readonly runId: string; readonly holder: string; readonly forMs: number }
  | { readonly do: 'close' };

/** `value` on success, `code` when a coded error came. */
export interface WorkerAnswer {
  readonly value?: unknown;
  readonly code?: string;
  readonly message?: string;
}

const environment = 'prod';
let lease: Lease | undefined;

async function perform(store: OpenStore, command: WorkerCommand): Promise<unknown> {
  switch (command.do) {
    case 'acquire':
      lease = await store.acquireLease({ environment, holder: command.holder, ttlMs: command.ttlMs, graceMs: 0 });
      return lease?.fence ?? null;
    case 'add-run':
      return store.addRun(heldLease(), sampleRun(command.runId));
    case 'append':
      return store.appendJournal(heldLease(), command.runId, [sampleEntry(command.seq)]);
    case 'count':
      return (await store.readJournal(command.runId)).length;
    case 'race':
      return race(store, command);
    case 'close':
      return store.close();
    default:
      return command satisfies never;
  }
}

/** Takes the lease whenever it is free, for a very short time, and appends as long as it may; counts its rows. */
async function race(store: OpenStore, { runId, holder, forMs }: WorkerCommand & { do: 'race' }): Promise<number> {
  const until = Date.now() + forMs;
  let written = 0;
  while (Date.now() < until) {
    const mine = await store.acquireLease({ environment, holder, ttlMs: 15, graceMs: 5 });
    if (mine === undefined) continue;
    let seq = (await store.readJournal(runId)).length;
    try {
      for (;;) {
        seq += 1;
        await store.appendJournal(mine, runId, [sampleEntry(seq, { data: { fence: mine.fence } })]);
        written += 1;
      }
    } catch (error) {
      if (!(error instanceof SignalboxError) || error.code !== 'SB5004') throw error;
    }
  }
  return written;
}

function heldLease(): Lease {
  if (lease === undefined) throw new Error('no lease is held');
  return lease;
}

async function answer(work: () => Promise<unknown>): Promise<void> {
  const said = await work().then(
    (value): WorkerAnswer => ({ value: value ?? null }),
    (error: unknown): WorkerAnswer => ({
      code: error instanceof SignalboxError ? error.code : 'bug',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

/** Opens the store that the environment and the first argument (a state directory) name, then obeys its input. */
async function main(): Promise<void> {
  let store: OpenStore | undefined;
  await answer(async () => {
    store = await openStore({ directory: process.argv[2] });
    return store.place;
  });
  for await (const line of createInterface({ input: process.stdin })) {
    const command = JSON.parse(line) as WorkerCommand;
    const open = store;
    if (open !== undefined) await answer(() => perform(open, command));
  }
}

await main();
