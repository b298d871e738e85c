import { grantsOf, grantsVersionOf, heldGrants, type Grant } from '../../access/grants.ts';
import type { Context } from '../../context.ts';
import type { Route } from '../../feature.ts';
import { textOf, type JsonObject } from '../../kernel/values.ts';
import { checkBody, checkListBody } from '../../model/model-check.ts';
import type { Reply } from '../../wire/message.ts';
import { notFound } from '../../wire/platform-error.ts';
import { queryFlag, queryList } from '../../wire/query.ts';
import { changeGrants, grantIn, isSameGrant, withGrants } from './change-grants.ts';
import { findSubject } from './role-holders.ts';
import { shownGrant } from './shown-grant.ts';

const path = '/api/v2/authorization/subjects';
const view = { any: ['authorization:grant:view'] } as const;
const add = { all: ['authorization:grant:add'] } as const;
const remove = { all: ['authorization:grant:delete'] } as const;
const single = `${path}/{subjectId}/divisions/{divisionId}/roles/{roleId}`;

/** Which roles a subject holds in which divisions; subjects are users, groups and OAuth clients. */
export const subjectRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/me`,
    permissions: { none: true },
    handle: (context) => subject(context, context.caller.subjectId),
  },
  { method: 'GET', path: `${path}/rolecounts`, permissions: view, handle: roleCounts },
  {
    method: 'GET',
    path: `${path}/{subjectId}`,
    permissions: view,
    handle: (context) => subject(context, subjectId(context)),
  },
  { method: 'POST', path: `${path}/{subjectId}/bulkadd`, permissions: add, handle: bulkAdd },
  { method: 'POST', path: `${path}/{subjectId}/bulkremove`, permissions: remove, handle: bulkRemove },
  {
    method: 'POST',
    path: `${path}/{subjectId}/bulkreplace`,
    permissions: { all: ['authorization:grant:add', 'authorization:grant:delete'] },
    handle: bulkReplace,
  },
  { method: 'POST', path: single, permissions: add, handle: addOne },
  { method: 'DELETE', path: single, permissions: remove, handle: removeOne },
];

function subjectId(context: Context): string {
  return context.params['subjectId'] ?? '';
}

/** Own grants and those that groups give; the same role in the same division shows once unless `includeDuplicates`. */
function subject(context: Context, id: string): Reply {
  const { organisation } = context;
  const found = findSubject(organisation, id);
  if (!found) throw notFound('subject', id);
  const held = heldGrants(organisation, id);
  const isFirst = (grant: Grant, index: number): boolean =>
    !held.slice(0, index).some((earlier) => isSameGrant(earlier.grant, grant));
  const shown = queryFlag(context.query, 'includeDuplicates')
    ? held
    : held.filter(({ grant }, index) => isFirst(grant, index));
  const grants = shown.map((entry) => shownGrant(organisation, entry));
  const version = grantsVersionOf(organisation, id);
  return { status: 200, body: { id, name: found.name, grants, version, selfUri: `${path}/${id}` } };
}

function roleCounts(context: Context): Reply {
  const counts = queryList(context.query, 'id').map((id) => {
    const roles = heldGrants(context.organisation, id).map(({ grant }) => grant.roleId);
    return [id, new Set(roles).size] as const;
  });
  return { status: 200, body: Object.fromEntries(counts) satisfies JsonObject };
}

function bulkAdd(context: Context): Reply {
  return replace(context, withGrants(own(context), grantsInBody(context)));
}

function bulkRemove(context: Context): Reply {
  const unwanted = pairsInBody(context);
  const isUnwanted = (grant: Grant): boolean => unwanted.some((other) => isSameGrant(grant, other));
  return replace(
    context,
    own(context).filter((grant) => !isUnwanted(grant)),
  );
}

function bulkReplace(context: Context): Reply {
  const wanted = withGrants([], grantsInBody(context));
  const before = own(context);
  return replace(
    context,
    wanted.map((grant) => before.find((other) => isSameGrant(grant, other)) ?? grant),
  );
}

function addOne(context: Context): Reply {
  const grant = grantIn(context, context.params['roleId'] ?? '', context.params['divisionId'] ?? '');
  return replace(context, withGrants(own(context), [grant]));
}

function removeOne(context: Context): Reply {
  const { roleId = '', divisionId = '' } = context.params;
  return replace(
    context,
    own(context).filter((grant) => !isSameGrant(grant, { roleId, divisionId })),
  );
}

function own(context: Context): readonly Grant[] {
  return grantsOf(context.organisation, subjectId(context));
}

function pairsInBody(context: Context): readonly { readonly roleId: string; readonly divisionId: string }[] {
  const { grants } = checkBody(context.body, 'RoleDivisionGrants');
  return checkListBody(grants, 'RoleDivisionPair').map((pair) => ({
    roleId: textOf(pair, 'roleId'),
    divisionId: textOf(pair, 'divisionId'),
  }));
}

function grantsInBody(context: Context): readonly Grant[] {
  return pairsInBody(context).map(({ roleId, divisionId }) => grantIn(context, roleId, divisionId));
}

function replace(context: Context, grants: readonly Grant[]): Reply {
  changeGrants(context, subjectId(context), grants);
  return { status: 204 };
}
