import { nearestName, SignalboxError, type Diagnostic, type SourceLocation } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { contentFileOf, readContentFile } from '../artifact/content-files.ts';
import { expandEnsure } from '../artifact/expand-ensure.ts';
import { projectErrorCodes, type ProjectErrorCode } from '../errors.ts';
import { problem, suggestion } from '../files/problem.ts';
import { comparableAddress } from '../load/resource-key.ts';
import type { LoadedChangeset, LoadedProject } from '../project.ts';
import { allActions } from '../load/actions/all-actions.ts';

/** Two files for one thing: addresses (as the type compares keys) and names of changesets. */
export function checkDuplicates(project: LoadedProject, catalogue: Catalogue): readonly Diagnostic[] {
  const seen = new Map<string, SourceLocation>();
  return project.documents.flatMap(({ type, key, address, environment, source }) => {
    const descriptor = catalogue.find(type);
    const name = `${descriptor === undefined ? address : comparableAddress(descriptor, key)}\n${environment ?? ''}`;
    const first = seen.get(name);
    seen.set(name, first ?? source);
    return first === undefined
      ? []
      : [problem('SB2015', source, `${source.file}: ${address} is described in ${first.file} already.`, { address })];
  });
}

/** Environments that are named but have no file, or have a file and are not listed. */
export function checkEnvironments(project: LoadedProject): readonly Diagnostic[] {
  const files = project.environments.map(({ name }) => name);
  const listed = project.project.environments;
  const unknown = (name: string, place: SourceLocation): Diagnostic =>
    problem(
      'SB2018',
      place,
      `${place.file}:${place.line ?? 1}: there is no environment "${name}".${suggestion(nearestName(name, files), files)}`,
    );
  return [
    ...listed
      .filter((name) => !files.includes(name))
      .map((name) =>
        problem(
          'SB2018',
          { file: 'signalbox.yaml' },
          `signalbox.yaml lists ${name}, but environments/${name}.yaml is missing or unreadable.`,
        ),
      ),
    ...project.environments
      .filter(({ name }) => listed.length > 0 && !listed.includes(name))
      .map(({ name, source }) =>
        problem(
          'SB2018',
          source,
          `${source.file}: signalbox.yaml does not list ${name}; it takes no part in promotions.`,
          { severity: 'warning' },
        ),
      ),
    ...project.documents.flatMap(({ environments = [], source }) =>
      environments.filter((name) => !files.includes(name)).map((name) => unknown(name, source)),
    ),
    ...project.changesets.flatMap((changeset) =>
      namedIn(changeset).flatMap(({ names, place }) =>
        names.filter((name) => !files.includes(name)).map((name) => unknown(name, place)),
      ),
    ),
  ];
}

/**
 * Files that documents and actions need: content texts, and documents that `from: config` takes. While a document can not
 * be read, nothing is said about missing ones: it may be the one.
 */
export function checkNeededFiles(project: LoadedProject, catalogue: Catalogue): readonly Diagnostic[] {
  const ofDocuments = project.documents.flatMap(({ document, locate }) =>
    Object.entries(document).flatMap(([field, value]) => {
      const file = contentFileOf(value);
      return file === undefined
        ? []
        : reportThrown(
            () => readContentFile(project.files ?? project.directory, file, locate([field])),
            locate([field]),
          );
    }),
  );
  const isUnread = project.diagnostics.some(
    ({ severity, source }) =>
      severity === 'error' &&
      source !== undefined &&
      /(?:^|\/)config\//u.test(source.file) &&
      project.documents.every((document) => document.source.file !== source.file),
  );
  if (isUnread) return ofDocuments;
  const ofActions = project.changesets.flatMap(({ actions }) =>
    allActions(actions).flatMap(({ action, fromConfig }) =>
      (action.kind === 'ensure' || action.kind === 'create' || action.kind === 'update') &&
      fromConfig &&
      // A computed name is known only once the inputs are.
      action.target.key.every((part) => !part.includes('${'))
        ? reportThrown(() => expandEnsure(action, project, project.project.environments, catalogue), action.source)
        : [],
    ),
  );
  return [...ofDocuments, ...ofActions];
}

function namedIn({
  environments,
  actions,
  source,
}: LoadedChangeset): readonly { readonly names: readonly string[]; readonly place: SourceLocation }[] {
  return [
    { names: environments ?? [], place: source },
    ...allActions(actions).map(({ action }) => ({ names: action.environments ?? [], place: action.source })),
  ];
}

function reportThrown(work: () => unknown, place: SourceLocation): readonly Diagnostic[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof SignalboxError)) throw error;
    return [
      {
        code: error.code,
        severity: 'error',
        summary: error.message,
        detail: projectErrorCodes[error.code as ProjectErrorCode].summary,
        remedy: error.remedy,
        source: place,
      },
    ];
  }
}
