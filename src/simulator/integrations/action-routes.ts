import type { Context } from '../context.ts';
import { pageOf } from '../entity/listing.ts';
import { selectEntities } from '../entity/select.ts';
import { readableEntity } from '../entity/visibility.ts';
import { createEntity, deleteEntity, updateEntity } from '../entity/write.ts';
import type { Route } from '../feature.ts';
import type { Entity } from '../kernel/values.ts';
import { textOf } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import { actionListing, actionType, actionWrites, viewActions } from './action.ts';
import { fileRoutes } from './action-files.ts';
import { runRoutes } from './action-run.ts';
import { askedView, shownAction } from './action-view.ts';
import { draftOf, forgetDraft } from './draft-store.ts';

const { path } = actionType;
const one = `${path}/{actionId}`;

/** Published data actions: list, read, write, templates and schemas. */
export const actionRoutes: readonly Route[] = [
  { method: 'GET', path, permissions: viewActions, handle: list },
  { method: 'POST', path, permissions: { any: ['integrations:action:add'] }, handle: create },
  { method: 'GET', path: one, permissions: viewActions, handle: get },
  { method: 'PATCH', path: one, permissions: { any: ['integrations:action:edit'] }, handle: update },
  { method: 'DELETE', path: one, permissions: { any: ['integrations:action:delete'] }, handle: remove },
  { method: 'GET', path: `${path}/categories`, permissions: viewActions, handle: categories },
  ...fileRoutes(one, publishedAction),
  ...runRoutes(one, publishedAction),
];

function list(context: Context): Reply {
  const view = askedView(context, false);
  const items = selectEntities(context, actionType, actionListing);
  return {
    status: 200,
    body: pageOf(context, items, { maxPageSize: 100, present: (action: Entity) => shownAction(action, view) }),
  };
}

function get(context: Context): Reply {
  return { status: 200, body: shownAction(publishedAction(context), askedView(context, false)) };
}

function create(context: Context): Reply {
  return whole(createEntity(context, actionWrites, context.body));
}

function update(context: Context): Reply {
  return whole(updateEntity(context, actionWrites, context.params['actionId'] ?? '', context.body));
}

function remove(context: Context): Reply {
  const id = context.params['actionId'] ?? '';
  const published = context.organisation.collection(actionType.name).current(id);
  if (!published && !draftOf(context.organisation, id)) throw notFound(actionType.label, id);
  if (published) deleteEntity(context, actionWrites, id);
  forgetDraft(context.organisation, id);
  return { status: 204 };
}

function categories(context: Context): Reply {
  const actions = selectEntities(context, actionType, { permissions: viewActions, maxPageSize: 100 });
  const names = [...new Set(actions.map((action) => textOf(action, 'category')))].sort();
  return { status: 200, body: pageOf(context, names, { maxPageSize: 100, present: (name: string) => ({ name }) }) };
}

function publishedAction(context: Context): Entity {
  return readableEntity(context, actionType, context.params['actionId'] ?? '');
}

function whole(action: Entity): Reply {
  return { status: 200, body: shownAction(action, { contract: true, config: true, draft: false }) };
}
