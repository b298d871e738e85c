import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { SignalboxError } from '../../src/core/index.ts';
import { resume, type RunReport } from '../../src/engine/index.ts';
import { openStore } from '../../src/store/index.ts';
import { environmentOf } from '../world/environment.ts';
import { createFastClock, type FastClock } from '../world/fast-clock.ts';
import { createFatefulLife, type Fateful } from '../world/life.ts';
import { openPlatform, portsOf, requestOf } from '../world/ports.ts';
import type { SimulatedOrganisation } from '../world/simulated.ts';
import { acts, type Act } from './acts.ts';
import { change } from './story.ts';

/** Where the processes of a test meet: the simulator, the time and, in the environment variables, the store. */
export interface Meeting {
  readonly url: string;
  readonly clock: FastClock;
}

/** What a worker is told, one JSON line each; it answers each with one JSON line, unless it dies. */
export interface WorkerCommand {
  readonly do: 'perform' | 'first' | 'resume';
  readonly act: keyof typeof acts;
  readonly organisation: SimulatedOrganisation;
  /** Names the process in ids and leases. */
  readonly process: string;
  /** The boundary at which the process kills itself, from 1. */
  readonly diesAt?: number | undefined;
  /** The boundary at which the process stops until it is told to go on: the nth whose name fits. */
  readonly pausesAt?: { readonly pattern: string; readonly nth: number } | undefined;
  readonly leasing?: { readonly ttlMs: number; readonly requestTimeoutMs: number } | undefined;
}

/** `code` when a coded error came. */
export interface WorkerAnswer {
  readonly report?: RunReport | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** The boundaries that were passed. */
  readonly passed: readonly string[];
  /** The process is about to stop; its answer follows when it was let go on. */
  readonly isPaused?: boolean | undefined;
}

const meeting = JSON.parse(process.argv[2] ?? '') as Meeting;
const store = await openStore();

async function obey(command: WorkerCommand): Promise<WorkerAnswer> {
  const life = createFatefulLife(fateOf(command));
  const clock = createFastClock(meeting.clock);
  const platform = openPlatform({
    organisation: command.organisation,
    url: meeting.url,
    clock,
    intercept: life.exchange,
  });
  const leasing = command.leasing ?? { ttlMs: 600_000, requestTimeoutMs: 5_000 };
  const ports = portsOf(
    { platform, store: life.store(store), clock },
    { process: command.process, concurrency: 1, leasing },
  );
  const environment = environmentOf(command.organisation);
  const act: Act = acts[command.act];
  const work = {
    first: () => act.first?.(ports, environment),
    perform: () => act.perform(ports, environment),
    resume: () => resume(ports, requestOf(change, environment)),
  };
  try {
    return { report: await work[command.do](), passed: life.passed() };
  } catch (error) {
    if (!(error instanceof SignalboxError)) throw error;
    return { code: error.code, message: error.message, passed: life.passed() };
  } finally {
    await platform.close();
  }
}

/** Kills or stops this process at the boundary of the command. */
function fateOf({ diesAt, pausesAt }: WorkerCommand): Fateful {
  let fitting = 0;
  return (name, count) => {
    if (count === diesAt) process.kill(process.pid, 'SIGKILL');
    if (pausesAt === undefined || !new RegExp(pausesAt.pattern, 'u').test(name)) return 'lives';
    fitting += 1;
    if (fitting === pausesAt.nth) pause();
    return 'lives';
  };
}

function pause(): void {
  const answer: WorkerAnswer = { isPaused: true, passed: [] };
  writeSync(1, `${JSON.stringify(answer)}\n`);
  process.kill(process.pid, 'SIGSTOP');
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await obey(JSON.parse(line) as WorkerCommand);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await store.close();
