import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestStore } from '../../src/store/testing/index.ts';
import { bundle } from '../../tools/build/bundle.ts';
import type { Meeting, WorkerAnswer, WorkerCommand } from './worker.ts';

/** A real process that deploys, resumes and rolls back. */
export interface Worker {
  readonly pid: number;
  /** The answer, or undefined when the process died over it. */
  readonly ask: (command: WorkerCommand) => Promise<WorkerAnswer | undefined>;
  /** Resolves when the process has ended after its last command. */
  readonly end: () => Promise<void>;
}

/** The worker as one file, because starting it from its sources takes five times as long. */
export async function bundleWorker(): Promise<string> {
  const folder = join(import.meta.dirname, '../../build/crash-worker');
  await bundle(join(import.meta.dirname, 'worker.ts'), folder);
  return join(folder, 'signalbox.js');
}

/** Starts a process that meets others at the meeting and in the store. */
export function startWorker(program: string, meeting: Meeting, store: TestStore): Worker {
  const child = spawn(process.execPath, [program, JSON.stringify(meeting)], {
    env: { ...process.env, ...store.environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid ?? 0,
    ask: async (command) => {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      const line = await lines.next();
      return line.done === true ? undefined : (JSON.parse(line.value) as WorkerAnswer);
    },
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
