import { exitCodes, type ExitCode } from './exit-codes.ts';

const special: Readonly<Record<string, ExitCode>> = {};

/** The exit code that an error of this code ends the command with; 1 unless it has one of its own. */
export function exitCodeOf(code: string): ExitCode {
  return special[code] ?? exitCodes.error;
}
