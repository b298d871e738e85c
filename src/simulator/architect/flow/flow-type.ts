import type { Context } from '../../context.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { nameTest } from '../../entity/select.ts';
import { refId, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { consumersOf, forgetConsumer } from '../../state/dependencies.ts';
import type { Organisation } from '../../state/organisation.ts';
import { badRequest, conflict, PlatformError } from '../../wire/platform-error.ts';
import { queryFlag, queryList } from '../../wire/query.ts';
import { dependencyTypeOfFlow } from '../content/flow-kinds.ts';
import { requireUnlocked } from './flow-lock.ts';

/** Flows. Names are unique within a flow type; deleted flows are readable with `deleted=true`. No version: the last write wins. */
export const flowType: EntityType = {
  name: 'flow',
  label: 'flow',
  path: '/api/v2/flows',
  idParameter: 'flowId',
  list: {
    permissions: { any: ['architect:flow:view'] },
    maxPageSize: 500,
    name: 'wildcard',
    byId: true,
    byDivision: true,
    showsDeleted: true,
    filter: flowFilter,
  },
  get: { permissions: { any: ['architect:flow:view'] } },
  create: { permissions: { any: ['architect:flow:add'] }, model: 'Flow' },
  update: { method: 'PUT', partial: true, permissions: { any: ['architect:flow:edit'] }, model: 'Flow' },
  delete: { permissions: { any: ['architect:flow:delete'] } },
  divided: true,
  softDelete: 'readable',
  references: [
    { path: 'division.id', type: 'auth_division', blocksDelete: 400 },
    { path: 'lockedUser.id', type: 'user', whenUnknown: 'ignore' },
    { path: 'lockedClient.id', type: 'oauth_client', whenUnknown: 'ignore' },
    { path: 'publishedBy.id', type: 'user', whenUnknown: 'ignore' },
    { path: 'savedVersion.createdBy.id', type: 'user', whenUnknown: 'ignore' },
    { path: 'publishedVersion.createdBy.id', type: 'user', whenUnknown: 'ignore' },
  ],
  defaults: () => ({ active: false, system: false }),
  hidden: ['state'],
  audit: { service: 'Architect', entityType: 'Flow' },
  hooks: {
    accept: acceptedProperties,
    check: checkFlow,
    checkDelete: (context, flow) => {
      requireUnlocked(context, flow);
      checkUnconsumed(context, flow);
    },
    stored: (context, entity, before) => {
      if (!entity && before) forgetConsumer(context.organisation, before.id);
    },
    present: (_organisation, flow) => ({ deleted: isDeleted(flow) }),
    readable: (flow, query) => {
      requireUndeleted(flow, query);
      return true;
    },
  },
};

/** The undeleted flow of a type with a name in any letter case. */
export function findFlow(organisation: Organisation, kind: string, name: string): Entity | undefined {
  const flows = organisation.collection(flowType.name).currentNamed(name);
  return flows.find((flow) => flow['type'] === kind && !isDeleted(flow));
}

/** Whether the flow was deleted. */
export function isDeleted(flow: Entity): boolean {
  return flow['state'] === 'deleted';
}

/** PlatformError 410 for a deleted flow, unless the query asks for those too. */
export function requireUndeleted(flow: Entity, query: URLSearchParams): void {
  if (!isDeleted(flow) || queryFlag(query, 'deleted')) return;
  throw new PlatformError(410, 'gone', `The flow with id ${flow.id} was deleted.`, { entityId: flow.id });
}

function acceptedProperties(_context: Context, body: JsonObject, before: Entity | undefined): JsonObject {
  const { name, description, division, type } = body;
  if (!before && typeof type !== 'string') {
    throw badRequest('The request is missing a required value: type.', 'missing.required.value', {
      details: [{ errorCode: 'missing.required.value', fieldName: 'type' }],
    });
  }
  const given = { name, description, division, ...(before ? {} : { type }) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function checkFlow(context: Context, flow: Entity, before: Entity | undefined): void {
  if (before) requireUnlocked(context, before);
  const twin = findFlow(context.organisation, textOf(flow, 'type'), textOf(flow, 'name'));
  if (!twin || twin.id === flow.id) return;
  const message = `A flow of type ${textOf(flow, 'type')} with the name "${textOf(flow, 'name')}" already exists.`;
  throw conflict(message, 'architect.flow.name.exists', {
    details: [{ errorCode: 'architect.flow.name.exists', fieldName: 'name', entityId: twin.id }],
  });
}

function checkUnconsumed(context: Context, flow: Entity): void {
  const end = { type: dependencyTypeOfFlow(textOf(flow, 'type')), id: flow.id };
  const [consumer] = consumersOf(context.organisation, end).filter((candidate) => candidate.id !== flow.id);
  if (!consumer) return;
  const message = `The flow with id ${flow.id} cannot be deleted because it is in use by ${consumer.type} "${consumer.name ?? ''}" (${consumer.id}).`;
  throw conflict(message, 'architect.object.in.use', {
    details: [{ errorCode: 'in.use', entityId: consumer.id, entityName: consumer.name ?? '' }],
  });
}

type Condition = (flow: Entity) => boolean;

function flowFilter(query: URLSearchParams): Condition {
  const kinds = new Set(queryList(query, 'type').map((kind) => kind.toUpperCase()));
  const deleted = queryFlag(query, 'deleted');
  const conditions: (Condition | undefined)[] = [
    (flow) => isDeleted(flow) === deleted,
    kinds.size > 0 ? (flow) => kinds.has(textOf(flow, 'type')) : undefined,
    ...textConditions(query),
    idCondition(query, 'lockedBy', 'lockedUser'),
    idCondition(query, 'lockedByClientId', 'lockedClient'),
    idCondition(query, 'publishVersionId', 'publishedVersion'),
    ...publicationConditions(query),
  ];
  const active = conditions.filter((condition) => condition !== undefined);
  return (flow) => active.every((holds) => holds(flow));
}

function textConditions(query: URLSearchParams): readonly (Condition | undefined)[] {
  const description = query.get('description')?.toLowerCase();
  const either = query.get('nameOrDescription')?.toLowerCase();
  const matches = (wanted: string, flow: Entity, name: string): boolean =>
    nameTest('wildcard', wanted)(textOf(flow, name).toLowerCase());
  return [
    description ? (flow) => matches(description, flow, 'description') : undefined,
    either ? (flow) => matches(either, flow, 'name') || matches(either, flow, 'description') : undefined,
  ];
}

function idCondition(query: URLSearchParams, name: string, property: string): Condition | undefined {
  const wanted = query.get(name);
  return wanted === null ? undefined : (flow) => refId(flow[property]) === wanted;
}

function publicationConditions(query: URLSearchParams): readonly (Condition | undefined)[] {
  const moment = (name: string): number | undefined => {
    const text = query.get(name);
    if (text === null || text === '') return undefined;
    const at = Date.parse(text);
    if (Number.isNaN(at)) throw badRequest(`${name} is not a date.`, 'invalid.date');
    return at;
  };
  const after = moment('publishedAfter');
  const before = moment('publishedBefore');
  return [
    after === undefined ? undefined : (flow) => publishedAt(flow) > after,
    before === undefined ? undefined : (flow) => publishedAt(flow) < before,
  ];
}

function publishedAt(flow: Entity): number {
  const version = flow['publishedVersion'] as JsonObject | undefined;
  return Date.parse(textOf(version ?? {}, 'datePublished'));
}
