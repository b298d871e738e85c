import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { catalogue } from '../../src/catalog/index.ts';
import type { Artifact, Diagnostic, EnvironmentRules, JsonObject } from '../../src/core/index.ts';
import { buildArtifact, loadProject, validateProject } from '../../src/project/index.ts';

/** A document of a project that is about to be written. */
export interface DocumentDraft {
  readonly type: string;
  /** The key fields as authors write them: `{ flowType: 'bot', name: 'Helper' }`. */
  readonly key: Readonly<Record<string, string>>;
  readonly spec: JsonObject;
  /** A content file beside it, which `spec` names as `flows/<path>`. */
  readonly content?: { readonly path: string; readonly text: string } | undefined;
}

/** An environment of such a project. */
export interface EnvironmentDraft {
  readonly name: string;
  readonly organisationId: string;
  readonly values: JsonObject;
}

/** What became of a project: what is wrong with its files, and what it builds when nothing is. */
export interface BuiltProject {
  readonly diagnostics: readonly Diagnostic[];
  readonly artifact: Artifact | undefined;
  readonly environments: readonly { readonly rules: EnvironmentRules; readonly digest: string }[];
}

/**
 * Writes the documents as a project with one changeset that ensures all of them, checks it, builds the artifact, and
 * removes the files again.
 */
export function buildProject(
  documents: readonly DocumentDraft[],
  environments: readonly EnvironmentDraft[],
): BuiltProject {
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-real-'));
  try {
    for (const [path, text] of projectFiles(documents, environments)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    const project = loadProject(directory, catalogue);
    const diagnostics = validateProject(project, catalogue);
    const isSound = diagnostics.every(({ severity }) => severity !== 'error');
    return {
      diagnostics,
      artifact: isSound ? buildArtifact({ changesetName: 'real-input', project, catalogue }) : undefined,
      environments: project.environments.map(({ rules, digest }) => ({ rules, digest })),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function projectFiles(
  documents: readonly DocumentDraft[],
  environments: readonly EnvironmentDraft[],
): readonly (readonly [string, string])[] {
  const head = { apiVersion: 'signalbox/v1' };
  const settings = {
    ...head,
    kind: 'Project',
    metadata: { name: 'real-input' },
    environments: environments.map(({ name }) => name),
  };
  const metadata = {
    name: 'real-input',
    owner: 'dana@example.com',
    reason: 'Files that people really use',
    workItem: 'CC-1',
  };
  const actions = documents.map(({ type, key }) => ({ ensure: { type, ...key }, from: 'config' }));
  return [
    ['signalbox.yaml', stringify(settings)],
    ['changesets/real-input.yaml', stringify({ ...head, kind: 'Changeset', metadata, spec: { actions } })],
    ...environments.map((environment): [string, string] => [
      `environments/${environment.name}.yaml`,
      stringify({ ...head, ...environmentFile(environment) }),
    ]),
    ...documents.flatMap((document, index) => documentFiles(document, index)),
  ];
}

function documentFiles(
  { type, key, spec, content }: DocumentDraft,
  index: number,
): readonly (readonly [string, string])[] {
  const document = { apiVersion: 'signalbox/v1', kind: 'Resource', type, ...key, spec };
  const file: [string, string] = [`config/all/${type}/document-${index}.yaml`, stringify(document, { lineWidth: 0 })];
  return content === undefined ? [file] : [file, [`flows/${content.path}`, content.text]];
}

function environmentFile({ name, organisationId, values }: EnvironmentDraft): object {
  return {
    kind: 'Environment',
    metadata: { name },
    organisation: { id: organisationId, region: 'us-east-1' },
    values,
    limits: { maxObjects: 1000 },
  };
}
