import type { Context } from '../../context.ts';
import { auditOf, recordAudit } from '../../entity/audit.ts';
import type { Route } from '../../feature.ts';
import { isObject, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest } from '../../wire/platform-error.ts';

/** Settings of which an organisation has one object, with what can be changed and its beginning. */
type Settings = { readonly path: string; readonly method: 'PUT' | 'PATCH'; readonly start: JsonObject };

const analysis: Settings = {
  path: '/api/v2/authorization/settings',
  method: 'PATCH',
  start: { analysisEnabled: false, analysisDays: 90 },
};
const roles: Settings = {
  path: '/api/v2/authorization/roles/settings',
  method: 'PUT',
  start: { backfillEnabled: true, authorizationGrantDivisionAware: true },
};
const shelf = 'authorization.settings';
const view = { any: ['directory:organization:admin', 'authorization:settings:view'] } as const;
const edit = { any: ['directory:organization:admin', 'authorization:settings:edit'] } as const;

/** The settings of authorization and of roles. */
export const settingsRoutes: readonly Route[] = [analysis, roles].flatMap((settings): readonly Route[] => [
  { method: 'GET', path: settings.path, permissions: view, handle: (context) => shown(context, settings) },
  { method: settings.method, path: settings.path, permissions: edit, handle: (context) => change(context, settings) },
]);

function shown(context: Context, settings: Settings): Reply {
  return { status: 200, body: { ...current(context, settings), id: context.organisation.id, selfUri: settings.path } };
}

function change(context: Context, settings: Settings): Reply {
  if (!isObject(context.body)) {
    throw badRequest('The request body is missing or is not a JSON object.', 'invalid.request.body');
  }
  const before = current(context, settings);
  const given = Object.entries(context.body).filter(([name]) => name in settings.start);
  for (const [name, value] of given) {
    if (typeof value === typeof settings.start[name]) continue;
    throw badRequest(`The value of field [${name}] must be of type ${typeof settings.start[name]}.`);
  }
  const changed: Entity = { ...before, ...Object.fromEntries(given), id: settings.path };
  context.organisation.ledger(shelf).put(changed);
  recordAudit(context, auditOf({ service: 'PeoplePermissions', entityType: 'AuthOrganization' }, before, changed));
  return shown(context, settings);
}

function current(context: Context, settings: Settings): Entity {
  return { ...settings.start, ...context.organisation.ledger(shelf).current(settings.path), id: settings.path };
}
