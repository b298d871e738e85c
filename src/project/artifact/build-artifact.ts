import {
  hasErrors,
  nearestName,
  SignalboxError,
  withInnerActions,
  type Action,
  type Artifact,
  type Changeset,
  type Diagnostic,
  type JsonObject,
  type WriteAction,
} from '../../core/index.ts';
import { interpolate } from '../../core/expression/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { projectError } from '../errors.ts';
import { suggestion } from '../files/problem.ts';
import type { AuthoredAction, LoadedChangeset, LoadedProject } from '../project.ts';
import { digestOfArtifact } from './artifact-digest.ts';
import { bindInputs } from './bind-inputs.ts';
import { embedContent } from './content-files.ts';
import { expandEnsure } from './expand-ensure.ts';

/**
 * The artifact of a changeset: inputs bound, the documents and contents it needs inside. Same sources, same artifact,
 * whatever the time, the machine and the commit.
 * Errors: SB2021–SB2024, and SB2030 when the files it is built from have errors (the diagnostics are in the context).
 */
export function buildArtifact(request: {
  readonly changesetName: string;
  readonly inputs?: JsonObject;
  readonly project: LoadedProject;
  readonly catalogue: Catalogue;
}): Artifact {
  const { changesetName, inputs = {}, project, catalogue } = request;
  refuseErrors(project, changesetName);
  const loaded = project.changesets.find(({ metadata }) => metadata.name === changesetName);
  if (loaded === undefined) throw unknownChangeset(changesetName, project);
  const contents: Record<string, string> = {};
  const bound = bindInputs(loaded.inputs, inputs);
  const building = { changeset: loaded, project, catalogue, inputs: bound, contents };
  const actions = loaded.actions.flatMap((authored) => completeAction(authored, building));
  const changeset: Changeset = {
    metadata: loaded.metadata,
    ...(loaded.environments === undefined ? {} : { environments: loaded.environments }),
    inputs: bound,
    actions,
    tests: loaded.tests,
  };
  return {
    apiVersion: 'signalbox/v1',
    kind: 'Artifact',
    digest: digestOfArtifact({ changeset, contents }),
    changeset,
    contents,
  };
}

interface Building {
  readonly changeset: LoadedChangeset;
  readonly project: LoadedProject;
  readonly catalogue: Catalogue;
  readonly inputs: JsonObject;
  /** Texts found on the way, by digest. */
  readonly contents: Record<string, string>;
}

/** The actions that one authored action means, with their documents and contents. */
function completeAction(authored: AuthoredAction, building: Building): readonly Action[] {
  const { action, fromConfig } = authored;
  const complete = isWrite(action) && fromConfig ? withDocuments(action, building) : [action];
  const inner = authored.inner.flatMap((each) => completeAction(each, building));
  return complete.map((each) => withInnerActions(embedActionContent(each, building), inner));
}

function withDocuments(
  action: WriteAction,
  { project, catalogue, changeset, inputs }: Building,
): readonly WriteAction[] {
  const environments = action.environments ?? changeset.environments ?? project.project.environments;
  const target = { ...action.target, key: keyFrom(action, inputs) };
  return expandEnsure({ ...action, target }, project, environments, catalogue);
}

/** The key that names a document: what is computed in it can be computed from inputs alone. */
function keyFrom({ target, source, spans }: WriteAction, inputs: JsonObject): readonly string[] {
  const scope = { variables: { inputs }, resources: () => [], ref: () => undefined };
  return target.key.map((part, index) =>
    String(interpolate(part, scope, { ...source, spans, pointer: `/target/key/${index}` })),
  );
}

function isWrite(action: Action): action is WriteAction {
  return action.kind === 'ensure' || action.kind === 'create' || action.kind === 'update';
}

function embedActionContent(action: Action, { project, contents }: Building): Action {
  const embed = (value: JsonObject): JsonObject =>
    embedContent(project.files ?? project.directory, value, contents, action.source);
  if (isWrite(action))
    return {
      ...action,
      ...(action.document === undefined ? {} : { document: embed(action.document) }),
      ...(action.set === undefined ? {} : { set: embed(action.set) }),
    };
  return action.kind === 'forEach' && action.set !== undefined ? { ...action, set: embed(action.set) } : action;
}

/** Errors in other changesets do not matter to this one; all others do. */
function refuseErrors(project: LoadedProject, changesetName: string): void {
  const own = new RegExp(`^changesets/${changesetName}\\.ya?ml$`, 'u');
  const matters = ({ source }: Diagnostic): boolean =>
    source === undefined || !source.file.startsWith('changesets/') || own.test(source.file);
  const diagnostics = project.diagnostics.filter(matters);
  if (!hasErrors(diagnostics)) return;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const start =
    errors.length === 1 ? 'An error stands in the way' : `${errors.length} errors stand in the way; the first`;
  throw new SignalboxError({
    code: 'SB2030',
    message: `${start}: ${first?.code ?? ''} ${first?.summary ?? ''}`,
    remedy: `${first?.remedy ?? ''} signalbox validate lists everything.`,
    context: { diagnostics: errors.map(({ code, summary, detail, remedy }) => ({ code, summary, detail, remedy })) },
  });
}

function unknownChangeset(name: string, project: LoadedProject): Error {
  const names = project.changesets.map(({ metadata }) => metadata.name);
  return projectError('SB2024', `There is no changeset "${name}".${suggestion(nearestName(name, names), names)}`, {
    name,
    names,
  });
}
