import { Option, type Command } from 'commander';
import { detailedExitCodeFlag, formatFlag } from './flags.ts';
import { perform, type Runner } from './perform.ts';

/** `signalbox compare`. */
export interface CompareOptions {
  readonly left: string;
  /** Absent with `since`. */
  readonly right?: string;
  readonly type?: readonly string[];
  /** `environment` or `environment=path`. */
  readonly saved?: readonly string[];
  /** Snapshot files of the one environment. */
  readonly since?: string;
  readonly until?: string;
  readonly detailedExitcode?: boolean;
}

/** `signalbox mappings suggest`. */
export interface SuggestOptions {
  readonly left: string;
  readonly right: string;
  readonly type?: readonly string[];
  readonly saved?: readonly string[];
}

/** Adds the commands that look at two environments: compare, mappings suggest. */
export function addEnvironmentCommands(program: Command, runner: Runner): void {
  const compare = program
    .command('compare <left> [right]')
    .description(
      'list every difference between two environments as identical, mapped, declared or undeclared, and say how well the first predicts the second; or what changed in one since a snapshot; reads only',
    )
    .summary('list the differences between two environments, or two instants of one')
    .option('--type <types...>', 'only these types, whatever their mode')
    .addOption(savedFlag())
    .option('--since <snapshot>', 'of one environment: what is not as in this snapshot')
    .option('--until <snapshot>', 'with --since: up to this snapshot instead of now, without credentials')
    .addOption(detailedExitCodeFlag())
    .addOption(formatFlag(['human', 'json', 'markdown', 'sarif', 'junit']));
  perform<CompareOptions>(
    compare,
    runner,
    ['left', 'right'],
    async () => (await import('../commands/environments/compare.ts')).runCompare,
  );
  addMappings(program, runner);
}

function addMappings(program: Command, runner: Runner): void {
  const mappings = program.command('mappings').description('what stands for what in another environment');
  const suggest = mappings
    .command('suggest <left> <right>')
    .description(
      'propose the mappings that changes from the first environment need in the second, by name, by values that only two objects have and by who uses them; reads only, changes nothing',
    )
    .summary('propose the mappings that are missing')
    .option('--type <types...>', 'only mappings of these types')
    .addOption(savedFlag())
    .addOption(formatFlag(['human', 'json', 'markdown']));
  perform<SuggestOptions>(
    suggest,
    runner,
    ['left', 'right'],
    async () => (await import('../commands/environments/suggest.ts')).runSuggest,
  );
}

function savedFlag(): Option {
  return new Option(
    '--saved <environments...>',
    'read these from what export or snapshot wrote: uat for environments/uat/live, uat=<path> for another one',
  );
}
