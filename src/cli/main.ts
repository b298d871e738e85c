#!/usr/bin/env node
import { runCommandLine } from './run-command-line.ts';
import { createTerminal } from './terminal/terminal.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), createTerminal(process));
// Everything was closed by its command; this only ends the process when something was forgotten.
setTimeout(() => process.exit(), 3000).unref();
