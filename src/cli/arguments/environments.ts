import { Option, type Command } from 'commander';
import { detailedExitCodeFlag, formatFlag } from './flags.ts';
import { perform, type Runner } from './perform.ts';

/** `signalbox compare`. */
export interface CompareOptions {
  readonly left: string;
  readonly right: string;
  readonly type?: readonly string[];
  /** `environment` or `environment=folder`. */
  readonly saved?: readonly string[];
  readonly detailedExitcode?: boolean;
}

/** Adds the commands that look at two environments: compare, mappings suggest. */
export function addEnvironmentCommands(program: Command, runner: Runner): void {
  const compare = program
    .command('compare <left> <right>')
    .description(
      'list every difference between two environments as identical, mapped, declared or undeclared, and say how well the first predicts the second; reads only',
    )
    .summary('list the differences between two environments')
    .option('--type <types...>', 'only these types, whatever their mode')
    .addOption(savedFlag())
    .addOption(detailedExitCodeFlag())
    .addOption(formatFlag(['human', 'json', 'markdown', 'sarif', 'junit']));
  perform<CompareOptions>(
    compare,
    runner,
    ['left', 'right'],
    async () => (await import('../commands/environments/compare.ts')).runCompare,
  );
}

function savedFlag(): Option {
  return new Option(
    '--saved <environments...>',
    'read these from folders that export wrote: uat for environments/uat/live, uat=<folder> for another one',
  );
}
