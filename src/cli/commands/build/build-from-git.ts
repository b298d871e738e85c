import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { catalogue } from '../../../catalog/index.ts';
import { formatAddress } from '../../../core/resource/index.ts';
import {
  artifactStem,
  buildFromGit,
  writeArtifact,
  writeFileAtomically,
  type GitBuild,
} from '../../../project/index.ts';
import { gitBuildToHuman, jsonDocument, type GitBuildSummary } from '../../../views/index.ts';
import type { BuildOptions } from '../../arguments/building.ts';
import type { CommandContext } from '../../command-context.ts';
import { cliError } from '../../errors.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { print } from '../../terminal/print.ts';
import { version } from '../../version.ts';
import { pullRequestOf } from '../../wiring/pull-request.ts';

/** `signalbox build --from`: the artifact of what changed in config/ between two revisions, and on request its changeset. */
export async function runBuildFromGit(
  context: CommandContext,
  options: BuildOptions & { readonly from: string },
): Promise<ExitCode> {
  const { cwd, environment } = context.terminal;
  const savePath = options.save === undefined ? undefined : pathToSave(cwd, options.save, options.name);
  const build = buildFromGit({
    directory: context.projectDirectory,
    from: options.from,
    to: options.to ?? 'HEAD',
    given: givenMetadata(options, savePath),
    pullRequest: pullRequestOf(environment),
    renamed: new Map(options.renamed),
    catalogue,
  });
  const written = build.built === undefined ? undefined : write(context, build.built, options, savePath);
  const summary: GitBuildSummary = {
    from: build.from,
    to: build.to,
    changes: build.changes.map((change) => ({
      ...change,
      address: formatAddress(change.target),
      to: change.kind === 'rename' ? change.to : undefined,
    })),
    notices: build.notices,
    ...(written === undefined ? {} : { built: { ...written, path: relative(cwd, written.path) } }),
  };
  print(context, {
    human: () => gitBuildToHuman(context.screen, summary),
    json: () => jsonDocument('Build', toJson(summary, build, written)),
  });
  return Promise.resolve(exitCodes.fine);
}

interface Written {
  readonly name: string;
  readonly path: string;
  readonly provenancePath: string | undefined;
  readonly digest: string;
  readonly saved?: string | undefined;
}

function write(
  context: CommandContext,
  { artifact, origin, text }: NonNullable<GitBuild['built']>,
  options: BuildOptions,
  savePath: string | undefined,
): Written {
  const { cwd } = context.terminal;
  const directory = options.out === undefined ? context.projectDirectory : resolve(cwd, options.out);
  if (savePath !== undefined) writeFileAtomically(savePath, text);
  const { path, provenancePath } = writeArtifact(directory, artifact, {
    builder: `signalbox ${version}`,
    ...origin,
  });
  return {
    name: artifactStem(artifact),
    path,
    provenancePath,
    digest: artifact.digest,
    ...(savePath === undefined ? {} : { saved: relative(cwd, savePath) }),
  };
}

function toJson(summary: GitBuildSummary, { from, to }: GitBuild, written: Written | undefined) {
  const { changes, notices } = summary;
  return {
    ...(written ?? { name: null, digest: null, path: null, provenancePath: null }),
    from,
    to,
    changes: changes.map(({ kind, address, to: name, environments, why }) => ({
      kind,
      address,
      to: name,
      environments,
      why,
    })),
    diagnostics: notices,
  };
}

function givenMetadata(options: BuildOptions, savePath: string | undefined) {
  const name = options.name ?? (savePath === undefined ? undefined : nameOf(savePath));
  return {
    ...(name === undefined ? {} : { name }),
    ...(options.owner === undefined ? {} : { owner: options.owner }),
    ...(options.reason === undefined ? {} : { reason: options.reason }),
    ...(options.workItem === undefined ? {} : { workItem: options.workItem }),
    ...(options.lane === undefined ? {} : { lane: options.lane }),
    ...(options.incident === undefined ? {} : { incident: options.incident }),
  };
}

/** A changeset stands in a file of its name; one that somebody wrote is never replaced. */
function pathToSave(cwd: string, file: string, name: string | undefined): string {
  const path = resolve(cwd, file);
  if (!/^[a-z0-9][a-z0-9-]{0,62}\.ya?ml$/u.test(path.replace(/^.*[/\\]/u, '')))
    throw cliError('SB6030', `--save takes a file such as changesets/vip-wrap-up.yaml, not ${file}`);
  if (name !== undefined && name !== nameOf(path))
    throw cliError(
      'SB6030',
      `--save ${file} and --name ${name} do not agree: a changeset stands in a file of its name`,
    );
  if (existsSync(path)) throw cliError('SB6031', `${file} is there already`);
  return path;
}

function nameOf(path: string): string {
  return path.replace(/^.*[/\\]/u, '').replace(/\.ya?ml$/u, '');
}
