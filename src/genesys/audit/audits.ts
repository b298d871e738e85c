import { isJsonArray, isJsonObject, valueAt, type Json, type JsonObject } from '../../core/index.ts';
import { isSingle, revisionsOf, singleName, type ResourceDescriptor } from '../../core/resource/index.ts';
import type { AuditEvent, Interval } from '../../engine/index.ts';
import { readPersonName } from '../access/person-name.ts';
import type { GenesysClient } from '../client/client.ts';
import { failureOf } from '../errors.ts';
import type { ResourceContext } from '../resource/context.ts';
import { partsOf } from '../resource/place.ts';
import { revisionIds } from '../resource/revisions.ts';
import { withChildIds, type RecordedEvent } from './child-ids.ts';

const path = '/api/v2/audits/query/realtime';
const pageSize = 500;
/** The realtime query knows this much of the past. */
const reachMs = 14 * 24 * 3_600_000;

/**
 * Changes of entities of a type, oldest first, by the realtime query: what happened more than 14 days ago is not in it.
 * Undefined when the caller may not read audits, the platform has none of this service, or it can not be told which
 * parent's child the records are about.
 */
export async function readAudits(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  interval: Interval,
  id: string | undefined,
): Promise<readonly AuditEvent[] | undefined> {
  const { client } = context;
  const from = Math.max(Date.parse(interval.from), client.clock.now() - reachMs);
  if (from >= Date.parse(interval.to)) return [];
  const span = `${new Date(from).toISOString()}/${new Date(interval.to).toISOString()}`;
  try {
    if (id !== undefined && revisionsOf(descriptor) !== undefined)
      return await auditsOfRevisions(context, descriptor, queryOf(descriptor, span, undefined), id);
    const own = idInAudits(context, descriptor, id);
    const recorded = await readAllPages(client, queryOf(descriptor, span, own));
    const events = isSingle(descriptor)
      ? recorded.map(({ event }) => ({ ...event, entityId: singleName }))
      : await withChildIds(context, descriptor, recorded, id);
    return events && (await withUserNames(client, events));
  } catch (error) {
    const failure = failureOf(error);
    if (failure === 'forbidden' || failure === 'rejected' || failure === 'gone') return undefined;
    throw error;
  }
}

/** What is recorded of an object under any id that it has or had, told of the id that was asked for. */
async function auditsOfRevisions(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  query: JsonObject,
  id: string,
): Promise<readonly AuditEvent[]> {
  const ids = await revisionIds(context, descriptor, id);
  const recorded = await readAllPages(context.client, query);
  const own = recorded.filter(({ event }) => ids.has(event.entityId));
  return withUserNames(
    context.client,
    own.map(({ event }) => ({ ...event, entityId: id })),
  );
}

/** The id under which the platform records the object; undefined for a whole type, whose records the entity type tells. */
function idInAudits(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  id: string | undefined,
): string | undefined {
  if (isSingle(descriptor)) return descriptor.audit.entityId;
  return id === undefined ? undefined : partsOf(context.catalogue, descriptor, id).own;
}

function queryOf(descriptor: ResourceDescriptor, interval: string, id: string | undefined): JsonObject {
  return {
    interval,
    serviceName: descriptor.audit.service,
    filters: [
      { property: 'EntityType', value: descriptor.audit.entityType },
      ...(id === undefined ? [] : [{ property: 'EntityId', value: id }]),
    ],
    sort: [{ name: 'Timestamp', sortOrder: 'ascending' }],
  };
}

async function readAllPages(client: GenesysClient, query: JsonObject): Promise<readonly RecordedEvent[]> {
  const events = new Map<string, RecordedEvent>();
  for (let pageNumber = 1; ; pageNumber += 1) {
    const { body } = await client.call({
      method: 'POST',
      path,
      query: { expand: 'user' },
      body: { ...query, pageNumber, pageSize },
      repeatable: true,
    });
    const entities = valueAt(body, ['entities']);
    const records = isJsonArray(entities) ? entities.filter(isJsonObject) : [];
    for (const record of records) {
      const event = eventOf(record);
      events.set(event.id === '' ? `${pageNumber}/${events.size}` : event.id, { record, event });
    }
    const pageCount = valueAt(body, ['pageCount']);
    const isLast = typeof pageCount === 'number' ? pageNumber >= pageCount : records.length < pageSize;
    if (isLast || records.length === 0) break;
  }
  return [...events.values()].toSorted(({ event: left }, { event: right }) =>
    left.at < right.at ? -1 : left.at > right.at ? 1 : 0,
  );
}

/** Records may name a person by id only; the directory has the name. A person it does not show keeps the id. */
async function withUserNames(client: GenesysClient, events: readonly AuditEvent[]): Promise<readonly AuditEvent[]> {
  const unnamed = [
    ...new Set(
      events.flatMap((event) => (event.user !== undefined && event.user.name === event.user.id ? [event.user.id] : [])),
    ),
  ];
  const names = new Map<string, string>();
  for (const id of unnamed) names.set(id, (await readPersonName(client, id)) ?? id);
  return events.map((event) =>
    event.user === undefined
      ? event
      : { ...event, user: { id: event.user.id, name: names.get(event.user.id) ?? event.user.name } },
  );
}

function eventOf(record: JsonObject): AuditEvent {
  const userId = textAt(record, ['user', 'id']);
  const remoteIp = record['remoteIp'];
  return {
    id: textAt(record, ['id']) ?? '',
    at: textAt(record, ['eventDate']) ?? '',
    action: textAt(record, ['action']) ?? '',
    entityType: textAt(record, ['entityType']) ?? '',
    entityId: textAt(record, ['entity', 'id']) ?? '',
    entityName: textAt(record, ['entity', 'name']) ?? '',
    // A person's change carries the client of the user interface too; that one did nothing by itself.
    clientId: userId === undefined ? textAt(record, ['client', 'id']) : undefined,
    user: userId === undefined ? undefined : { id: userId, name: textAt(record, ['user', 'name']) ?? userId },
    remoteAddress: isJsonArray(remoteIp) && typeof remoteIp[0] === 'string' ? remoteIp[0] : undefined,
    changes: [...changesIn(record['propertyChanges'], 'property'), ...changesIn(record['entityChanges'], 'entityType')],
  };
}

function changesIn(value: Json | undefined, nameField: string): AuditEvent['changes'] {
  if (!isJsonArray(value)) return [];
  return value.filter(isJsonObject).map((change) => ({
    property: textAt(change, [nameField]) ?? '',
    before: textsIn(change['oldValues']),
    after: textsIn(change['newValues']),
  }));
}

function textsIn(value: Json | undefined): readonly string[] {
  return isJsonArray(value) ? value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))) : [];
}

function textAt(record: JsonObject, way: readonly string[]): string | undefined {
  const found = valueAt(record, way);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
