import { relative, resolve } from 'node:path';
import { artifactStem, writeArtifact } from '../../project/index.ts';
import { jsonDocument } from '../../views/index.ts';
import type { BuildOptions } from '../arguments/authoring.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { print } from '../terminal/print.ts';
import { version } from '../version.ts';
import { findChange } from '../wiring/artifacts.ts';
import { openWorkspace } from '../wiring/workspace.ts';

/** `signalbox build`: writes the artifact of a changeset and says where; the same sources give the same bytes. */
export async function runBuild(context: CommandContext, options: BuildOptions): Promise<ExitCode> {
  const workspace = openWorkspace(context);
  const { artifact, origin } = findChange(context, workspace, options);
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
