import { valueAt, type JsonObject } from '../../core/index.ts';
import { revisionsOf, type ResourceDescriptor, type RevisionRules } from '../../core/resource/index.ts';
import { readPages } from '../listing/read-pages.ts';
import type { ResourceContext } from './context.ts';
import { elementId, paramsOf } from './place.ts';

/** True for a published revision, which can not be changed any more; false for every object of a type without them. */
export function isOutdated(descriptor: ResourceDescriptor, body: JsonObject): boolean {
  const rules = revisionsOf(descriptor);
  return rules !== undefined && !isDraft(rules, body);
}

/**
 * The id under which the object that had this id once can be changed now: its own for most types, the draft's where
 * publishing makes a new one. Undefined when there is no draft any more. Fails as `gone` where nothing ever had the id.
 */
export async function currentId(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  id: string,
): Promise<string | undefined> {
  const rules = revisionsOf(descriptor);
  if (rules === undefined) return id;
  const draft = (await readRevisions(context, descriptor, rules, id)).find((revision) => isDraft(rules, revision));
  return draft === undefined ? undefined : elementId(descriptor, draft);
}

/** All ids that the object with this id has or had. */
export async function revisionIds(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  id: string,
): Promise<ReadonlySet<string>> {
  const rules = revisionsOf(descriptor);
  const revisions = rules === undefined ? [] : await readRevisions(context, descriptor, rules, id);
  return new Set([id, ...revisions.flatMap((revision) => elementId(descriptor, revision) ?? [])]);
}

async function readRevisions(
  { client, catalogue }: ResourceContext,
  descriptor: ResourceDescriptor,
  { path }: RevisionRules,
  id: string,
): Promise<readonly JsonObject[]> {
  const rules = { ...descriptor.api.list, path };
  return (await readPages(client, rules, paramsOf(catalogue, descriptor, id))).elements;
}

function isDraft({ draft }: RevisionRules, body: JsonObject): boolean {
  const value = valueAt(body, draft.field.split('.'));
  return (typeof value === 'string' || typeof value === 'boolean') && draft.values.includes(value);
}
