import type { EntityReference, EntityType } from '../entity/entity-type.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { queueDefaults } from './queue-defaults.ts';
import { forgetQueue, memberCounts } from './membership.ts';

const references: readonly EntityReference[] = [
  { path: 'division.id', type: 'auth_division', blocksDelete: 400 },
  { path: 'queueFlow.id', type: 'flow', blocksDelete: 409 },
  { path: 'emailInQueueFlow.id', type: 'flow', blocksDelete: 409 },
  { path: 'messageInQueueFlow.id', type: 'flow', blocksDelete: 409 },
  { path: 'whisperPrompt.id', type: 'architect_user_prompt', blocksDelete: 409 },
  { path: 'onHoldPrompt.id', type: 'architect_user_prompt', blocksDelete: 409 },
  { path: 'bullseye.rings[].actions.skillsToRemove[].id', type: 'routing_skill' },
  { path: 'conditionalGroupRouting.rules[].queue.id', type: 'routing_queue' },
  { path: 'conditionalGroupActivation.pilotRule.conditions[].simpleMetric.queue.id', type: 'routing_queue' },
  { path: 'conditionalGroupActivation.rules[].conditions[].simpleMetric.queue.id', type: 'routing_queue' },
  { path: 'directRouting.backupQueueId', type: 'routing_queue' },
  { path: 'outboundEmailAddress.domain.id', type: 'routing_email_domain' },
  { path: 'outboundEmailAddress.route.id', type: 'routing_email_route' },
  ...['memberGroups[]', 'bullseye.rings[].memberGroups[]'].flatMap(memberGroups),
];

/** A group, team or skill group, told apart by the `type` beside its id. */
function memberGroups(place: string): readonly EntityReference[] {
  const types = { GROUP: 'group', TEAM: 'team', SKILLGROUP: 'routing_skill_group' };
  return Object.entries(types).map(([tag, type]) => ({
    path: `${place}.id`,
    type,
    when: { field: 'type', values: [tag] },
  }));
}

/** Routing queues. No version: the last write wins. Members and wrap-up codes are collections of their own. */
export const queueType: EntityType = {
  name: 'routing_queue',
  label: 'queue',
  path: '/api/v2/routing/queues',
  idParameter: 'queueId',
  list: {
    permissions: { any: ['routing:queue:view'] },
    maxPageSize: 500,
    name: 'wildcard',
    byId: true,
    byDivision: true,
    filter: (query) => {
      const peers = new Set(query.getAll('peerId'));
      return peers.size === 0 ? undefined : (queue) => peers.has(textOf(queue, 'peerId'));
    },
  },
  get: { permissions: { all: ['routing:queue:view'] } },
  create: { permissions: { any: ['routing:queue:add'] }, model: 'CreateQueueRequest' },
  update: { method: 'PUT', permissions: { any: ['routing:queue:edit'] }, model: 'QueueRequest' },
  delete: { permissions: { all: ['routing:queue:delete'] } },
  divided: true,
  uniqueName: { status: 409, code: 'general.conflict' },
  references,
  defaults: queueDefaults,
  stamps: ['dateCreated', 'dateModified', 'createdBy', 'modifiedBy'],
  audit: { service: 'ContactCenter', entityType: 'Queue' },
  hooks: {
    accept: (context, body, before) => {
      const { sourceQueueId, dateCreated: _a, dateModified: _b, createdBy: _c, modifiedBy: _d, ...own } = body;
      const source = context.organisation.collection('routing_queue').current(String(sourceQueueId ?? ''));
      return before === undefined && source ? { ...copyable(source), ...own } : own;
    },
    present: (organisation, queue) => ({ ...memberCounts(organisation, queue), ...directRoutingOf(queue) }),
    stored: (context, entity, before) => {
      if (!entity && before) forgetQueue(context.organisation, before.id);
    },
  },
};

/** Direct routing without a backup queue has the queue itself for one. */
function directRoutingOf({ id, directRouting }: Entity): JsonObject {
  return isObject(directRouting) ? { directRouting: { backupQueueId: id, ...directRouting } } : {};
}

function copyable(source: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { id: _id, name: _name, dateCreated: _created, createdBy: _by, ...rest } = source;
  return rest;
}
