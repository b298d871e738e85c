import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import { cursorPageOf } from '../entity/listing.ts';
import { shownTo } from '../entity/routes.ts';
import { readableEntity, writableEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import { permissionsFor } from '../model/description.ts';
import type { Reply } from '../wire/message.ts';
import { conflict, notFound } from '../wire/platform-error.ts';
import { configurationType } from './configuration.ts';
import { keepPublished, latestPublished, publishedVersion, publishedVersions } from './published-versions.ts';

const publishOperation = 'postWebdeploymentsConfigurationVersionsDraftPublish';

/** Versions of configurations: numbered from 1 in the order of their publication; the draft comes first in the list. */
export const versionRoutes: readonly Route[] = [
  describedRoute('getWebdeploymentsConfigurationVersions', list),
  describedRoute('getWebdeploymentsConfigurationVersion', get),
  describedRoute(publishOperation, publish),
];

/** A published version as it is answered. */
export function shownVersion(context: Context, version: Entity): JsonObject {
  const shown = shownTo(context, configurationType, version);
  return { ...shown, selfUri: `${configurationType.path}/${version.id}/versions/${String(version['version'])}` };
}

function list(context: Context): Reply {
  const draft = readableEntity(context, configurationType, configurationId(context));
  const versions = publishedVersions(context.organisation, draft.id).map((entry) => shownVersion(context, entry));
  const entities = [shownTo(context, configurationType, draft), ...versions];
  const items = entities.map((entity, index) => ({ ...entity, id: String(index) }));
  const present = ({ id }: Entity) => entities[Number(id)];
  const page = cursorPageOf(context, items, { maxPageSize: 300, defaultPageSize: 300, present });
  return { status: 200, body: { ...page, total: entities.length } };
}

function get(context: Context): Reply {
  const { id } = readableEntity(context, configurationType, configurationId(context));
  const wanted = context.params['versionId'] ?? '';
  const found = publishedVersion(context.organisation, id, wanted);
  if (!found) throw notFound('version of web deployment configuration', wanted);
  return { status: 200, body: shownVersion(context, found) };
}

function publish(context: Context): Reply {
  const { organisation, caller, now } = context;
  const rule = permissionsFor(publishOperation);
  const draft = writableEntity(context, configurationType, configurationId(context), rule);
  if (draft['status'] !== 'Active')
    throw conflict(`The draft of the configuration with id ${draft.id} is not active yet.`);
  const version = String(Number(latestPublished(organisation, draft.id)?.['version'] ?? 0) + 1);
  const date = isoDate(now);
  const published: Entity = { ...draft, version, datePublished: date, publishedUser: { id: caller.subjectId } };
  keepPublished(organisation, published);
  organisation.collection(configurationType.name).put({ ...draft, datePublished: date });
  recordAudit(context, { ...auditOf(configurationType.audit, draft, draft), action: 'Publish' });
  return { status: 200, body: shownVersion(context, published) };
}

function configurationId(context: Context): string {
  return context.params['configurationId'] ?? '';
}
