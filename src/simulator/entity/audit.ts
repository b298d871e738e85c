import type { Context } from '../context.ts';
import { isoDate } from '../kernel/clock.ts';
import { textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { propertyChanges, type PropertyChange } from '../state/audit-trail.ts';

/** What an audit record says beyond who and when. */
export type AuditWish = {
  readonly service: string;
  readonly entityType: string;
  /** As the audit API names actions: `Create`, `Update`, `Delete`, `MemberAdd`, … */
  readonly action: string;
  readonly entity: { readonly id: string; readonly name?: string | undefined };
  readonly changes?: readonly PropertyChange[];
};

/** Writes an audit record of a change made by the caller of the request. */
export function recordAudit(context: Context, wish: AuditWish): void {
  const { caller, organisation } = context;
  const message: Entity = {
    id: organisation.ids.next(),
    userHomeOrgId: organisation.id,
    ...(caller.userId === undefined ? {} : { user: { id: caller.userId, selfUri: `/api/v2/users/${caller.userId}` } }),
    client: clientReference(caller.clientId),
    remoteIp: [context.remoteIp],
    serviceName: wish.service,
    level: 'USER',
    eventDate: isoDate(context.now),
    message: { message: `${wish.action} ${wish.entityType}`, messageParams: {} },
    action: wish.action,
    entity: entityReference(context, wish),
    entityType: wish.entityType,
    status: 'SUCCESS',
    application: 'public-api',
    initiatingAction: { transactionId: context.correlationId },
    transactionInitiator: true,
    propertyChanges: wish.changes ?? [],
    context: {},
    entityChanges: [],
  };
  organisation.audits.append({ at: context.now, message });
}

/** The audit wish for an object that was created, changed, deleted or restored. */
export function auditOf(
  kind: { readonly service: string; readonly entityType: string },
  before: Entity | undefined,
  after: Entity | undefined,
): AuditWish {
  const entity = after ?? before ?? { id: '' };
  const none: JsonObject = {};
  return {
    ...kind,
    action: actionOf(before, after),
    entity: { id: entity.id, name: textOf(entity, 'name') },
    changes: propertyChanges(before ?? none, after ?? none),
  };
}

function actionOf(before: Entity | undefined, after: Entity | undefined): string {
  if (before === undefined) return 'Create';
  if (after === undefined) return 'Delete';
  return before['state'] === 'deleted' && after['state'] !== 'deleted' ? 'Restore' : 'Update';
}

function entityReference(context: Context, wish: AuditWish): object {
  const { id, name } = wish.entity;
  const path = pathsOf(context.world.types).get(`${wish.service}/${wish.entityType}`);
  return { id, ...(name === undefined ? {} : { name }), ...(path === undefined ? {} : { selfUri: `${path}/${id}` }) };
}

const pathIndexes = new WeakMap<Context['world']['types'], ReadonlyMap<string, string>>();

/** Where the objects of a kind of audit are read; kinds under a parent are left out. */
function pathsOf(types: Context['world']['types']): ReadonlyMap<string, string> {
  const known = pathIndexes.get(types);
  if (known) return known;
  const plain = [...types.values()].filter((type) => !type.path.includes('{'));
  const paths = new Map(plain.map(({ audit, path }) => [`${audit.service}/${audit.entityType}`, path]));
  pathIndexes.set(types, paths);
  return paths;
}

function clientReference(clientId: string | undefined): object {
  return clientId === undefined ? { id: '' } : { id: clientId, selfUri: `/api/v2/oauth/clients/${clientId}` };
}
