#!/usr/bin/env node
import { runCommandLine } from './run-command-line.ts';
import { createTerminal } from './terminal/terminal.ts';

const terminal = createTerminal(process);
process.exitCode = await runCommandLine(process.argv.slice(2), terminal);
// What was told to stop may still wait for an answer that nobody wants any more.
if (terminal.stop.aborted) process.exit();
// Everything was closed by its command; this only ends the process when something was forgotten.
setTimeout(() => process.exit(), 3000).unref();
