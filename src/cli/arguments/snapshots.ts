import { Option, type Command } from 'commander';
import { environmentFlag, formatFlag, inputFlag, inputsFlag, instant, required, wholeNumber } from './flags.ts';
import { perform, type Runner } from './perform.ts';

/** `signalbox snapshot`. */
export interface SnapshotOptions {
  readonly changes?: readonly string[];
  readonly env: string;
  readonly out: string;
  readonly type?: readonly string[];
  readonly all?: boolean;
  readonly deep?: boolean;
}

/** `signalbox rehearse`. */
export interface RehearseOptions {
  readonly change: string;
  readonly env: string;
  readonly input?: Readonly<Record<string, string>>;
  readonly inputs?: string;
  readonly snapshot?: string;
  readonly asOf?: string;
  readonly rounds: number;
  readonly seed: number;
}

/** Adds the commands about saved snapshots: snapshot, rehearse. */
export function addSnapshotCommands(program: Command, runner: Runner): void {
  const snapshot = program
    .command('snapshot [changes...]')
    .description('keep what an organisation shows in a file, to simulate and rehearse without it; can not write')
    .summary('keep what an organisation shows in a file')
    .addOption(environmentFlag())
    .addOption(required(new Option('-o, --out <file>', 'where to; compressed when it ends in .gz (must be given)')))
    .option('--type <type...>', 'also these types, whole')
    .option('--all', 'every type that can be listed')
    .option('--deep', 'of whole types also parts, contents, users and locks: requests for each object')
    .addOption(formatFlag(['human', 'json', 'markdown']));
  snapshot.addHelpText('after', '\nWith changes the snapshot holds just what simulating them asks for.');
  perform<SnapshotOptions>(
    snapshot,
    runner,
    ['changes'],
    async () => (await import('../commands/snapshot/snapshot.ts')).runSnapshot,
  );

  const rehearse = program
    .command('rehearse <change>')
    .description('deploy a change to a copy of the organisation and take it back, with faults; touches nothing real')
    .summary('try a change and its rollback on a copy, with faults')
    .addOption(environmentFlag())
    .addOption(inputFlag())
    .addOption(inputsFlag())
    .option('--snapshot <file>', 'copy this saved snapshot: without credentials, network or store')
    .option('--as-of <instant>', 'the instant that expressions see as now', instant)
    .addOption(new Option('--rounds <count>', 'how often with faults').argParser(wholeNumber(0)).default(3))
    .addOption(new Option('--seed <number>', 'what the faults follow from').argParser(wholeNumber(1)).default(1))
    .addOption(formatFlag(['human', 'json', 'markdown', 'junit']));
  perform<RehearseOptions>(
    rehearse,
    runner,
    ['change'],
    async () => (await import('../commands/snapshot/rehearse.ts')).runRehearse,
  );
}
