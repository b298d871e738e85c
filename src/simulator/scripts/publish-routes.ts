import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { recordAudit } from '../entity/audit.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { pageOf } from '../entity/listing.ts';
import { pageBody } from '../entity/page-body.ts';
import { shownTo } from '../entity/routes.ts';
import { selectEntities } from '../entity/select.ts';
import { readableEntity, writableEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import { prunedTo } from '../model/model-form.ts';
import type { Reply } from '../wire/message.ts';
import { conflict } from '../wire/platform-error.ts';
import { publishedType, scriptType } from './script.ts';

const view = { any: ['scripter:publishedScript:view'] };
const publishing = { any: ['scripter:publishedScript:add'] };

/** Publishing scripts, and the published ones with their pages. */
export const publishRoutes: readonly Route[] = [
  describedRoute('getScriptsPublished', list, view),
  describedRoute('postScriptsPublished', publish, publishing),
  { method: 'GET', path: '/api/v2/scripts/published/{scriptId}', permissions: view, handle: getPublished },
  {
    method: 'GET',
    path: '/api/v2/scripts/published/{scriptId}/pages',
    permissions: view,
    handle: (context) => pagesOf(context, publishedType),
  },
  {
    method: 'GET',
    path: '/api/v2/scripts/{scriptId}/pages',
    permissions: { any: ['scripter:script:view'] },
    handle: (context) => pagesOf(context, scriptType),
  },
];

function list(context: Context): Reply {
  const listing = publishedType.list ?? { permissions: view, maxPageSize: 500 };
  const found = selectEntities(context, publishedType, listing);
  const present = (script: Entity): JsonObject => shownTo(context, publishedType, script);
  return { status: 200, body: pageBody(context, listing, found, present) };
}

function getPublished(context: Context): Reply {
  return reply(context, publishedType, readableEntity(context, publishedType, scriptId(context)));
}

function publish(context: Context): Reply {
  const body = checkBody(context.body, 'PublishScriptRequestData');
  const script = writableEntity(context, scriptType, textOf(body, 'scriptId'), publishing);
  const versionId = body['versionId'] ?? script['versionId'];
  if (versionId !== script['versionId']) throw conflict('The script has changed since that version.');
  const published = { ...script, publishedDate: isoDate(context.now) };
  context.organisation.collection(scriptType.name).put(published);
  context.organisation.collection(publishedType.name).put(published);
  const entity = { id: script.id, name: textOf(script, 'name') };
  recordAudit(context, { ...scriptType.audit, action: 'Publish', entity });
  return reply(context, publishedType, published);
}

function pagesOf(context: Context, type: EntityType): Reply {
  const { pages } = readableEntity(context, type, scriptId(context));
  const shown = Array.isArray(pages) ? pages.filter(isObject) : [];
  const present = (page: JsonObject): unknown => prunedTo(page, 'Page');
  return { status: 200, body: pageOf(context, shown, { maxPageSize: 500, present })['entities'] };
}

function scriptId(context: Context): string {
  return context.params['scriptId'] ?? '';
}

function reply(context: Context, type: EntityType, script: Entity): Reply {
  return { status: 200, body: shownTo(context, type, script) };
}
