import type { Json, JsonObject } from '../../core/index.ts';
import type { LiveObject, ResourceDescriptor } from '../../core/resource/index.ts';
import type { ResourceContext } from './context.ts';
import { elementId, toLive } from './place.ts';
import { toReadForm, withSettings } from './read-form.ts';
import { withLiveIds } from './reference-ids.ts';

/** A found body as a live object, with the settings that have a path of their own. */
export async function finishedObject(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  found: { readonly body: JsonObject; readonly parentId?: string | undefined },
): Promise<LiveObject> {
  const settings = await readSettings(context, descriptor, elementId(descriptor, found.body));
  const body = withSettings(descriptor.api, toReadForm(descriptor.api, found.body), settings);
  return withLiveIds(context.catalogue, descriptor, toLive(descriptor, body, found.parentId));
}

/** The part of an object that has a path of its own; undefined where the type has none. */
export async function readSettings(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  id: string | undefined,
): Promise<Json | undefined> {
  const { settings } = descriptor.api;
  if (settings === undefined || id === undefined) return undefined;
  return (await context.client.call({ method: 'GET', path: settings.path, params: { id }, repeatable: true })).body;
}
