import type { Catalogue } from '../../core/resource/index.ts';
import type { LoadedProject, ProjectDocument } from '../project.ts';
import { comparableIn, listRulesOf, patch } from './expand-ensure.ts';

/** The documents of config/ as one environment has them: its own laid over the shared ones that are for it. */
export function documentsIn(
  { documents }: LoadedProject,
  environment: string,
  catalogue: Catalogue,
): readonly ProjectDocument[] {
  const found = new Map<string, ProjectDocument>();
  const isFor = (document: ProjectDocument): boolean =>
    document.environment === undefined
      ? (document.environments?.includes(environment) ?? true)
      : document.environment === environment;
  // Shared documents stand before those of environments.
  for (const document of documents.filter(isFor)) {
    const address = comparableIn(catalogue, document);
    const shared = found.get(address);
    found.set(
      address,
      shared === undefined
        ? document
        : { ...document, document: patch(shared.document, document.document, listRulesOf(catalogue, document.type)) },
    );
  }
  return [...found.values()];
}
