import { relative, resolve } from 'node:path';
import { artifactStem, writeArtifact } from '../../../project/index.ts';
import { jsonDocument } from '../../../views/index.ts';
import type { BuildOptions } from '../../arguments/building.ts';
import type { CommandContext } from '../../command-context.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { cliError } from '../../errors.ts';
import { print } from '../../terminal/print.ts';
import { version } from '../../version.ts';
import { findChange } from '../../wiring/artifacts.ts';
import { openWorkspace } from '../../wiring/workspace.ts';

/** `signalbox build`: writes the artifact of a changeset and says where; the same sources give the same bytes. */
export async function runBuild(context: CommandContext, options: BuildOptions): Promise<ExitCode> {
  const { from, change } = options;
  if (from !== undefined) {
    refuseBoth(options);
    return (await import('./build-from-git.ts')).runBuildFromGit(context, { ...options, from });
  }
  if (change === undefined)
    throw cliError('SB6030', 'build takes the name of a changeset, or --from with a revision of Git');
  refuseAlone(options);
  const workspace = openWorkspace(context);
  const { artifact, origin } = findChange(context, workspace, { ...options, change });
  const directory = options.out === undefined ? context.projectDirectory : resolve(context.terminal.cwd, options.out);
  const { path, provenancePath } = writeArtifact(directory, artifact, {
    builder: `signalbox ${version}`,
    ...origin,
  });
  const shown = relative(context.terminal.cwd, path);
  print(context, {
    human: () => `Built ${shown}\ndigest ${artifact.digest}\n`,
    json: () => jsonDocument('Build', { name: artifactStem(artifact), digest: artifact.digest, path, provenancePath }),
  });
  return Promise.resolve(exitCodes.fine);
}

function refuseBoth({ change, input }: BuildOptions): void {
  if (change !== undefined)
    throw cliError('SB6030', `--from makes the changeset itself: leave ${change} out, or --from`);
  if (input !== undefined) throw cliError('SB6030', '--input belongs to a changeset: what --from makes has no inputs');
}

function refuseAlone(options: BuildOptions): void {
  const names = ['to', 'owner', 'reason', 'workItem', 'lane', 'incident', 'name', 'renamed', 'save'] as const;
  const found = names.find((name) => options[name] !== undefined);
  if (found === undefined) return;
  const flag = found.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  throw cliError('SB6030', `--${flag} belongs to --from: a changeset file says it itself`);
}
