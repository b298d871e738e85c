import type { Context } from '../context.ts';
import type { Route } from '../feature.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import type { EntityType } from './entity-type.ts';
import { expansions } from './listing.ts';
import { pageBody, queryOfBody } from './page-body.ts';
import { presentEntity } from './present.ts';
import { selectEntities } from './select.ts';
import { readableEntity } from './visibility.ts';
import { createEntity, deleteEntity, updateEntity } from './write.ts';

/** The list, get, create, update and delete operations that a type declares. */
export function routesOfType(type: EntityType): readonly Route[] {
  const one = `${type.path}/{${type.idParameter}}`;
  const paths = { list: type.path, get: one, create: type.path, update: one, delete: one, ...type.paths };
  const id = (context: Context): string => context.params[type.idParameter] ?? '';
  const { list, get, create, update, delete: removal } = type;
  return [
    list && {
      method: list.method ?? 'GET',
      path: paths.list,
      permissions: list.permissions,
      handle: (context: Context) => listReply(context, type),
    },
    get && {
      method: 'GET',
      path: paths.get,
      permissions: get.permissions,
      handle: (context: Context) => getReply(context, type, id(context)),
    },
    create && {
      method: 'POST',
      path: paths.create,
      permissions: create.permissions,
      handle: (context: Context) =>
        entityReply(context, answering(type, create.answer), createEntity(context, type, context.body), create.status),
    },
    update && {
      method: update.method,
      path: paths.update,
      permissions: update.permissions,
      handle: (context: Context) =>
        entityReply(
          context,
          answering(type, update.answer),
          updateEntity(context, type, id(context), context.body),
          update.status,
        ),
    },
    removal && {
      method: 'DELETE',
      path: paths.delete,
      permissions: removal.permissions,
      handle: (context: Context) => {
        const before = deleteEntity(context, type, id(context));
        if (removal.answer === undefined) return { status: removal.status ?? 204 };
        return entityReply(context, answering(type, removal.answer), before, removal.status);
      },
    },
  ].filter((route) => route !== undefined);
}

/** The object as the operation answers it, with `expand` of the request. */
export function shownTo(context: Context, type: EntityType, entity: Entity): JsonObject {
  return presentEntity(context.world, context.organisation, type, { entity, expand: partsAsked(context.query) });
}

function listReply(context: Context, type: EntityType): Reply {
  const listing = type.list;
  if (!listing) return { status: 405 };
  const asked = listing.method === 'POST' ? { ...context, query: queryOfBody(context.body) } : context;
  const items = selectEntities(asked, type, listing);
  const expand = partsAsked(asked.query);
  const shown = listing.element === undefined ? type : { ...type, model: listing.element };
  const present = (entity: Entity): JsonObject =>
    presentEntity(context.world, context.organisation, shown, { entity, expand });
  return { status: 200, body: pageBody(asked, listing, items, present) };
}

/** What `expand` names, and what flags such as `includeSize=true` do. */
function partsAsked(query: URLSearchParams): readonly string[] {
  const flags = [...query].filter(([name, value]) => /^include[A-Z]/u.test(name) && value.toLowerCase() === 'true');
  return [...expansions(query), ...flags.map(([name]) => `${name.charAt(7).toLowerCase()}${name.slice(8)}`)];
}

function getReply(context: Context, type: EntityType, id: string): Reply {
  const entity = readableEntity(context, type, id);
  if (type.hooks?.readable?.(entity, context.query) === false) throw notFound(type.label, id);
  return entityReply(context, type, entity);
}

function answering(type: EntityType, model: string | undefined): EntityType {
  return model === undefined ? type : { ...type, model };
}

function entityReply(context: Context, type: EntityType, entity: Entity, status = 200): Reply {
  return { status, body: shownTo(context, type, entity) };
}
