import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { shownTo } from '../entity/routes.ts';
import { readableEntity } from '../entity/visibility.ts';
import { updateEntity } from '../entity/write.ts';
import type { Route } from '../feature.ts';
import { refId, textOf, type Entity } from '../kernel/values.ts';
import type { Collection } from '../state/collection.ts';
import type { Reply } from '../wire/message.ts';
import { conflict, notFound } from '../wire/platform-error.ts';
import { schedulesIn } from './schedule-store.ts';

const described = describedType('journey_views', {
  label: 'journey view',
  audit: { service: 'JourneyAnalytics' },
  hooks: {
    accept: (context, body, before) => {
      const named = context.params['versionId'];
      if (before !== undefined && named !== undefined && named !== String(before['version']))
        throw conflict(`Version ${named} is not the latest version of the journey view with id ${before.id}.`);
      return body;
    },
    stored: (context, entity, before) => {
      if (entity !== undefined) keep(context, entity);
      else if (before !== undefined) forget(context, before.id);
    },
  },
});

/** Journey views: every change makes a new version, and the earlier ones can still be read. */
export const viewType: EntityType = {
  ...described,
  ...(described.list && {
    list: {
      ...described.list,
      filter: (query) => {
        const wanted = query.get('nameOrCreatedBy')?.toLowerCase();
        if (!wanted) return undefined;
        return (view) =>
          textOf(view, 'name').toLowerCase().includes(wanted) || refId(view['createdBy'])?.toLowerCase() === wanted;
      },
    },
  }),
};

/** Making a version without naming the latest one, and reading any. */
export const viewRoutes: readonly Route[] = [
  describedRoute('postJourneyViewVersions', (context) => {
    const view = updateEntity(context, viewType, context.params['viewId'] ?? '', context.body);
    return { status: 200, body: shownTo(context, viewType, view) };
  }),
  describedRoute('getJourneyViewVersion', getVersion),
];

function getVersion(context: Context): Reply {
  const { id } = readableEntity(context, viewType, context.params['viewId'] ?? '');
  const version = context.params['versionId'] ?? '';
  const found = versionsIn(context).shown(`${id}/${version}`);
  if (!found) throw notFound('version of journey view', version);
  return { status: 200, body: shownTo(context, viewType, found['view'] as Entity) };
}

function keep(context: Context, view: Entity): void {
  versionsIn(context).put({ id: `${view.id}/${String(view['version'])}`, viewId: view.id, view });
}

function forget(context: Context, viewId: string): void {
  for (const { id, viewId: of } of versionsIn(context).currentAll()) if (of === viewId) versionsIn(context).remove(id);
  if (schedulesIn(context.organisation).current(viewId)) schedulesIn(context.organisation).remove(viewId);
}

function versionsIn({ organisation }: Context): Collection {
  return organisation.collection('journey_views.versions');
}
