import type { Context } from '../context.ts';
import { isObject, refId, textOf, type JsonObject } from '../kernel/values.ts';
import type { AuditRecord } from '../state/audit-trail.ts';
import { badRequest } from '../wire/platform-error.ts';
import { knownServices } from './service-mapping.ts';

/** What a query asks for, in milliseconds since 1970. */
export type AuditQuery = {
  readonly from: number;
  readonly to: number;
  /** '' for every service. */
  readonly service: string;
  readonly filters: readonly { readonly property: FilterProperty; readonly value: string }[];
  readonly ascending: boolean;
};

const filterProperties = ['UserId', 'TrusteeOrganizationId', 'ClientId', 'Action', 'EntityType', 'EntityId'] as const;
type FilterProperty = (typeof filterProperties)[number];

/** The query in a request body; PlatformError 400 for an interval, service, filter or sorting that the platform refuses. */
export function auditQueryIn(context: Context, body: unknown): AuditQuery {
  if (!isObject(body)) throw badRequest('The request body is missing or is not a JSON object.', 'invalid.request.body');
  const service = textOf(body, 'serviceName');
  const services = knownServices(context);
  if (service !== '' && !services.includes(service)) throw invalidValue('serviceName', service, services);
  return { ...intervalIn(body), service, filters: filtersIn(body), ascending: isAscending(body) };
}

/** The records that the query finds at a moment, in its order. */
export function findAudits(context: Context, query: AuditQuery, now: number): readonly AuditRecord[] {
  const visibleUntil = now - context.organisation.settings().auditLagMs;
  const records = context.organisation.audits.all().filter((record) => {
    if (record.at < query.from || record.at > query.to || record.at > visibleUntil) return false;
    if (query.service !== '' && textOf(record.message, 'serviceName') !== query.service) return false;
    return query.filters.every(({ property, value }) => propertyOf(record.message, property) === value);
  });
  return query.ascending ? records : records.toReversed();
}

/** Whether `sort` of a body puts the oldest record first; PlatformError 400 for another sorting than by time. */
export function isAscending(body: JsonObject): boolean {
  const [sort] = Array.isArray(body['sort']) ? body['sort'].filter(isObject) : [];
  if (sort === undefined) return false;
  const [name, order] = [textOf(sort, 'name'), textOf(sort, 'sortOrder').toLowerCase()];
  if (name !== 'Timestamp') throw invalidValue('sort.name', name, ['Timestamp']);
  if (order !== 'ascending' && order !== 'descending') {
    throw invalidValue('sort.sortOrder', order, ['ascending', 'descending']);
  }
  return order === 'ascending';
}

function intervalIn(body: JsonObject): { readonly from: number; readonly to: number } {
  const text = textOf(body, 'interval');
  if (text === '') throw badRequest('The request is missing a required value: interval.', 'missing.required.value');
  const [from = NaN, to = NaN] = text.split('/').map((part) => Date.parse(part));
  if (from < to) return { from, to };
  const details = [{ errorCode: 'invalid.value', fieldName: 'interval' }];
  const message = 'interval must be two ISO-8601 dates parted by "/", the earlier one first.';
  throw badRequest(message, 'invalid.value', { details });
}

function filtersIn(body: JsonObject): AuditQuery['filters'] {
  const filters = Array.isArray(body['filters']) ? body['filters'].filter(isObject) : [];
  return filters.map((filter) => {
    const name = textOf(filter, 'property');
    const property = filterProperties.find((known) => known === name);
    if (property === undefined) throw invalidValue('filters.property', name, filterProperties);
    const value = filter['value'];
    if (typeof value === 'string') return { property, value };
    throw badRequest('The request is missing a required value: filters.value.', 'missing.required.value');
  });
}

function propertyOf(message: JsonObject, property: FilterProperty): string {
  switch (property) {
    case 'UserId':
      return refId(message['user']) ?? '';
    case 'ClientId':
      return refId(message['client']) ?? '';
    case 'EntityId':
      return refId(message['entity']) ?? '';
    case 'EntityType':
      return textOf(message, 'entityType');
    case 'Action':
      return textOf(message, 'action');
    case 'TrusteeOrganizationId':
      return '';
    default:
      return property satisfies never;
  }
}

function invalidValue(fieldName: string, value: string, allowed: readonly string[]): Error {
  const message = `Value [${value}] is not valid for field [${fieldName}]. Allowable values are: ${allowed.join(', ')}`;
  return badRequest(message, 'invalid.value', { details: [{ errorCode: 'invalid.value', fieldName }] });
}
