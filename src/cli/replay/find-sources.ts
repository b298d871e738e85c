import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { hasErrors, type Diagnostic } from '../../core/index.ts';
import type { Catalogue, Contents } from '../../core/resource/index.ts';
import {
  documentsIn,
  embedContent,
  loadFolder,
  loadProject,
  type LoadedEnvironment,
  type LoadedProject,
  type ProjectDocument,
} from '../../project/index.ts';
import { cliError } from '../errors.ts';
import type { ReplaySource } from './replay-source.ts';

/** What a folder holds to be recreated, and what is wrong with its files. */
export interface FoundSources {
  readonly sources: readonly ReplaySource[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The organisations that a folder describes. A project: every environment, as its export in `environments/<name>/live`
 * where there is one, else as config/ has it. Any other folder: one organisation, called after its environment or itself.
 * No sources where files have errors. Errors: SB6001 when there is no such folder, SB6023 when it holds no documents.
 */
export function findSources(directory: string, catalogue: Catalogue): FoundSources {
  const folder = resolve(directory);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw cliError('SB6001', `There is no folder ${directory} to replay`, {
      remedy: 'Give the folder of a project, or one that signalbox export wrote.',
    });
  const root = rootOf(folder);
  const project = existsSync(join(root, 'signalbox.yaml')) ? loadProject(root, catalogue) : undefined;
  const within = relative(root, folder).split('\\').join('/');
  const found =
    within === '' && project !== undefined
      ? sourcesOfProject(project, catalogue)
      : sourceOfFolder({ root, within, project }, catalogue);
  if (hasErrors(found.diagnostics)) return { ...found, sources: [] };
  if (found.sources.every(({ documents }) => documents.length === 0))
    throw cliError('SB6023', `${directory} holds no documents`);
  return found;
}

/** The folder that paths in documents start from: that of the project, or where it would be. */
function rootOf(folder: string): string {
  for (let path = folder; ; path = dirname(path)) {
    if (existsSync(join(path, 'signalbox.yaml'))) return path;
    if (dirname(path) === path) break;
  }
  return liveName(folder) === undefined ? dirname(folder) : resolve(folder, '../../..');
}

/** The environment of `…/environments/<name>/live`. */
function liveName(folder: string): string | undefined {
  return /(?:^|[/\\])environments[/\\](?<name>[^/\\]+)[/\\]live$/u.exec(folder)?.groups?.['name'];
}

function sourcesOfProject(project: LoadedProject, catalogue: Catalogue): FoundSources {
  const found = project.environments.map((environment): FoundSources => {
    const within = `environments/${environment.name}/live`;
    if (existsSync(join(project.directory, within)))
      return sourceOfFolder({ root: project.directory, within, project }, catalogue);
    const documents = documentsIn(project, environment.name, catalogue);
    return { sources: [toSource(project.directory, 'config', { documents, environment })], diagnostics: [] };
  });
  return {
    sources: found.flatMap(({ sources }) => sources),
    diagnostics: [
      ...project.diagnostics.filter(({ source }) => source?.file.startsWith('changesets/') !== true),
      ...found.flatMap(({ diagnostics }) => diagnostics),
    ],
  };
}

function sourceOfFolder(
  {
    root,
    within,
    project,
  }: { readonly root: string; readonly within: string; readonly project: LoadedProject | undefined },
  catalogue: Catalogue,
): FoundSources {
  const { documents, diagnostics } = loadFolder(root, within, catalogue);
  const name = liveName(`/${within}`) ?? basename(within);
  const environment = project?.environments.find((candidate) => candidate.name === name);
  // An id inside a text means nothing in another organisation, but it harms nothing either.
  const serious = diagnostics.filter(({ code }) => code !== 'SB2010');
  if (hasErrors(serious)) return { sources: [], diagnostics: serious };
  return { sources: [toSource(root, within, { documents, environment, name })], diagnostics: serious };
}

function toSource(
  root: string,
  folder: string,
  found: {
    readonly documents: readonly ProjectDocument[];
    readonly environment: LoadedEnvironment | undefined;
    readonly name?: string;
  },
): ReplaySource {
  const contents: Record<string, string> = {};
  const documents = found.documents.map(({ type, key, document, source }) => ({
    type,
    key,
    source,
    document: embedContent(root, document, contents, source),
  }));
  return {
    name: found.environment?.name ?? found.name ?? folder,
    folder,
    documents,
    contents: contents satisfies Contents,
    rules: found.environment?.rules,
  };
}
