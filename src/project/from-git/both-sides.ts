import { digestText, isJsonObject, type Diagnostic, type JsonObject } from '../../core/index.ts';
import type { Catalogue, Mode } from '../../core/resource/index.ts';
import { contentFileOf, readContentFile } from '../artifact/content-files.ts';
import type { SourceFiles, SourceRoot } from '../files/source-files.ts';
import { answerOf, type Git } from '../git/git.ts';
import type { RevisionFiles } from '../git/revision-files.ts';
import type { LoadedProject } from '../project.ts';
import { documentsOfBoth } from './changed-documents.ts';
import type { Sides } from './decide-changes.ts';
import { describe } from './described.ts';

/** The paths whose content differs between a revision and another one, or the work tree. */
export function changedBetween(
  git: Git,
  earlier: RevisionFiles,
  later: RevisionFiles | 'work tree',
  from: string,
): ReadonlySet<string> {
  if (later === 'work tree') {
    const listed = [
      answerOf(git, ['diff', '--name-only', '-z', '--no-renames', '--relative', from, '--', '.']),
      answerOf(git, ['ls-files', '-z', '--others', '--exclude-standard']),
    ];
    return new Set(listed.flatMap(({ text }) => text.split('\0')).filter(Boolean));
  }
  const paths = new Set([...earlier.blobs.keys(), ...later.blobs.keys()]);
  return new Set([...paths].filter((path) => earlier.blobs.get(path) !== later.blobs.get(path)));
}

/** Both sides of a change, and what could not be read of the earlier one. */
export function sidesOf(
  project: LoadedProject,
  earlier: SourceFiles,
  changedFiles: ReadonlySet<string>,
  catalogue: Catalogue,
): { readonly sides: Sides; readonly diagnostics: readonly Diagnostic[] } {
  const { before, after, diagnostics } = documentsOfBoth(project, earlier, changedFiles, catalogue);
  const roots = { before: contentDigests(earlier), after: contentDigests(project.files ?? project.directory) };
  return {
    diagnostics,
    sides: {
      before: describe(before, catalogue),
      after: describe(after, catalogue),
      environments: project.project.environments,
      catalogue,
      modeOf: (type, environment) =>
        modeIn(project, environment, type) ?? catalogue.find(type)?.defaultMode ?? 'reference',
      withContent: (side, document) => withDigests(document, roots[side]),
    },
  };
}

function modeIn({ environments, project }: LoadedProject, environment: string, type: string): Mode | undefined {
  const rules = environments.find(({ name }) => name === environment)?.rules;
  return rules?.modes[type] ?? project.modes[type];
}

/** Content files by what is in them: one that was moved and says the same is no change. */
function withDigests(document: JsonObject, digestOf: (file: string) => string): JsonObject {
  return Object.fromEntries(
    Object.entries(document).map(([field, value]) => {
      const file = contentFileOf(value);
      if (file === undefined || !isJsonObject(value)) return [field, value];
      const { file: _, ...rest } = value;
      return [field, { ...rest, $content: digestOf(file) }];
    }),
  );
}

/** The digest of a content file with LF as line ends; of one that can not be read, its name: the build says why. */
function contentDigests(root: SourceRoot): (file: string) => string {
  const known = new Map<string, string>();
  return (file) => {
    const digest = known.get(file) ?? digestOfFile(root, file);
    known.set(file, digest);
    return digest;
  };
}

function digestOfFile(root: SourceRoot, file: string): string {
  try {
    return digestText(readContentFile(root, file, { file }).replaceAll('\r\n', '\n'));
  } catch {
    return `unreadable ${file}`;
  }
}
