import type { Diagnostic } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { contentFileOf } from '../artifact/content-files.ts';
import type { SourceFiles } from '../files/source-files.ts';
import { gitNotice } from '../git/errors.ts';
import { loadDocument } from '../load/load-document.ts';
import type { LoadedProject, ProjectDocument } from '../project.ts';

/** Documents of both revisions that concern a change, and what could not be read of the earlier one. */
export interface ChangedDocuments {
  readonly before: readonly ProjectDocument[];
  readonly after: readonly ProjectDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The documents of two revisions. What did not change between them is the same in both; only what did is read as it was.
 * A file that can not be read as it was counts as not there (SB2054).
 */
export function documentsOfBoth(
  later: LoadedProject,
  earlier: SourceFiles,
  changedFiles: ReadonlySet<string>,
  catalogue: Catalogue,
): ChangedDocuments {
  const unchanged = later.documents.filter(({ source }) => !changedFiles.has(source.file));
  const loaded = [...changedFiles].toSorted().flatMap((file) => {
    const environment = documentPlace(file);
    if (environment === undefined || !isThere(earlier, file)) return [];
    return [{ file, ...loadDocument(earlier, file, catalogue, environment === '' ? undefined : environment) }];
  });
  return {
    before: [...unchanged, ...loaded.flatMap(({ value }) => value ?? [])],
    after: later.documents,
    diagnostics: loaded
      .filter(({ value }) => value === undefined)
      .map(({ file, diagnostics }) =>
        gitNotice(
          'SB2054',
          'warning',
          `${file} can not be read as it was: ${diagnostics[0]?.summary ?? 'unknown why'}`,
          { file },
        ),
      ),
  };
}

/** The environment in whose own folder a document file stands, '' for config/, undefined for any other file. */
export function documentPlace(file: string): string | undefined {
  if (!/\.ya?ml$/u.test(file) || /\.content\.ya?ml$/u.test(file) || /(?:^|\/)\./u.test(file)) return undefined;
  if (file.startsWith('config/')) return '';
  return /^environments\/(?<name>[^/]+)\/config\//u.exec(file)?.groups?.['name'];
}

/** The content files that a document names. */
export function contentFilesOf({ document }: ProjectDocument): readonly string[] {
  return Object.values(document).flatMap((value) => contentFileOf(value) ?? []);
}

function isThere(files: SourceFiles, file: string): boolean {
  const at = file.lastIndexOf('/');
  return files.list(at < 0 ? '' : file.slice(0, at)).includes(file.slice(at + 1));
}
