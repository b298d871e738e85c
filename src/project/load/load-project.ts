import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic, LabelSelector } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { projectError } from '../errors.ts';
import type { SourceFiles } from '../files/source-files.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import type { LoadedEnvironment, LoadedProject, ProjectDocument, ProjectSettings } from '../project.ts';
import { findYamlFiles } from './find-files.ts';
import { loadChangeset } from './load-changeset.ts';
import { loadDocument } from './load-document.ts';
import { loadEnvironment } from './load-environment.ts';
import { checkOrganisations } from './check-organisations.ts';
import { loadSettings } from './load-settings.ts';
import { slugOf, type Loaded } from './read-yaml.ts';

/**
 * Reads every file of the project and reports everything that is wrong with them together; what can be read is there.
 * `environments/<name>/live/` is what an organisation is, not what it should be, and is not read.
 * `files` are read instead of those in the folder. Errors: SB2020 when the folder holds no `signalbox.yaml`, SB2001 when a folder in it can not be read.
 */
export function loadProject(directory: string, catalogue: Catalogue, files?: SourceFiles): LoadedProject {
  const folder = resolve(directory);
  if (files === undefined && !existsSync(join(folder, 'signalbox.yaml')))
    throw projectError('SB2020', `${folder} holds no signalbox.yaml.`, { directory: folder });
  const root = files ?? folder;
  const policies = collect(findYamlFiles(root, 'policies', 'here').map((file) => loadPolicy(root, file)));
  const settings = loadSettings(root, catalogue, policies.values);
  const environmentFiles = findYamlFiles(root, 'environments', 'here');
  const documents = collect([
    ...findYamlFiles(root, 'config').map((file) => loadDocument(root, file, catalogue)),
    ...environmentFiles
      .map(slugOf)
      .flatMap((name) =>
        findYamlFiles(root, `environments/${name}/config`).map((file) => loadDocument(root, file, catalogue, name)),
      ),
  ]);
  const labels = (environment: string): readonly LabelSelector[] => labelsOf(documents.values, environment);
  const environments = collect(
    environmentFiles.map((file) =>
      loadEnvironment(root, file, { settings: settings.value, catalogue, labels, policies: policies.values }),
    ),
  );
  const { requiredMetadata } = settings.value ?? unnamed;
  const changesets = collect(
    findYamlFiles(root, 'changesets', 'here').map((file) => loadChangeset(root, file, { catalogue, requiredMetadata })),
  );
  const order = settings.value?.environments ?? [];
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return {
    directory: folder,
    ...(files === undefined ? {} : { files }),
    project: settings.value ?? unnamed,
    environments: withNeighbours(environments.values).toSorted((left, right) => rank(left.name) - rank(right.name)),
    changesets: changesets.values,
    documents: documents.values.toSorted(compareDocuments),
    policies: policies.values,
    diagnostics: [
      ...settings.diagnostics,
      ...policies.diagnostics,
      ...environments.diagnostics,
      ...checkOrganisations(environments.values),
      ...documents.diagnostics,
      ...changesets.diagnostics,
    ],
  };
}

const unnamed: ProjectSettings = {
  name: 'unreadable',
  environments: [],
  modes: {},
  ownership: [],
  portability: {},
  objectModes: [],
  requiredMetadata: [],
};

function collect<Value>(loaded: readonly Loaded<Value>[]): {
  readonly values: readonly Value[];
  readonly diagnostics: readonly Diagnostic[];
} {
  return {
    values: loaded.flatMap(({ value }) => (value === undefined ? [] : [value])),
    diagnostics: loaded.flatMap(({ diagnostics }) => diagnostics),
  };
}

function withNeighbours(environments: readonly LoadedEnvironment[]): readonly LoadedEnvironment[] {
  const neighbours = environments.map(({ name, rules }) => ({ name, organisationId: rules.organisationId }));
  return environments.map((environment) => ({ ...environment, rules: { ...environment.rules, neighbours } }));
}

/** Labels that documents of this environment give, as selectors of exactly one object. */
function labelsOf(documents: readonly ProjectDocument[], environment: string): readonly LabelSelector[] {
  return documents
    .filter((document) => Object.keys(document.labels).length > 0)
    .filter((document) => document.environment === undefined || document.environment === environment)
    .filter((document) => document.environments === undefined || document.environments.includes(environment))
    .map(({ type, key, labels }) => ({ type, name: key[0] ?? '', labels }));
}

function compareDocuments(left: ProjectDocument, right: ProjectDocument): number {
  const [a, b] = [`${left.address}\n${left.environment ?? ''}`, `${right.address}\n${right.environment ?? ''}`];
  return a < b ? -1 : a > b ? 1 : 0;
}
