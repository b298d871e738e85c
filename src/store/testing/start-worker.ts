import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { WorkerAnswer, WorkerCommand } from './worker.ts';

/** A real process that has a store open, or failed to open it. */
export interface Worker {
  /** What opening said: `value` is the store's place. */
  readonly opened: WorkerAnswer;
  readonly pid: number;
  readonly ask: (command: WorkerCommand) => Promise<WorkerAnswer>;
  /** Ends it at once, as a crash would. */
  readonly kill: () => Promise<void>;
  /** Closes the store and ends the process. */
  readonly close: () => Promise<void>;
}

/** How to start a worker. */
export interface WorkerOptions {
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
  /** Told the process id before the store is open. */
  readonly onSpawn?: (pid: number) => void;
}

/** Starts a process that opens a store; resolves when it said whether that worked. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { DATABASE_URL: _url, SIGNALBOX_DATABASE_SCHEMA: _schema, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), options.directory ?? ''], {
    env: { ...inherited, ...options.environment },
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    ...(options.gid === undefined ? {} : { gid: options.gid }),
  });
  const ended = once(child, 'exit');
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const listen = async (): Promise<WorkerAnswer> => {
    const line = await lines.next();
    return line.done === true ? { code: 'ended' } : (JSON.parse(line.value) as WorkerAnswer);
  };
  const ask = (command: WorkerCommand) => {
    child.stdin.write(`${JSON.stringify(command)}\n`);
    return listen();
  };
  const pid = child.pid ?? 0;
  options.onSpawn?.(pid);
  const opened = await listen();
  return {
    opened,
    pid,
    ask,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    close: async () => {
      if (opened.code === undefined) await ask({ do: 'close' });
      child.stdin.end();
      await ended;
    },
  };
}
