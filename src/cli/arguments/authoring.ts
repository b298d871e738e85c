import { type Command } from 'commander';
import { addBuildCommand } from './building.ts';
import { environmentFlag, formatFlag, wholeNumber } from './flags.ts';
import { perform, type Runner } from './perform.ts';

/** `signalbox init [directory]`. */
export interface InitOptions {
  readonly directory?: string;
  readonly name?: string;
}

/** `signalbox schemas`. */
export interface SchemasOptions {
  readonly out?: string;
}

/** `signalbox export`. */
export interface ExportOptions {
  readonly env: string;
  readonly type?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly division?: readonly string[];
  /** True without a depth. */
  readonly withDependencies?: number | true;
  readonly into?: string;
  readonly includeUsers?: boolean;
}

/** Adds the commands with which changes are written: init, export, validate, schemas, build. */
export function addAuthoringCommands(program: Command, runner: Runner): void {
  const init = program
    .command('init [directory]')
    .description('write a commented project and say what to do next; never overwrites')
    .option('--name <name>', 'name of the project; the directory by default');
  perform<InitOptions>(init, runner, ['directory'], async () => (await import('../commands/init.ts')).runInit);

  const exporting = program
    .command('export')
    .description('write an organisation as stable files')
    .addOption(environmentFlag())
    .option('--type <type...>', 'only these resource types')
    .option('--include <pattern...>', 'only what fits: a type, or type/name as in "routing_queue/VIP*"; quote the *')
    .option('--exclude <pattern...>', 'nothing that fits, not even as a dependency')
    .option('--division <name...>', 'only objects of these divisions')
    .option(
      '--with-dependencies [depth]',
      'also what the chosen objects refer to, and on from there; as far as the depth goes',
      wholeNumber(1),
    )
    .option('--into <directory>', 'where to write, e.g. config; environments/<name>/live by default')
    .option('--include-users', 'export users too; they hold personal data')
    .addOption(formatFlag(['human', 'json', 'markdown']));
  perform<ExportOptions>(exporting, runner, [], async () => (await import('../commands/export/export.ts')).runExport);

  const validate = program
    .command('validate')
    .description('check every file of the project; talks to nobody')
    .addOption(formatFlag(['human', 'json', 'markdown', 'sarif', 'junit']));
  perform<object>(validate, runner, [], async () => (await import('../commands/validate.ts')).runValidate);

  const schemas = program
    .command('schemas')
    .description('write the JSON Schemas that editors complete the files of a project with')
    .option('--out <directory>', 'where to write them; .signalbox/schemas of the project by default');
  perform<SchemasOptions>(schemas, runner, [], async () => (await import('../commands/schemas.ts')).runSchemas);

  addBuildCommand(program, runner);
}
