import { digestJson, type Artifact, type Changeset, type Json, type SourceLocation } from '../../core/index.ts';

/** Where the actions and tests of a changeset stand in the author's files. Outside the artifact's digest. */
export interface ChangesetSources {
  readonly actions: readonly SourceLocation[];
  readonly tests: readonly SourceLocation[];
}

/** The digest of an artifact: of its changeset without source places, and of its contents. */
export function digestOfArtifact(artifact: Pick<Artifact, 'changeset' | 'contents'>): string {
  return digestJson({
    apiVersion: 'signalbox/v1',
    kind: 'Artifact',
    changeset: withoutSources(artifact.changeset),
    contents: artifact.contents,
  });
}

/** The changeset as plain JSON without source places. */
export function withoutSources(changeset: Changeset): Json {
  const actions = changeset.actions.map((action) => ({ ...action, source: undefined }));
  const tests = changeset.tests.map((test) => ({ ...test, source: undefined }));
  // Round trip: drops keys that hold undefined, which canonical JSON does not know.
  return JSON.parse(JSON.stringify({ ...changeset, actions, tests })) as Json;
}

/** The source places that `withoutSources` left out. */
export function sourcesOf(changeset: Changeset): ChangesetSources {
  return { actions: changeset.actions.map(({ source }) => source), tests: changeset.tests.map(({ source }) => source) };
}
