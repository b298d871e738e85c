import { isJsonObject, isSameJson, type JsonObject } from '../../core/index.ts';
import { toDocument, type ApiCapability, type ResourceDescriptor } from '../../core/resource/index.ts';
import type { WriteObstacle } from '../../engine/index.ts';
import { failureOf } from '../errors.ts';
import type { ResourceContext } from '../resource/context.ts';
import { readObject } from '../resource/read.ts';

/** A draft that says something else than what is published: publishing over it would lose what somebody prepared. */
export async function draftObstacles(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  capability: Extract<ApiCapability, { kind: 'draft-publish' }>,
  id: string,
): Promise<readonly WriteObstacle[]> {
  const draft = await readDraft(context, descriptor, capability.draftPath, id);
  const live = draft === undefined ? undefined : await readObject(context, descriptor.type, id);
  if (draft === undefined || live === undefined) return [];
  const [drafted, published] = [draft, live.body].map((body) => toDocument(descriptor, { id, body }));
  const differing = Object.keys(drafted ?? {}).filter((name) => !isSameJson(drafted?.[name], published?.[name]));
  if (differing.length === 0) return [];
  const detail = `a draft has another ${differing.join(', ')} than what is published; publish or discard it first`;
  return [{ kind: 'newer-draft', holder: 'somebody', detail }];
}

async function readDraft(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  path: string,
  id: string,
): Promise<JsonObject | undefined> {
  try {
    const query = descriptor.api.get?.query;
    const { body } = await context.client.call({ method: 'GET', path, query, params: { id }, repeatable: true });
    return isJsonObject(body) ? body : undefined;
  } catch (error) {
    if (failureOf(error) === 'gone') return undefined;
    throw error;
  }
}
