import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import { createProgram } from './arguments/program.ts';
import type { CommandContext, GlobalOptions } from './command-context.ts';
import { cliError } from './errors.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { refuseOldNode } from './refuse-old-node.ts';
import { reportError } from './report-error.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Runs one command line and gives its exit code; prints every error, throws none. */
export async function runCommandLine(commandLine: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.fine;
  let options: GlobalOptions = earlyOptions(commandLine);
  const program = createProgram(terminal, async (given, { body, comesToRest }) => {
    options = given;
    if (comesToRest) sayHowItStops(terminal);
    const running = body(contextOf(terminal, given));
    exitCode = await (comesToRest ? running : Promise.race([running, stopped(terminal.stop)]));
  });
  try {
    refuseOldNode(process.versions.node);
    await program.parseAsync([...commandLine], { from: 'user' });
    return exitCode;
  } catch (error) {
    // Help was asked for, or shown because there was nothing else to do: either way all is printed.
    if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help'))
      return error.exitCode === 0 ? exitCodes.fine : exitCodes.error;
    return reportError(terminal, options, error instanceof CommanderError ? usageError(error) : error);
  } finally {
    terminal.close();
  }
}

function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = () => reject(cliError('SB6009', `stopped by ${String(signal.reason)}`));
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
}

function sayHowItStops({ stop, log }: Terminal): void {
  const say = () => log(`${String(stop.reason)}: finishing what is under way. Once more ends at once; resume goes on.`);
  stop.addEventListener('abort', say, { once: true });
}

function contextOf(terminal: Terminal, options: GlobalOptions): CommandContext {
  const verbose = options.verbose ?? false;
  return {
    terminal,
    projectDirectory: resolve(terminal.cwd, options.project ?? '.'),
    verbose,
    format: options.format ?? 'human',
    screen: { ...terminal.screen, unfolded: verbose },
  };
}

/** Enough to print a usage error before the flags are understood. */
function earlyOptions(commandLine: readonly string[]): GlobalOptions {
  return { verbose: commandLine.includes('--verbose') };
}

function usageError(error: CommanderError) {
  const [first = '', ...more] = error.message.replace(/^error: /u, '').split('\n');
  const hint = more.join(' ').replaceAll(/[()]/gu, '').trim();
  const remedy = hint === '' ? undefined : `${hint} Run with --help to see every command and flag.`;
  return cliError('SB6001', first, remedy === undefined ? {} : { remedy });
}
