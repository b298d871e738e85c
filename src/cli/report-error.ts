import { SignalboxError } from '../core/index.ts';
import { errorToHuman, errorToJson } from '../views/index.ts';
import type { GlobalOptions } from './command-context.ts';
import { cliError } from './errors.ts';
import { exitCodeOf } from './exit-code-of.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Prints what went wrong, why and what to do next; as JSON on stdout too when that was asked for. */
export function reportError(terminal: Terminal, options: GlobalOptions, thrown: unknown): ExitCode {
  const error = thrown instanceof SignalboxError ? thrown : unexpected(thrown, terminal);
  terminal.log(errorToHuman(terminal.logScreen, error).trimEnd());
  if (options.verbose === true) terminal.log(stackOf(thrown));
  if (options.format === 'json') terminal.write(errorToJson(error));
  return exitCodeOf(error.code);
}

function unexpected(thrown: unknown, terminal: Terminal): SignalboxError {
  if (terminal.stop.aborted) return cliError('SB6009', `stopped by ${String(terminal.stop.reason)}`, { cause: thrown });
  const fault = thrown as NodeJS.ErrnoException;
  if (['ENOSPC', 'EACCES', 'EROFS', 'EDQUOT', 'EISDIR', 'ENOTDIR'].includes(fault.code ?? '')) {
    return cliError('SB6008', fault.message, { cause: thrown });
  }
  return cliError('SB6099', thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown), {
    cause: thrown,
  });
}

function stackOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return '';
  const cause = thrown.cause === undefined ? '' : `\ncaused by: ${stackOf(thrown.cause)}`;
  return `${thrown.stack ?? thrown.message}${cause}`;
}
