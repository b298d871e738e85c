import { runCommandLine } from '../run-command-line.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { CliOptions, CliResult } from './run-cli.ts';

/**
 * Runs a command line within this process, with nobody to ask: far cheaper than `runCli`, for tests of what a command does. What
 * a process is for (signals, exit, start) takes `runCli`.
 */
export async function runHere(
  commandLine: readonly string[],
  { cwd = process.cwd(), env = {} }: Pick<CliOptions, 'cwd' | 'env'> = {},
): Promise<CliResult> {
  const { PATH = '', HOME = '', TMPDIR = '/tmp' } = process.env;
  const screen = { width: 80, colour: false, unfolded: false };
  const printed = { stdout: '', stderr: '' };
  const terminal: Terminal = {
    cwd,
    environment: { PATH, HOME, TMPDIR, ...env },
    write: (text) => void (printed.stdout += text),
    log: (line) => void (printed.stderr += `${line}\n`),
    showProgress: () => undefined,
    screen,
    logScreen: screen,
    interactive: false,
    hasProgress: false,
    ask: () => Promise.reject(new Error('nobody is there to be asked')),
    stop: new AbortController().signal,
    close: () => undefined,
  };
  const code = await runCommandLine(commandLine, terminal);
  return { code, ...printed };
}
