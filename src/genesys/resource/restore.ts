import { isJsonObject, valueAt, type JsonObject } from '../../core/index.ts';
import type { ListRules, LiveObject, TypeListing } from '../../core/resource/index.ts';
import { platformError } from '../errors.ts';
import { refusedListing, steadiness } from '../listing/completeness.ts';
import { readPages } from '../listing/read-pages.ts';
import { descriptorOf, unsupported, type ResourceContext } from './context.ts';
import { toLive } from './place.ts';
import { toReadForm } from './read-form.ts';

/**
 * How deleted objects are found and brought back. Source: platform facts, soft delete and restore.
 * - `state`: still readable when asked for; an update that sets the state to active restores.
 * - `list`: in a list of their own; a request of its own restores.
 */
type RestoreRule =
  | { readonly kind: 'state'; readonly path: string; readonly query: Readonly<Record<string, string>> }
  | { readonly kind: 'list'; readonly listPath: string; readonly path: string; readonly fields: readonly string[] };

const restoreRules: Readonly<Record<string, RestoreRule>> = {
  auth_division: {
    kind: 'list',
    listPath: '/api/v2/authorization/divisions/deleted',
    path: '/api/v2/authorization/divisions/{id}/restore',
    fields: ['name', 'description'],
  },
  user: { kind: 'state', path: '/api/v2/users/{id}', query: { state: 'deleted' } },
};

/** The objects of the type that were deleted and can be brought back; incomplete when the caller may not see them. */
export async function listDeleted(context: ResourceContext, type: string): Promise<TypeListing> {
  const descriptor = descriptorOf(context.catalogue, type);
  const rule = restoreRules[type];
  if (rule === undefined) throw unsupported(descriptor, 'list of deleted objects');
  const { list } = descriptor.api;
  const rules: ListRules =
    rule.kind === 'list' ? { ...list, path: rule.listPath } : { ...list, query: { ...list.query, ...rule.query } };
  try {
    const { elements, steady } = await readPages(context.client, rules, {});
    const objects = elements.map((body) => toLive(descriptor, toReadForm(descriptor.api, body)));
    return { objects, ...steadiness(steady) };
  } catch (error) {
    return refusedListing(error);
  }
}

/** Brings a deleted object back under its old id, as it was. SB4010 when it is not among the deleted, SB4016 for types without this. */
export async function restoreObject(context: ResourceContext, type: string, id: string): Promise<LiveObject> {
  const descriptor = descriptorOf(context.catalogue, type);
  const rule = restoreRules[type];
  if (rule === undefined) throw unsupported(descriptor, 'restore');
  const body =
    rule.kind === 'state' ? await activate(context, rule, id) : await restoreListed(context, rule, { type, id });
  return toLive(descriptor, toReadForm(descriptor.api, body));
}

async function activate(
  context: ResourceContext,
  rule: Extract<RestoreRule, { kind: 'state' }>,
  id: string,
): Promise<JsonObject> {
  const params = { id };
  const deleted = await context.client.call({
    method: 'GET',
    path: rule.path,
    query: rule.query,
    params,
    repeatable: true,
  });
  const version = valueAt(deleted.body, ['version']) ?? null;
  const { body } = await context.client.call({
    method: 'PATCH',
    path: rule.path,
    params,
    body: { state: 'active', version },
    repeatable: false,
    versioned: true,
  });
  return isJsonObject(body) ? body : { id };
}

async function restoreListed(
  context: ResourceContext,
  rule: Extract<RestoreRule, { kind: 'list' }>,
  { type, id }: { readonly type: string; readonly id: string },
): Promise<JsonObject> {
  const { objects } = await listDeleted(context, type);
  const deleted = objects.find((object) => object.id === id)?.body;
  if (deleted === undefined) {
    const message = `GET ${rule.listPath}: ${id} is not among the deleted.`;
    throw platformError('SB4010', { message, failure: 'gone', context: { method: 'GET', path: rule.listPath, id } });
  }
  const fields = rule.fields.flatMap((field) =>
    deleted[field] === undefined ? [] : [[field, deleted[field]] as const],
  );
  const { body } = await context.client.call({
    method: 'POST',
    path: rule.path,
    params: { id },
    body: Object.fromEntries(fields),
    repeatable: false,
  });
  return isJsonObject(body) ? body : deleted;
}
