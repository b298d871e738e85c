import {
  nearestName,
  type Artifact,
  type ArtifactOrigin,
  type ChangeMetadata,
  type Diagnostic,
} from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { buildArtifact } from '../artifact/build-artifact.ts';
import { gitOrigin } from '../artifact/provenance.ts';
import type { SourceFiles } from '../files/source-files.ts';
import { commitsBetween } from '../git/commits.ts';
import { gitError, gitNotice } from '../git/errors.ts';
import { openGit, type Git } from '../git/git.ts';
import { readRevision, type RevisionFiles } from '../git/revision-files.ts';
import { beginningOf, commitOf, short, type Beginning } from '../git/revisions.ts';
import { loadChangeset } from '../load/load-changeset.ts';
import { loadProject } from '../load/load-project.ts';
import type { LoadedProject } from '../project.ts';
import { validateProject } from '../validate/validate-project.ts';
import { changedBetween, sidesOf } from './both-sides.ts';
import { contentFilesOf, documentPlace } from './changed-documents.ts';
import { changesBetween } from './changes-between.ts';
import { changesetText } from './changeset-text.ts';
import { chooseMetadata, type PullRequest } from './metadata/choose-metadata.ts';
import type { GivenRenames } from './renames/find-renames.ts';
import type { GitChange } from './git-change.ts';

/** What to make a changeset of. */
export interface GitBuildRequest {
  /** The project's folder, anywhere in the repository. */
  readonly directory: string;
  readonly from: string;
  /** A revision, or `.` for the files as they lie in the folder. */
  readonly to: string;
  readonly given: Partial<ChangeMetadata>;
  readonly pullRequest?: PullRequest | undefined;
  readonly renamed: GivenRenames;
  readonly catalogue: Catalogue;
}

/** A changeset made out of Git, or that there is none to make. */
export interface GitBuild {
  /** The commits that were compared; `to` is `work tree` for the folder. */
  readonly from: string;
  readonly to: string;
  readonly changes: readonly GitChange[];
  readonly notices: readonly Diagnostic[];
  /** Absent where nothing changed. */
  readonly built?:
    | {
        readonly artifact: Artifact;
        readonly origin: ArtifactOrigin;
        /** What `changesets/<name>.yaml` would say; it builds into the same artifact. */
        readonly text: string;
      }
    | undefined;
}

/**
 * The changeset that turns what config/ and environments/<name>/config/ said at `from` into what they say at `to`, and its
 * artifact. Reads revisions from Git's own store; the work tree is not touched. Same revisions and metadata, same artifact.
 * Errors: SB2050–SB2053, SB2058, those of loading and building.
 */
export function buildFromGit(request: GitBuildRequest): GitBuild {
  const { directory, catalogue } = request;
  const git = openGit(directory);
  const isWorkTree = request.to === '.';
  const to = commitOf(git, isWorkTree ? 'HEAD' : request.to);
  const beginning = beginningOf(git, commitOf(git, request.from), to);
  const from = beginning.commit;
  const earlier = readRevision(git, from);
  const later = isWorkTree ? undefined : readRevision(git, to);
  const project = loadLater(request, later);
  const changedFiles = changedBetween(git, earlier, later ?? 'work tree', from);
  const { sides, diagnostics } = sidesOf(project, earlier, changedFiles, catalogue);
  refuseUnknownRenames(
    request.renamed,
    [...sides.before.values()].map(({ address }) => address),
  );
  const { changes, notices } = changesBetween(sides, changedFiles, request.renamed);
  const compared = { from, to: isWorkTree ? 'work tree' : to };
  const said = [
    ...toldOf(request, beginning),
    ...diagnostics,
    ...notices,
    ...(isWorkTree ? [] : leftOut(git, project)),
  ];
  if (changes.length === 0) return { ...compared, changes, notices: said };
  const paths = pathsOf(project, changedFiles);
  const required = project.project.requiredMetadata;
  const metadata = chooseMetadata({ ...request, commits: commitsBetween(git, { from, to }, paths) }, required);
  const text = changesetText(metadata, changes, headingOf(compared), catalogue);
  const artifact = buildText(project, metadata.name, text, catalogue);
  const origin = isWorkTree ? gitOrigin(directory) : { commit: to, dirty: false };
  return { ...compared, changes, notices: said, built: { artifact, origin, text } };
}

/** A project that has errors is loaded all the same: building says which. */
function loadLater({ directory, catalogue, to }: GitBuildRequest, later: RevisionFiles | undefined): LoadedProject {
  if (later === undefined) return loadProject(directory, catalogue);
  if (!later.blobs.has('signalbox.yaml'))
    throw gitError('SB2051', `At ${to} there is no signalbox.yaml in ${directory}.`, { directory, revision: to });
  return loadProject(directory, catalogue, later);
}

/** Built as if the text lay in changesets/: one way from a changeset to an artifact, with all its checks. */
function buildText(project: LoadedProject, name: string, text: string, catalogue: Catalogue): Artifact {
  const file = `changesets/${name}.yaml`;
  const files: SourceFiles = { list: () => [], read: () => Buffer.from(text) };
  const { value, diagnostics } = loadChangeset(files, file, {
    catalogue,
    requiredMetadata: project.project.requiredMetadata,
  });
  const others = project.changesets.filter(({ source }) => source.file !== file);
  const whole: LoadedProject = {
    ...project,
    changesets: value === undefined ? others : [...others, value],
    diagnostics: [...project.diagnostics.filter(({ source }) => source?.file !== file), ...diagnostics],
  };
  return buildArtifact({
    changesetName: name,
    project: { ...whole, diagnostics: validateProject(whole, catalogue) },
    catalogue,
  });
}

function refuseUnknownRenames(renamed: GivenRenames, addresses: readonly string[]): void {
  for (const address of renamed.keys()) {
    if (addresses.includes(address)) continue;
    const nearest = nearestName(address, addresses);
    const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    throw gitError('SB2053', `--renamed names ${address}, which no file described at the earlier revision.${hint}`);
  }
}

function toldOf(request: GitBuildRequest, { commit, isMergeBase }: Beginning): readonly Diagnostic[] {
  if (!isMergeBase) return [];
  return [
    gitNotice(
      'SB2059',
      'info',
      `${request.from} went on after the two parted: compared with ${short(commit)}, where they did`,
    ),
  ];
}

/** Files of the project that are not committed and so no part of a change between revisions. */
function leftOut(git: Git, project: LoadedProject): readonly Diagnostic[] {
  const content = new Set(project.documents.flatMap(contentFilesOf));
  const files = git(['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', '.'])
    .text.split('\0')
    .flatMap((line) => (line === '' ? [] : [line.slice(3)]));
  const prefix = git(['rev-parse', '--show-prefix']).text;
  const concerned = files
    .map((file) => (file.startsWith(prefix) ? file.slice(prefix.length) : file))
    .filter((file) => documentPlace(file) !== undefined || content.has(file));
  if (concerned.length === 0) return [];
  const rest = concerned.length - 3;
  const names = `${concerned.slice(0, 3).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return [gitNotice('SB2057', 'warning', `Not committed, and so no part of the change: ${names}`)];
}

function pathsOf(project: LoadedProject, changedFiles: ReadonlySet<string>): readonly string[] {
  const content = new Set(project.documents.flatMap(contentFilesOf).filter((file) => changedFiles.has(file)));
  return ['config', ':(glob)environments/*/config/**', ...[...content].toSorted().map((file) => `:(literal)${file}`)];
}

function headingOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return [
    `Made by signalbox build --from: what changed in config/ between ${short(from)}`,
    `and ${to === 'work tree' ? 'the files of the folder' : short(to)}. The comments say what each action comes from.`,
  ].join('\n');
}
