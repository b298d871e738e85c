import type { Context } from '../context.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import { readableEntity, writableEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { isObject, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import { userType } from '../directory/user.ts';

const ofOrganisation = '/api/v2/routing/utilization';
const ofUser = '/api/v2/routing/users/{userId}/utilization';
const view = { any: ['routing:utilization:view', 'routing:utilization:manage'] } as const;
const manage = { all: ['routing:utilization:manage'] } as const;
const shelf = 'routing_utilization';
const organisationKey = 'organisation';

const media = (maximumCapacity: number): JsonObject => ({
  maximumCapacity,
  interruptableMediaTypes: [],
  includeNonAcd: false,
});
const standard: JsonObject = { call: media(1), callback: media(1), chat: media(4), email: media(1), message: media(4) };

/** How many conversations of a medium agents take at once: for the organisation, and for users who differ from it. */
export const utilizationRoutes: readonly Route[] = [
  { method: 'GET', path: ofOrganisation, permissions: view, handle: (context) => shown(context) },
  {
    method: 'PUT',
    path: ofOrganisation,
    permissions: manage,
    handle: (context) => {
      store(context, organisationKey);
      return shown(context);
    },
  },
  {
    method: 'DELETE',
    path: ofOrganisation,
    permissions: manage,
    handle: (context) => reset(context, organisationKey),
  },
  {
    method: 'GET',
    path: ofUser,
    permissions: view,
    handle: (context) => shownUser(context, readableEntity(context, userType, userId(context)).id),
  },
  {
    method: 'PUT',
    path: ofUser,
    permissions: manage,
    handle: (context) => {
      const id = writableUser(context);
      store(context, id);
      return shownUser(context, id);
    },
  },
  {
    method: 'DELETE',
    path: ofUser,
    permissions: manage,
    handle: (context) => reset(context, writableUser(context)),
  },
];

function userId(context: Context): string {
  return context.params['userId'] ?? '';
}

function writableUser(context: Context): string {
  const user = writableEntity(context, userType, userId(context), { none: true });
  if (user['state'] === 'deleted') throw notFound('user', user.id);
  return user.id;
}

function store(context: Context, key: string): void {
  const body = checkBody(context.body, 'UtilizationRequest');
  const before = context.organisation.ledger(shelf).current(key);
  const after = { ...body, id: key };
  context.organisation.ledger(shelf).put(after);
  record(context, before ?? { id: key }, after);
}

function reset(context: Context, key: string): Reply {
  const before = context.organisation.ledger(shelf).current(key);
  context.organisation.ledger(shelf).remove(key);
  if (before) record(context, before, { id: key });
  return { status: 204 };
}

/** Own settings that begin or end are told as a change of those that were in force. */
function record(context: Context, before: Entity, after: Entity): void {
  const entityType = after.id === organisationKey ? 'MaxOrgRoutingUtilizationCapacity' : 'UserUtilization';
  recordAudit(context, auditOf({ service: 'ContactCenter', entityType }, before, after));
}

function shown(context: Context): Reply {
  return {
    status: 200,
    body: settingsOf(context, organisationKey) ?? { utilization: standard, labelUtilizations: {} },
  };
}

/** A user without own settings shows those of the organisation, and `level` says whose they are. */
function shownUser(context: Context, id: string): Reply {
  const own = settingsOf(context, id);
  if (own) return { status: 200, body: { ...own, level: 'Agent' } };
  const { body } = shown(context);
  return { status: 200, body: { ...(isObject(body) ? body : {}), level: 'Organization' } };
}

function settingsOf(context: Context, key: string): JsonObject | undefined {
  const stored = context.organisation.ledger(shelf).current(key);
  if (!stored) return undefined;
  const { id: _id, utilization, labelUtilizations, ...rest }: JsonObject = stored;
  return {
    ...rest,
    utilization: { ...standard, ...(isObject(utilization) ? utilization : {}) },
    labelUtilizations: isObject(labelUtilizations) ? labelUtilizations : {},
  };
}
