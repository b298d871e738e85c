import { existsSync, statSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { catalogue } from '../../catalog/index.ts';
import type { Artifact, ArtifactOrigin, JsonObject } from '../../core/index.ts';
import {
  buildArtifact,
  gatherInputs,
  gitOrigin,
  readArtifact,
  readOrigin,
  validateProject,
} from '../../project/index.ts';
import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';
import type { Workspace } from './workspace.ts';

/** What the command line calls a change. */
export interface ChangeChoice {
  /** An artifact file, a changeset file, or the name of a changeset. */
  readonly change: string;
  readonly input?: Readonly<Record<string, string>>;
  /** A file with inputs. */
  readonly inputs?: string;
}

/** An artifact, and where it comes from as far as that is known. */
export interface FoundChange {
  readonly artifact: Artifact;
  readonly origin?: ArtifactOrigin | undefined;
}

/**
 * The artifact that is meant: read from its file and checked, with what is said beside it, or built from the changeset.
 * Errors: SB6001 for inputs given to a finished artifact, SB6004 for a file that is not there; those of building and reading.
 */
export function findChange(context: CommandContext, workspace: Workspace, choice: ChangeChoice): FoundChange {
  const path = resolve(context.terminal.cwd, choice.change);
  if (isFile(path) && choice.change.endsWith('.json')) {
    if (choice.input !== undefined || choice.inputs !== undefined)
      throw cliError('SB6001', '--input belongs to a build; the inputs of an artifact are bound already');
    const artifact = readArtifact(path);
    return { artifact, origin: readOrigin(path, artifact) };
  }
  const name = changesetName(workspace, choice.change, path);
  const artifact = buildArtifact({
    changesetName: name,
    inputs: givenInputs(context, workspace, { ...choice, change: name }),
    project: { ...workspace.loaded, diagnostics: validateProject(workspace.loaded, catalogue) },
    catalogue,
  });
  return { artifact, origin: gitOrigin(workspace.loaded.directory) };
}

function givenInputs({ terminal }: CommandContext, { loaded }: Workspace, choice: ChangeChoice): JsonObject {
  const changeset = loaded.changesets.find(({ metadata }) => metadata.name === choice.change);
  return gatherInputs(changeset?.inputs ?? {}, {
    variables: terminal.environment,
    file: choice.inputs === undefined ? undefined : resolve(terminal.cwd, choice.inputs),
    flags: choice.input ?? {},
  });
}

function changesetName(workspace: Workspace, change: string, path: string): string {
  if (change.endsWith('.json')) throw cliError('SB6004', `There is no file ${change}`);
  if (!/\.ya?ml$/u.test(change)) return change;
  const inProject = relative(workspace.loaded.directory, path).split('\\').join('/');
  const found = workspace.loaded.changesets.find(({ source }) => source.file === inProject || source.file === change);
  if (found !== undefined) return found.metadata.name;
  if (!isFile(path) && !isFile(resolve(workspace.loaded.directory, change)))
    throw cliError('SB6004', `There is no file ${change}`);
  // A file with errors has no name to go by; building names what is wrong with it.
  return basename(change).replace(/\.ya?ml$/u, '');
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
