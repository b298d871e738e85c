/**
 * The command line. Nothing imports it but the launcher and tests that run it inside their own process; commands are
 * thin: they read flags, wire ports together, call the engine, and hand the result to a view.
 */
export { runCommandLine } from './run-command-line.ts';
export { cliErrorCodes } from './errors.ts';
export type { Terminal } from './terminal/terminal.ts';
