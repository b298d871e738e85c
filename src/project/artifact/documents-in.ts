import type { LoadedProject, ProjectDocument } from '../project.ts';
import { patch } from './expand-ensure.ts';

/** The documents of config/ as one environment has them: its own laid over the shared ones that are for it. */
export function documentsIn({ documents }: LoadedProject, environment: string): readonly ProjectDocument[] {
  const found = new Map<string, ProjectDocument>();
  const isFor = (document: ProjectDocument): boolean =>
    document.environment === undefined
      ? (document.environments?.includes(environment) ?? true)
      : document.environment === environment;
  // Shared documents stand before those of environments.
  for (const document of documents.filter(isFor)) {
    const address = document.address.normalize('NFC').toLowerCase();
    const shared = found.get(address);
    found.set(
      address,
      shared === undefined ? document : { ...document, document: patch(shared.document, document.document) },
    );
  }
  return [...found.values()];
}
