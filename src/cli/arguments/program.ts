import { Command } from 'commander';
import type { Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';
import { addAuthoringCommands } from './authoring.ts';
import { addExplainingCommands } from './explaining.ts';
import { addEnvironmentCommands } from './environments.ts';
import { addJudgingCommands } from './judging.ts';
import { addKnowingCommands } from './knowing.ts';
import type { Runner } from './perform.ts';
import { addReleasingCommands } from './releasing.ts';
import { addSnapshotCommands } from './snapshots.ts';
import { addTryingCommands } from './trying.ts';

const exitCodeHelp = `
Exit codes: 0 fine, 1 error, 2 changes or drift (with --detailed-exitcode),
3 policy denied, 4 approval missing, 5 decision changed or drift in the way,
6 in part: taken back, held, or stopped half-way, 7 timeout.
Results go to stdout, everything else to stderr.`;

/** The whole command line. Commander never exits the process: help, version and usage errors come out as throws. */
export function createProgram(terminal: Terminal, runner: Runner): Command {
  const program = new Command('signalbox')
    .description('Governed CI/CD for Genesys Cloud configuration')
    .version(version, '-V, --version')
    .option('--project <directory>', 'directory of the project; the current one by default')
    .option('--verbose', 'show every row, every step and the stack of errors')
    .helpCommand('help [command]', 'show help for a command')
    .addHelpText('after', exitCodeHelp)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, helpWidth: terminal.screen.width })
    .configureOutput({
      writeOut: terminal.write,
      writeErr: (text) => terminal.log(text.trimEnd()),
      outputError: () => undefined,
    });
  // Sub-commands take over what stands above, so they come after it.
  addAuthoringCommands(program, runner);
  addReleasingCommands(program, runner);
  addSnapshotCommands(program, runner);
  addExplainingCommands(program, runner);
  addKnowingCommands(program, runner);
  addEnvironmentCommands(program, runner);
  addJudgingCommands(program, runner);
  addTryingCommands(program, runner);
  return program;
}
