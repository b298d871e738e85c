import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How the demo starts Signalbox again as a process: the way it was started itself. */
export interface CommandLine {
  readonly program: string;
  /** What stands before the command's own words. */
  readonly before: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What a finished command left behind. */
export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  /** Absent when a signal ended it. */
  readonly exitCode: number | undefined;
}

/** A command that runs. */
export interface RunningCommand {
  readonly done: Promise<CommandResult>;
  /** Ends it with SIGKILL, as a crash would. */
  readonly kill: () => void;
}

/** Starts a command in a directory; aborting the signal stops it as Ctrl-C would. */
export function startCommand(
  commandLine: CommandLine,
  words: readonly string[],
  options: { readonly directory: string; readonly stop: AbortSignal },
): RunningCommand {
  const child = spawn(commandLine.program, [...commandLine.before, ...words], {
    cwd: options.directory,
    env: commandLine.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (chunk: string) => (texts[stream] += chunk));
  const stop = () => child.kill('SIGTERM');
  options.stop.addEventListener('abort', stop, { once: true });
  const done = once(child, 'close').then(([code]) => {
    options.stop.removeEventListener('abort', stop);
    return { ...texts, exitCode: (code as number | null) ?? undefined };
  });
  return { done, kill: () => child.kill('SIGKILL') };
}
