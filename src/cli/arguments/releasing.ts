import { Option, type Command } from 'commander';
import {
  commentFlags,
  decisionFlag,
  detailedExitCodeFlag,
  environmentFlag,
  formatFlag,
  inputFlag,
  inputsFlag,
  instant,
  required,
  yesFlag,
  type CommentFlags,
} from './flags.ts';
import { perform, type Runner } from './perform.ts';

/** `signalbox simulate`. */
export interface SimulateOptions extends CommentFlags {
  readonly change: string;
  readonly env: string;
  readonly input?: Readonly<Record<string, string>>;
  readonly inputs?: string;
  readonly asOf?: string;
  readonly snapshot?: string;
  readonly out?: string;
  readonly detailedExitcode?: boolean;
}

/** `signalbox deploy`. */
export interface DeployOptions {
  readonly change: string;
  readonly env: string;
  readonly input?: Readonly<Record<string, string>>;
  readonly inputs?: string;
  readonly decision?: string;
  readonly asOf?: string;
  readonly again?: boolean;
  readonly supersede?: string;
  readonly yes?: boolean;
}

/** `signalbox promote`. */
export interface PromoteOptions {
  readonly change: string;
  readonly to: string;
  readonly decision?: string;
  readonly asOf?: string;
  readonly yes?: boolean;
}

/** `signalbox rollback`. */
export interface RollbackOptions extends CommentFlags {
  readonly run: string;
  readonly only?: readonly string[];
  readonly simulate?: boolean;
  readonly overwriteLater?: boolean;
  readonly yes?: boolean;
}

/** `signalbox resume`. */
export interface ResumeOptions {
  readonly env: string;
}

const changeHelp = 'a changeset or artifact file, or the name of a changeset';

/** Adds the commands with which changes travel: simulate, deploy, promote, rollback, resume. */
export function addReleasingCommands(program: Command, runner: Runner): void {
  addSimulate(program, runner);
  addDeploy(program, runner);
  addPromote(program, runner);

  const rollback = program
    .command('rollback <run>')
    .description('take a finished deployment back, whole or in part')
    .option('--only <address...>', 'only these: addresses, * for any text in them, or types')
    .option('--simulate', 'show what would be done and stop')
    .option('--overwrite-later', 'also take back fields that were changed again since; those changes are lost')
    .addOption(yesFlag())
    .addOption(formatFlag(['human', 'json', 'markdown']));
  for (const flag of commentFlags()) rollback.addOption(flag);
  perform<RollbackOptions>(
    rollback,
    runner,
    ['run'],
    async () => (await import('../commands/rollback.ts')).runRollback,
  );

  const resume = program
    .command('resume')
    .description('settle and finish a deployment whose process died')
    .addOption(environmentFlag())
    .addOption(formatFlag(['human', 'json', 'markdown']));
  perform<ResumeOptions>(resume, runner, [], async () => (await import('../commands/resume.ts')).runResume);
}

function addSimulate(program: Command, runner: Runner): void {
  const simulate = program
    .command('simulate <change>')
    .alias('plan')
    .description('show what a change would do in an environment; can not write')
    .summary('show what a change would do; can not write')
    .addOption(environmentFlag())
    .addOption(inputFlag())
    .addOption(inputsFlag())
    .option('--as-of <instant>', 'the instant that expressions see as now', instant)
    .option('--snapshot <file>', 'against this saved snapshot: without credentials, network or store')
    .option('--out <file>', 'also write the plan as JSON into this file')
    .addOption(detailedExitCodeFlag())
    .addOption(formatFlag(['human', 'json', 'markdown', 'sarif', 'junit']));
  for (const flag of commentFlags()) simulate.addOption(flag);
  simulate.addHelpText('after', `\n<change> is ${changeHelp}.`);
  perform<SimulateOptions>(
    simulate,
    runner,
    ['change'],
    async () => (await import('../commands/simulate.ts')).runSimulate,
  );
}

function addDeploy(program: Command, runner: Runner): void {
  const deploy = program
    .command('deploy <change>')
    .alias('apply')
    .description('simulate, ask, and carry the change out, verified step by step')
    .addOption(environmentFlag())
    .addOption(inputFlag())
    .addOption(inputsFlag())
    .addOption(decisionFlag())
    .option('--as-of <instant>', 'the instant that expressions see as now (from simulate)', instant)
    .option('--again', 'run a relative change that has already run here once more')
    .option('--supersede <run>', 'take over the objects that this held run keeps')
    .addOption(yesFlag())
    .addOption(formatFlag(['human', 'json', 'markdown', 'junit']));
  deploy.addHelpText('after', `\n<change> is ${changeHelp}.`);
  perform<DeployOptions>(deploy, runner, ['change'], async () => (await import('../commands/deploy.ts')).runDeploy);
}

function addPromote(program: Command, runner: Runner): void {
  const promote = program
    .command('promote <change>')
    .description('deploy the same artifact to the next environment, once it succeeded in the one before')
    .summary('deploy the same artifact to the next environment')
    .addOption(required(new Option('--to <name>', 'the environment to promote to (must be given)')))
    .addOption(decisionFlag())
    .option('--as-of <instant>', 'the instant that expressions see as now (from simulate)', instant)
    .addOption(yesFlag())
    .addOption(formatFlag(['human', 'json', 'markdown', 'junit']));
  promote.addHelpText(
    'after',
    '\n<change> is an artifact file, the digest of an artifact that was deployed, or the name of its changeset.',
  );
  perform<PromoteOptions>(promote, runner, ['change'], async () => (await import('../commands/promote.ts')).runPromote);
}
