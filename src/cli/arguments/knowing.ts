import { Option, type Command } from 'commander';
import type { Level } from '../../core/resource/index.ts';
import { detailedExitCodeFlag, environmentFlag, formatFlag, wholeNumber } from './flags.ts';
import { perform, type Runner } from './perform.ts';

/** `signalbox history`. */
export interface HistoryOptions {
  readonly env?: string;
  readonly limit: number;
}

/** `signalbox show`. */
export interface ShowOptions {
  readonly run: string;
}

/** `signalbox drift`. */
export interface DriftOptions {
  readonly env: string;
  readonly detailedExitcode?: boolean;
}

/** `signalbox doctor`. */
export interface DoctorOptions {
  readonly env: string;
}

/** `signalbox types`. */
export interface TypesOptions {
  readonly types?: readonly string[];
  readonly area?: string;
  readonly level?: Level;
}

/** Adds the commands that tell what is and what was: history, show, drift, doctor, types. */
export function addKnowingCommands(program: Command, runner: Runner): void {
  const history = program
    .command('history')
    .description('list the runs, newest first')
    .addOption(new Option('-e, --env <name>', 'only of this environment'))
    .addOption(new Option('--limit <count>', 'at most this many').argParser(wholeNumber(1)).default(20))
    .addOption(formatFlag(['human', 'json', 'markdown']));
  perform<HistoryOptions>(history, runner, [], async () => (await import('../commands/history.ts')).runHistory);

  const show = program
    .command('show <run>')
    .description('show one run: what was decided, what happened, step by step')
    .addOption(formatFlag(['human', 'json', 'markdown']));
  perform<ShowOptions>(show, runner, ['run'], async () => (await import('../commands/show.ts')).runShow);

  const drift = program
    .command('drift')
    .description('show what is live and was not deployed, with who and when')
    .addOption(environmentFlag())
    .addOption(detailedExitCodeFlag())
    .addOption(formatFlag(['human', 'json', 'markdown', 'sarif', 'junit']));
  perform<DriftOptions>(drift, runner, [], async () => (await import('../commands/drift.ts')).runDrift);

  const doctor = program
    .command('doctor')
    .description('check credentials, permissions, visibility, clock, limits and store of an environment')
    .summary('check that an environment can be worked with')
    .addOption(environmentFlag())
    .addOption(formatFlag(['human', 'json', 'markdown', 'junit']));
  perform<DoctorOptions>(doctor, runner, [], async () => (await import('../commands/doctor.ts')).runDoctor);

  const types = program
    .command('types [types...]')
    .description('list the resource types and what can be done with them; with names, all that is known of those')
    .summary('list the resource types and what can be done with them')
    .option('--area <area>', 'only of this area')
    .addOption(new Option('--level <level>', 'only types that are proven this far').choices(['A', 'B', 'C']))
    .addOption(formatFlag(['human', 'json', 'markdown']));
  perform<TypesOptions>(types, runner, ['types'], async () => (await import('../commands/types.ts')).runTypes);
}
