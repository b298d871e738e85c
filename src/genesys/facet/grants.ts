import { isJsonArray, valueAt, type Json, type JsonObject } from '../../core/index.ts';
import type { ApiCapability, LiveObject, ResourceDescriptor } from '../../core/resource/index.ts';
import type { ResourceContext } from '../resource/context.ts';
import { paramsOf, toLive } from '../resource/place.ts';

/** Without it a role that is held directly and through a group is shown once, perhaps as the group's. */
export const allHolders = { includeDuplicates: 'true' };

/**
 * The roles of a person or group, each in a division, as the document has them. Roles that come from a group that the person
 * is in are left out: they are not theirs to be changed. Every pair comes once.
 */
export function ownGrants(subject: JsonObject, subjectId: string): JsonObject {
  const pairs = new Map<string, JsonObject>();
  for (const grant of listAt(subject, 'grants')) {
    const holder = valueAt(grant, ['subjectId']) ?? subjectId;
    const roleId = valueAt(grant, ['role', 'id']);
    const divisionId = valueAt(grant, ['division', 'id']);
    if (holder !== subjectId || typeof roleId !== 'string' || typeof divisionId !== 'string') continue;
    pairs.set(`${roleId} ${divisionId}`, { role: { id: roleId }, division: { id: divisionId } });
  }
  return { grants: [...pairs.values()] };
}

/** Replaces all roles of a person or group by one request. */
export async function replaceGrants(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  capability: Extract<ApiCapability, { kind: 'grants' }>,
  after: { readonly id: string; readonly body: JsonObject },
): Promise<LiveObject> {
  const [path = '', query = ''] = capability.replacePath.split('?');
  const subject = ownGrants(after.body, after.id);
  const grants = listAt(subject, 'grants').map((grant) => ({
    roleId: valueAt(grant, ['role', 'id']) ?? null,
    divisionId: valueAt(grant, ['division', 'id']) ?? null,
  }));
  await context.client.call({
    method: 'POST',
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    params: paramsOf(context.catalogue, descriptor, after.id),
    body: { grants },
    repeatable: false,
  });
  return toLive(descriptor, subject, after.id);
}

function listAt(body: JsonObject, field: string): readonly Json[] {
  const list = body[field];
  return isJsonArray(list) ? list : [];
}
