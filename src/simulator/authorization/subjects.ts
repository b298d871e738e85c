import { clientsCollection } from '../access/credentials.ts';
import { allGrants, grantsOf, policiesOf, putGrants, rolesCollection, type Grant } from '../access/grants.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../entity/audit.ts';
import { pageOf } from '../entity/listing.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, textOf, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { checkBody, checkListBody } from '../model/model-check.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';

const path = '/api/v2/authorization/subjects';
const view = { any: ['authorization:grant:view'] } as const;
const add = { all: ['authorization:grant:add'] } as const;
const remove = { all: ['authorization:grant:delete'] } as const;

/** Who holds which roles in which divisions; subjects are users, groups and OAuth clients. */
export const subjectRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/me`,
    permissions: { none: true },
    handle: (context) => subject(context, context.caller.subjectId),
  },
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
  {
    method: 'POST',
    path: `${path}/{subjectId}/divisions/{divisionId}/roles/{roleId}`,
    permissions: add,
    handle: addOne,
  },
  {
    method: 'DELETE',
    path: `${path}/{subjectId}/divisions/{divisionId}/roles/{roleId}`,
    permissions: remove,
    handle: removeOne,
  },
  {
    method: 'GET',
    path: '/api/v2/authorization/roles/{roleId}/subjectgrants',
    permissions: view,
    handle: subjectGrants,
  },
];

function subjectId(context: Context): string {
  return context.params['subjectId'] ?? '';
}

function subject(context: Context, id: string): Reply {
  const { organisation } = context;
  const name = nameOfSubject(organisation, id);
  if (name === undefined) throw notFound('subject', id);
  const grants = grantsOf(organisation, id).map((grant) => shownGrant(organisation, id, grant));
  return { status: 200, body: { id, name, grants, version: 1, selfUri: `${path}/${id}` } };
}

function shownGrant(organisation: Organisation, id: string, grant: Grant): JsonObject {
  const role = organisation.collection(rolesCollection).current(grant.roleId);
  const policies = policiesOf(role, grant.divisionId).map(({ domain, entityName, actions }) => ({
    domain,
    entityName,
    condition: null,
    actions,
  }));
  return {
    subjectId: id,
    division: shownDivision(organisation, grant.divisionId),
    role: {
      id: grant.roleId,
      name: textOf(role ?? {}, 'name'),
      description: textOf(role ?? {}, 'description'),
      policies,
      default: false,
    },
    grantMadeAt: grant.grantMadeAt,
  };
}

/** A division in grants; `*` stands for all divisions. */
function shownDivision(organisation: Organisation, id: string): JsonObject {
  if (id === '*') return { id: '*', name: '*' };
  const division = organisation.collection('auth_division').current(id) ?? {};
  const { name, description, homeDivision } = division as JsonObject;
  return { id, name, description, homeDivision, selfUri: `/api/v2/authorization/divisions/${id}` };
}

function nameOfSubject(organisation: Organisation, id: string): string | undefined {
  const found = [clientsCollection, 'user', 'group']
    .map((name) => organisation.collection(name).current(id))
    .find(Boolean);
  return found ? textOf(found, 'name') : undefined;
}

function bulkAdd(context: Context): Reply {
  const wanted = grantsInBody(context);
  const before = grantsOf(context.organisation, subjectId(context));
  return replaceGrants(context, [
    ...before.filter((grant) => !wanted.some((other) => isSame(grant, other))),
    ...wanted,
  ]);
}

function bulkRemove(context: Context): Reply {
  const unwanted = grantsInBody(context);
  const before = grantsOf(context.organisation, subjectId(context));
  return replaceGrants(
    context,
    before.filter((grant) => !unwanted.some((other) => isSame(grant, other))),
  );
}

function bulkReplace(context: Context): Reply {
  return replaceGrants(context, grantsInBody(context));
}

function addOne(context: Context): Reply {
  const grant = grantOf(context, context.params['roleId'] ?? '', context.params['divisionId'] ?? '');
  const before = grantsOf(context.organisation, subjectId(context));
  return replaceGrants(context, [...before.filter((other) => !isSame(grant, other)), grant]);
}

function removeOne(context: Context): Reply {
  const { roleId = '', divisionId = '' } = context.params;
  const before = grantsOf(context.organisation, subjectId(context));
  return replaceGrants(
    context,
    before.filter((grant) => !isSame(grant, { roleId, divisionId })),
  );
}

function grantsInBody(context: Context): readonly Grant[] {
  const { grants } = checkBody(context.body, 'RoleDivisionGrants');
  return checkListBody(grants, 'RoleDivisionPair').map((pair) =>
    grantOf(context, textOf(pair, 'roleId'), textOf(pair, 'divisionId')),
  );
}

function grantOf(context: Context, roleId: string, divisionId: string): Grant {
  if (!context.organisation.collection(rolesCollection).current(roleId)) throw notFound('role', roleId);
  const isKnown = divisionId === '*' || context.organisation.collection('auth_division').current(divisionId);
  if (!isKnown) throw notFound('division', divisionId);
  return { roleId, divisionId, grantMadeAt: isoDate(context.now) };
}

function isSame(a: Pick<Grant, 'roleId' | 'divisionId'>, b: Pick<Grant, 'roleId' | 'divisionId'>): boolean {
  return a.roleId === b.roleId && a.divisionId === b.divisionId;
}

function replaceGrants(context: Context, grants: readonly Grant[]): Reply {
  const id = subjectId(context);
  const name = nameOfSubject(context.organisation, id);
  if (name === undefined) throw notFound('subject', id);
  const before = grantsOf(context.organisation, id);
  putGrants(context.organisation, id, grants);
  const text = (grant: Grant): string => `${grant.roleId} in ${grant.divisionId}`;
  const changes = [{ property: 'grants', oldValues: before.map(text), newValues: grants.map(text) }];
  recordAudit(context, {
    service: 'PeoplePermissions',
    entityType: 'Grant',
    action: 'Update',
    entity: { id, name },
    changes,
  });
  return { status: 204 };
}

function subjectGrants(context: Context): Reply {
  const roleId = context.params['roleId'] ?? '';
  const { organisation } = context;
  if (!organisation.collection(rolesCollection).current(roleId)) throw notFound('role', roleId);
  const bySubject = Map.groupBy(
    allGrants(organisation).filter(({ grant }) => grant.roleId === roleId),
    (entry) => entry.subjectId,
  );
  const subjects = [...bySubject].map(([id, entries]) => ({
    id,
    name: nameOfSubject(organisation, id) ?? '',
    divisions: entries.map(({ grant }) => shownDivision(organisation, grant.divisionId)),
    type: organisation.collection('user').current(id)
      ? 'PC_USER'
      : organisation.collection('group').current(id)
        ? 'PC_GROUP'
        : 'PC_OAUTH_CLIENT',
  }));
  return {
    status: 200,
    body: pageOf(context, subjects.filter(isObject), { maxPageSize: 500, present: (item) => item }),
  };
}
