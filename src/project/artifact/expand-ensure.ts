import { isJsonObject, type WriteAction, type Json, type JsonObject } from '../../core/index.ts';
import { formatAddress, isLeaf, type Address, type Catalogue } from '../../core/resource/index.ts';
import { projectError } from '../errors.ts';
import { comparableAddress } from '../load/resource-key.ts';
import type { LoadedProject, ProjectDocument } from '../project.ts';

/**
 * The actions that an action with `from: config` means. Usually one. Where environments have documents of their own, one for
 * each of them and one for the rest, each saying which environments it is for. Errors: SB2022 when no document is there.
 */
export function expandEnsure(
  action: WriteAction,
  project: LoadedProject,
  environments: readonly string[],
  catalogue: Catalogue,
): readonly WriteAction[] {
  const address = formatAddress(action.target);
  const wanted = comparableIn(catalogue, action.target);
  const documents = project.documents.filter((document) => comparableIn(catalogue, document) === wanted);
  const shared = documents.find((document) => document.environment === undefined);
  const own = documents.filter(
    (document) => document.environment !== undefined && environments.includes(document.environment),
  );
  if (documents.length === 0) {
    const place = `${action.source.file}:${action.source.line ?? 1}`;
    throw projectError('SB2022', `${place}: config/ has no document for ${address}.`, { address });
  }
  if (own.length === 0 && shared !== undefined && shared.environments === undefined)
    return [{ ...action, document: shared.document }];
  const parts = [
    ...sharedPart(action, shared, { own, environments }),
    ...own.map((document) => ownPart(action, shared, document)),
  ];
  // Nothing here has it: the action stays, so that a plan can say that it is skipped.
  return parts.length > 0 ? parts : [{ ...action, environments: [] }];
}

function sharedPart(
  action: WriteAction,
  shared: ProjectDocument | undefined,
  among: { readonly own: readonly ProjectDocument[]; readonly environments: readonly string[] },
): readonly WriteAction[] {
  if (shared === undefined) return [];
  const rest = among.environments
    .filter((name) => !among.own.some((document) => document.environment === name))
    .filter((name) => shared.environments === undefined || shared.environments.includes(name));
  return rest.length === 0 ? [] : [{ ...action, document: shared.document, environments: rest }];
}

function ownPart(action: WriteAction, shared: ProjectDocument | undefined, document: ProjectDocument): WriteAction {
  const name = document.environment ?? '';
  const isShared = shared !== undefined && (shared.environments === undefined || shared.environments.includes(name));
  return {
    ...action,
    document: isShared ? patch(shared.document, document.document) : document.document,
    environments: [name],
  };
}

/** The document with the patch over it: objects merge, everything else replaces. */
export function patch(document: JsonObject, over: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...document };
  for (const [name, value] of Object.entries(over)) {
    const below = merged[name];
    const merges = isJsonObject(value) && isJsonObject(below) && !isLeaf(value) && !isLeaf(below);
    merged[name] = merges ? patch(below, value) : value;
  }
  return merged;
}

/** Where two addresses are the same object, as their type compares keys. */
export function comparableIn(catalogue: Catalogue, { type, key }: Address): string {
  const descriptor = catalogue.find(type);
  return descriptor === undefined ? formatAddress({ type, key }) : comparableAddress(descriptor, key);
}
