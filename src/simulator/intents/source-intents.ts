import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { recordAudit } from '../entity/audit.ts';
import { pageOf } from '../entity/listing.ts';
import { namedEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import { prunedTo } from '../model/model-form.ts';
import type { Reply } from '../wire/message.ts';
import { intentType } from './intent-types.ts';
import { sourceIntentsIn, sourceIntentsOf } from './source-intent-store.ts';

/** Intents of bots and topics, added to customer intents and taken away in bulk; a result for each item. */
export const sourceIntentRoutes: readonly Route[] = [
  describedRoute('getIntentsCustomerintentSourceintents', list),
  describedRoute('postIntentsCustomerintentSourceintentsBulkAdd', add),
  describedRoute('postIntentsCustomerintentSourceintentsBulkRemove', remove),
  describedRoute('getIntentsSourceintents', listAll),
];

function list(context: Context): Reply {
  const phrase = context.query.get('queryValue')?.toLowerCase() ?? '';
  const entries = sourceIntentsOf(context.organisation, namedIntent(context).id);
  return page(
    context,
    entries.filter((entry) => JSON.stringify(entry['sourceIntent']).toLowerCase().includes(phrase)),
  );
}

function listAll(context: Context): Reply {
  const [type, sourceId] = [context.query.get('type'), context.query.get('sourceId')];
  const entries = sourceIntentsIn(context.organisation).currentAll();
  const fits = ({ sourceIntent }: Entity): boolean =>
    isObject(sourceIntent) &&
    (type === null || sourceIntent['sourceType'] === type) &&
    (sourceId === null || sourceIntent['sourceId'] === sourceId);
  return page(context, entries.filter(fits));
}

function page(context: Context, entries: readonly Entity[]): Reply {
  const intents = context.organisation.collection(intentType.name);
  const present = ({ sourceIntent, customerIntentId }: Entity): JsonObject => {
    const id = String(customerIntentId);
    return { sourceIntent, customerIntent: { id, name: textOf(intents.current(id) ?? {}, 'name') } };
  };
  return { status: 200, body: pageOf(context, entries, { maxPageSize: 100, present }) };
}

/** One that belongs to another customer intent fails, as does one without an id. */
function add(context: Context): Reply {
  const intent = namedIntent(context);
  const { items } = checkBody(context.body, 'BulkAddSourceIntentsRequest');
  const sources = Array.isArray(items) ? items.filter(isObject) : [];
  const stored = sourceIntentsIn(context.organisation);
  const results = sources.map((source) => {
    const id = textOf(source, 'sourceIntentId');
    const holder = stored.current(id)?.['customerIntentId'];
    const success = id !== '' && (holder === undefined || holder === intent.id);
    const sourceIntent = prunedTo(source, 'SourceIntent');
    if (success) stored.put({ id, customerIntentId: intent.id, sourceIntent });
    return { id, success };
  });
  return answer(context, intent, results);
}

function remove(context: Context): Reply {
  const intent = namedIntent(context);
  const { items } = checkBody(context.body, 'BulkRemoveSourceIntentsRequest');
  const stored = sourceIntentsIn(context.organisation);
  const results = stringsOf(items).map((id) => {
    const success = stored.current(id)?.['customerIntentId'] === intent.id;
    if (success) stored.remove(id);
    return { id, success };
  });
  return answer(context, intent, results);
}

function answer(
  context: Context,
  intent: Entity,
  results: readonly { readonly id: string; readonly success: boolean }[],
): Reply {
  const failed = results.filter(({ success }) => !success).map(({ id }) => id);
  const entity = { id: intent.id, name: textOf(intent, 'name') };
  if (failed.length < results.length) recordAudit(context, { ...intentType.audit, action: 'Update', entity });
  return { status: 200, body: { results, errorCount: failed.length, errorResultIds: failed } };
}

function namedIntent(context: Context): Entity {
  return namedEntity(context, intentType);
}
