import { allGrants } from '../../access/grants.ts';
import type { Context } from '../../context.ts';
import { shownTo } from '../../entity/routes.ts';
import { readableEntity } from '../../entity/visibility.ts';
import { storeEntity } from '../../entity/write.ts';
import type { Route } from '../../feature.ts';
import { isObject, textOf } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { notFound } from '../../wire/platform-error.ts';
import { barePageOf } from '../grant/bare-page.ts';
import { shownGrant } from '../grant/shown-grant.ts';
import { divisionType } from './division-type.ts';

const { path } = divisionType;
const none = { none: true } as const;

/** What divisions have beside reading and writing them. */
export const divisionRoutes: readonly Route[] = [
  { method: 'GET', path: `${path}/limit`, permissions: none, handle: () => ({ status: 200, body: 70 }) },
  {
    method: 'GET',
    path: `${path}/{divisionId}/grants`,
    permissions: { any: ['authorization:grant:view'] },
    handle: divisionGrants,
  },
  {
    method: 'POST',
    path: `${path}/{divisionId}/restore`,
    permissions: { any: ['authorization:division:add'] },
    handle: restoreDivision,
  },
];

/** Grants in this very division; those in all divisions are not among them. */
function divisionGrants(context: Context): Reply {
  const { organisation } = context;
  const { id } = readableEntity(context, divisionType, context.params['divisionId'] ?? '');
  const grants = allGrants(organisation).filter(({ grant }) => grant.divisionId === id);
  const present = (held: (typeof grants)[number]): unknown => shownGrant(organisation, held);
  return { status: 200, body: barePageOf(context, grants, { maxPageSize: 500, present }) };
}

/** A body may give the division another name or description. */
function restoreDivision(context: Context): Reply {
  const id = context.params['divisionId'] ?? '';
  const before = context.organisation.collection(divisionType.name).current(id);
  if (before?.['state'] !== 'deleted') throw notFound('deleted division', id);
  const wish = isObject(context.body) ? context.body : {};
  const entity = {
    ...before,
    name: textOf(wish, 'name') || textOf(before, 'name'),
    description: textOf(wish, 'description') || textOf(before, 'description'),
    state: 'active',
  };
  const restored = storeEntity(context, divisionType, { entity, before });
  return { status: 200, body: shownTo(context, divisionType, restored) };
}
