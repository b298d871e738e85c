import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ChangeMetadata } from '../../core/index.ts';
import { formatFlag, inputFlag, inputsFlag } from './flags.ts';
import { perform, type Runner } from './perform.ts';

/** `signalbox build`: of a changeset, or with `from` of what changed in Git. */
export interface BuildOptions {
  readonly change?: string;
  readonly out?: string;
  readonly input?: Readonly<Record<string, string>>;
  readonly inputs?: string;
  readonly from?: string;
  readonly to?: string;
  readonly name?: string;
  readonly owner?: string;
  readonly reason?: string;
  readonly workItem?: string;
  readonly lane?: ChangeMetadata['lane'];
  readonly incident?: string;
  /** Old address and new name. */
  readonly renamed?: readonly (readonly [string, string])[];
  readonly save?: string;
}

/** Adds `signalbox build`. */
export function addBuildCommand(program: Command, runner: Runner): void {
  const build = program
    .command('build [change]')
    .description(
      'build a changeset, or what changed in config/ since a revision, into an immutable artifact; same sources, same bytes',
    )
    .summary('build a change into an immutable artifact; same sources, same bytes')
    .option('--out <directory>', 'where to write the artifact; the project by default')
    .addOption(inputFlag())
    .addOption(inputsFlag())
    .option('--from <revision>', 'instead of a changeset: what changed in config/ since this commit, branch or tag')
    .option('--to <revision>', 'up to here; HEAD by default, . for the files as they lie in the folder')
    .option('--owner <who>', 'with --from: who answers for the change')
    .option('--reason <text>', 'with --from: why it is made')
    .option('--work-item <ticket>', 'with --from: the ticket it is made for')
    .addOption(new Option('--lane <lane>', 'with --from: its lane').choices(['standard', 'normal', 'emergency']))
    .option('--incident <number>', 'with --from: the incident that an emergency repairs')
    .option('--name <name>', 'with --from: the name of the change; made of the work item by default')
    .addOption(renamedFlag())
    .option('--save <file>', 'with --from: also write the changeset, e.g. changesets/vip-wrap-up.yaml')
    .addOption(formatFlag(['human', 'json']));
  perform<BuildOptions>(build, runner, ['change'], async () => (await import('../commands/build/build.ts')).runBuild);
}

function renamedFlag(): Option {
  return new Option(
    '--renamed <address=name>',
    'with --from: what an object is called now, "routing_queue/Old=New"; nothing after = for one that is gone',
  ).argParser((text: string, earlier: readonly (readonly [string, string])[] | undefined) => {
    const at = text.indexOf('=');
    if (!/^[a-z][a-z0-9_]*\/./u.test(text) || at < 0)
      throw new InvalidArgumentError('must be written "type/old name=new name".');
    return [...(earlier ?? []), [text.slice(0, at), text.slice(at + 1)] as const];
  });
}
