import {
  digestJson,
  innerActions,
  withInnerActions,
  type Action,
  type Artifact,
  type Changeset,
  type Json,
  type SourceLocation,
  type TextSpans,
} from '../../core/index.ts';

/** Where something stands in the author's files, and where the texts in it do. */
export interface PlacedSource extends SourceLocation {
  readonly spans?: TextSpans | undefined;
}

/**
 * Where the actions and tests of a changeset stand in the author's files; actions inside others follow theirs. Outside the
 * artifact's digest.
 */
export interface ChangesetSources {
  readonly actions: readonly PlacedSource[];
  readonly tests: readonly PlacedSource[];
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
  const actions = changeset.actions.map(withoutPlace);
  const tests = changeset.tests.map((test) => ({ ...test, source: undefined, spans: undefined }));
  // Round trip: drops keys that hold undefined, which canonical JSON does not know.
  return JSON.parse(JSON.stringify({ ...changeset, actions, tests })) as Json;
}

function withoutPlace(action: Action): object {
  const inner = innerActions(action);
  const own = { ...action, source: undefined, spans: undefined };
  return inner.length === 0 ? own : { ...own, do: inner.map(withoutPlace) };
}

/** The source places that `withoutSources` left out. */
export function sourcesOf(changeset: Changeset): ChangesetSources {
  return { actions: changeset.actions.flatMap(placesOf), tests: changeset.tests.map(placeOf) };
}

function placesOf(action: Action): readonly PlacedSource[] {
  return [placeOf(action), ...innerActions(action).flatMap(placesOf)];
}

function placeOf({ source, spans }: Pick<Action, 'source' | 'spans'>): PlacedSource {
  return spans === undefined ? source : { ...source, spans };
}

/** The changeset with the source places that `sourcesOf` gave. */
export function withSources(changeset: Changeset, sources: ChangesetSources): Changeset {
  const places = sources.actions.values();
  return {
    ...changeset,
    actions: changeset.actions.map((action) => withPlace(action, places)),
    tests: changeset.tests.map((test, index) => ({ ...test, ...toPlace(sources.tests[index]) })),
  };
}

function withPlace(action: Action, places: Iterator<PlacedSource>): Action {
  const own = { ...action, ...toPlace(places.next().value as PlacedSource | undefined) };
  return withInnerActions(
    own,
    innerActions(action).map((inner) => withPlace(inner, places)),
  );
}

function toPlace(place: PlacedSource | undefined): { readonly source: SourceLocation; readonly spans?: TextSpans } {
  if (place === undefined) return { source: { file: 'unknown' } };
  const { spans, ...source } = place;
  return { source, ...(spans === undefined ? {} : { spans }) };
}
