import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../core/index.ts';
import type { ApiCapability, LiveObject, ResourceDescriptor } from '../../core/resource/index.ts';
import type { GenesysClient } from '../client/client.ts';
import { failureOf } from '../errors.ts';
import { inPartsOfOneWrite } from '../resource/write-parts.ts';
import { toLive } from '../resource/place.ts';

type Membership = Extract<ApiCapability, { kind: 'membership' }>;

/** What a membership update is about. */
export interface MembershipChange {
  readonly parentId: string;
  /** Bodies of the facet: as it was read, and as it shall be. */
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** Sends only what differs: members to add in batches, then members to remove. */
export async function updateMembership(
  client: GenesysClient,
  descriptor: ResourceDescriptor,
  capability: Membership,
  change: MembershipChange,
): Promise<LiveObject> {
  const before = memberIds(change.before[capability.field]);
  const after = memberIds(change.after[capability.field]);
  const add = after.filter((id) => !before.includes(id));
  const remove = before.filter((id) => !after.includes(id));
  let isBegun = false;
  for (const request of [...additions(descriptor, capability, add), ...removals(capability, remove)]) {
    await inPartsOfOneWrite(isBegun, () => send(client, change.parentId, request));
    isBegun = true;
  }
  return toLive(descriptor, { [capability.field]: after.map((id) => ({ id })) }, change.parentId);
}

interface MemberRequest {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly id?: string;
  readonly body?: Json;
}

function additions(
  descriptor: ResourceDescriptor,
  capability: Membership,
  ids: readonly string[],
): readonly MemberRequest[] {
  return batches(ids, capability.addBatch).map((batch) => ({
    method: 'POST',
    path: descriptor.api.list.path,
    body: batch.map((id) => ({ id })),
  }));
}

function removals(capability: Membership, ids: readonly string[]): readonly MemberRequest[] {
  const { remove } = capability;
  if (remove.kind === 'each') return ids.map((id) => ({ method: 'DELETE', path: remove.path, id }));
  return batches(ids, capability.addBatch).map((batch) => ({
    method: 'POST',
    path: remove.path,
    body: batch.map((id) => ({ id })),
  }));
}

async function send(client: GenesysClient, parentId: string, request: MemberRequest): Promise<void> {
  const [path = '', query] = request.path.split('?');
  const sent = client.call({
    method: request.method,
    path,
    ...(query === undefined ? {} : { query: Object.fromEntries(new URLSearchParams(query)) }),
    params: { parentId, id: request.id ?? parentId },
    ...(request.body === undefined ? {} : { body: request.body }),
    repeatable: false,
  });
  try {
    await sent;
  } catch (error) {
    // A member that is not there any more is as good as removed.
    if (request.method !== 'DELETE' || failureOf(error) !== 'gone') throw error;
  }
}

function batches(ids: readonly string[], size: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) =>
    ids.slice(index * size, (index + 1) * size),
  );
}

function memberIds(value: Json | undefined): readonly string[] {
  if (!isJsonArray(value)) return [];
  const ids = value.map((member) => (isJsonObject(member) ? member['id'] : member));
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}
