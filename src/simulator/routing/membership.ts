import { isObject, refId, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';

/** Collection with the direct members of each queue, by queue id; lags like any configuration. */
const membersShelf = 'routing_queue.members';
/** Collection with the wrap-up codes of each queue, by queue id. */
export const codesShelf = 'routing_queue.wrapupcodes';

/** A user in a queue; those of `memberBy` group come from the queue's member groups and cannot be removed one by one. */
export type Member = {
  readonly id: string;
  readonly ringNumber: number;
  readonly joined: boolean;
  readonly memberBy: 'user' | 'group';
};

/** The direct members stored for a queue, as writes see them. */
export function storedMembers(organisation: Organisation, queueId: string): readonly Member[] {
  return membersIn(organisation.collection(membersShelf).current(queueId));
}

/** Direct and group members of a queue as reads see them, without deleted users. */
export function shownMembers(organisation: Organisation, queue: Entity): readonly Member[] {
  const direct = membersIn(organisation.collection(membersShelf).shown(queue.id));
  const known = new Set(direct.map((member) => member.id));
  const users = organisation.collection('user');
  const fromGroups = groupMembers(organisation, queue).filter((member) => !known.has(member.id));
  return [...direct, ...fromGroups].filter((member) => users.current(member.id)?.['state'] !== 'deleted');
}

/** The read-only counters of a queue. */
export function memberCounts(organisation: Organisation, queue: Entity): JsonObject {
  const members = shownMembers(organisation, queue);
  return {
    memberCount: members.length,
    userMemberCount: members.filter((member) => member.memberBy === 'user').length,
    joinedMemberCount: members.filter((member) => member.joined).length,
  };
}

/** Replaces the direct members of a queue. */
export function putMembers(organisation: Organisation, queueId: string, members: readonly Member[]): void {
  organisation.collection(membersShelf).put({ id: queueId, members });
}

/** Removes what a deleted queue had. */
export function forgetQueue(organisation: Organisation, queueId: string): void {
  organisation.collection(membersShelf).remove(queueId);
  organisation.collection(codesShelf).remove(queueId);
}

function membersIn(entry: Entity | undefined): readonly Member[] {
  const members = entry?.['members'];
  return Array.isArray(members) ? members.filter(isMember) : [];
}

function isMember(value: unknown): value is Member {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['ringNumber'] === 'number';
}

function groupMembers(organisation: Organisation, queue: Entity): readonly Member[] {
  const groups = Array.isArray(queue['memberGroups']) ? queue['memberGroups'].filter(isObject) : [];
  const ids = groups
    .filter((group) => textOf(group, 'type') === 'GROUP')
    .flatMap((group) => organisation.collection('group').current(textOf(group, 'id'))?.['members'] ?? [])
    .flatMap((members) => refId(members) ?? []);
  return [...new Set(ids)].map((id) => ({ id, ringNumber: 1, joined: true, memberBy: 'group' }));
}
