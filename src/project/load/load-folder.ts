import { resolve } from 'node:path';
import type { Diagnostic } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import type { ProjectDocument } from '../project.ts';
import { findYamlFiles } from './find-files.ts';
import { loadDocument } from './load-document.ts';

/**
 * The documents of one folder below a project, such as `environments/dev/live`, sorted by file, and what is wrong with
 * them; a project need not be there. Errors: SB2001 when a folder in it can not be read.
 */
export function loadFolder(
  directory: string,
  folder: string,
  catalogue: Catalogue,
): { readonly documents: readonly ProjectDocument[]; readonly diagnostics: readonly Diagnostic[] } {
  const root = resolve(directory);
  const loaded = findYamlFiles(root, folder).map((file) => loadDocument(root, file, catalogue));
  return {
    documents: loaded.flatMap(({ value }) => value ?? []),
    diagnostics: loaded.flatMap(({ diagnostics }) => diagnostics),
  };
}
