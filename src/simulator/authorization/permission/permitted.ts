import { authorityOf } from '../../access/grants.ts';
import { divisionsFor } from '../../access/permission.ts';
import type { Context } from '../../context.ts';
import { pageOf } from '../../entity/listing.ts';
import { shownTo } from '../../entity/routes.ts';
import type { Route } from '../../feature.ts';
import { textOf, type Entity } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { divisionType } from '../division/division-type.ts';

const path = '/api/v2/authorization/divisionspermitted';
const none = { none: true } as const;

/** In which divisions a permission holds, for the caller or another subject. */
export const permittedRoutes: readonly Route[] = [
  { method: 'GET', path: `${path}/me`, permissions: none, handle: permittedToMe },
  {
    method: 'GET',
    path: `${path}/paged/me`,
    permissions: none,
    handle: (context) => permittedPage(context, context.caller.subjectId),
  },
  {
    method: 'GET',
    path: `${path}/paged/{subjectId}`,
    permissions: none,
    handle: (context) => permittedPage(context, context.params['subjectId'] ?? ''),
  },
];

function permittedToMe(context: Context): Reply {
  const name = context.query.get('name')?.toLowerCase();
  const { divisions } = permitted(context, context.caller.subjectId);
  const chosen = divisions.filter((division) => !name || textOf(division, 'name').toLowerCase().includes(name));
  return { status: 200, body: chosen.map((division) => shownTo(context, divisionType, division)) };
}

function permittedPage(context: Context, subjectId: string): Reply {
  const { divisions, all } = permitted(context, subjectId);
  const present = (division: Entity): unknown => shownTo(context, divisionType, division);
  return { status: 200, body: { ...pageOf(context, divisions, { maxPageSize: 500, present }), allDivsPermitted: all } };
}

function permitted(
  context: Context,
  subjectId: string,
): { readonly divisions: readonly Entity[]; readonly all: boolean } {
  const permission = context.query.get('permission');
  if (!permission) throw badRequest('The request is missing a required value: permission.', 'missing.required.value');
  const granted = divisionsFor(authorityOf(context.organisation, subjectId), permission);
  const divisions = context.organisation
    .collection(divisionType.name)
    .shownAll()
    .filter((division) => division['state'] !== 'deleted');
  if (granted === '*') return { divisions, all: true };
  return { divisions: divisions.filter((division) => granted.has(division.id)), all: false };
}
