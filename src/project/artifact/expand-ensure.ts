import { isJsonObject, type Json, type JsonObject, type WriteAction } from '../../core/index.ts';
import {
  applyListOperator,
  formatAddress,
  isLeaf,
  isListOperator,
  listRuleAt,
  type Address,
  type Catalogue,
  type ListRule,
} from '../../core/resource/index.ts';
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
    return [withDocument(action, [shared], shared.document)];
  const parts = [
    ...sharedPart(action, shared, { own, environments }),
    ...own.map((document) => ownPart(action, { shared, document, catalogue })),
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
  return rest.length === 0 ? [] : [{ ...withDocument(action, [shared], shared.document), environments: rest }];
}

function ownPart(
  action: WriteAction,
  {
    shared,
    document,
    catalogue,
  }: {
    readonly shared: ProjectDocument | undefined;
    readonly document: ProjectDocument;
    readonly catalogue: Catalogue;
  },
): WriteAction {
  const name = document.environment ?? '';
  const isShared = shared !== undefined && (shared.environments === undefined || shared.environments.includes(name));
  if (!isShared) return { ...withDocument(action, [document], document.document), environments: [name] };
  const patched = patch(shared.document, document.document, listRulesOf(catalogue, document.type));
  return { ...withDocument(action, [shared, document], patched), environments: [name] };
}

/** The action with its document, whose expressions stand in the document's own file. */
function withDocument(action: WriteAction, from: readonly ProjectDocument[], document: JsonObject): WriteAction {
  const placed = from.flatMap(({ source, spans = {} }) =>
    Object.entries(spans).map(([way, span]) => [`/document${way}`, { ...span, file: source.file }] as const),
  );
  if (placed.length === 0) return { ...action, document };
  return { ...action, document, spans: { ...action.spans, ...Object.fromEntries(placed) } };
}

/**
 * The document with the patch over it: objects merge, `{ $include }` and `{ $exclude }` change a list that the document
 * gives, everything else replaces. An operator on what the document does not give stays, for what is live.
 */
export function patch(
  document: JsonObject,
  over: JsonObject,
  ruleAt: (path: readonly string[]) => ListRule | undefined,
  at: readonly string[] = [],
): JsonObject {
  const merged: Record<string, Json> = { ...document };
  for (const [name, value] of Object.entries(over)) {
    const below = merged[name];
    const path = [...at, name];
    if (below !== undefined && isListOperator(value)) {
      const applied = applyListOperator(value, below, ruleAt(path));
      merged[name] = 'list' in applied ? applied.list : value;
      continue;
    }
    const merges = isPlain(value) && isPlain(below) && !Object.hasOwn(value, '$replace');
    merged[name] = merges ? patch(below, value, ruleAt, path) : value;
  }
  return merged;
}

/** How the lists of a type compare, for `patch`. */
export function listRulesOf(catalogue: Catalogue, type: string): (path: readonly string[]) => ListRule | undefined {
  const descriptor = catalogue.find(type);
  return (path) => (descriptor === undefined ? undefined : listRuleAt(descriptor, path));
}

function isPlain(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && !isLeaf(value);
}

/** Where two addresses are the same object, as their type compares keys. */
export function comparableIn(catalogue: Catalogue, { type, key }: Address): string {
  const descriptor = catalogue.find(type);
  return descriptor === undefined ? formatAddress({ type, key }) : comparableAddress(descriptor, key);
}
