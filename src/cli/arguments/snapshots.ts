import { Option, type Command } from 'commander';
import { environmentFlag, formatFlag, required } from './flags.ts';
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

/** Adds the commands about saved snapshots: snapshot. */
export function addSnapshotCommands(program: Command, runner: Runner): void {
  const snapshot = program
    .command('snapshot [changes...]')
    .description('keep what an organisation shows in a file, to simulate and rehearse without it; can not write')
    .summary('keep what an organisation shows in a file')
    .addOption(environmentFlag())
    .addOption(required(new Option('-o, --out <file>', 'where to; compressed when it ends in .gz (must be given)')))
    .option('--type <type...>', 'also these types, whole')
    .option('--all', 'every type that can be listed')
    .option('--deep', 'of whole types also parts, contents and locks: a request for each object')
    .addOption(formatFlag(['human', 'json', 'markdown']));
  snapshot.addHelpText('after', '\nWith changes the snapshot holds just what simulating them asks for.');
  perform<SnapshotOptions>(
    snapshot,
    runner,
    ['changes'],
    async () => (await import('../commands/snapshot/snapshot.ts')).runSnapshot,
  );
}
