import type { Context } from '../context.ts';
import { userType } from '../directory/user.ts';
import { pageOf } from '../entity/listing.ts';
import type { Route } from '../feature.ts';
import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';

const path = '/api/v2/license';
const open = { none: true } as const;
const view = { any: ['authorization:grant:add', 'authorization:license:view'] } as const;
const assign = { any: ['authorization:grant:add'] } as const;
const shelf = 'simulator.licences';

/** Licences: their definitions, who holds them, and the switches of features. */
export const licenceRoutes: readonly Route[] = [
  { method: 'GET', path: `${path}/definitions`, permissions: view, handle: () => ok(definitions()) },
  {
    method: 'GET',
    path: `${path}/definitions/{licenseId}`,
    permissions: view,
    handle: (context) => ok(definition(context.params['licenseId'] ?? '')),
  },
  { method: 'GET', path: `${path}/users`, permissions: open, handle: (context) => ok(holders(context)) },
  { method: 'GET', path: `${path}/users/{userId}`, permissions: view, handle: (context) => ok(holder(context)) },
  { method: 'POST', path: `${path}/users`, permissions: view, handle: (context) => ok(assignAll(context)) },
  { method: 'POST', path: `${path}/organization`, permissions: assign, handle: (context) => ok(assignEach(context)) },
  {
    method: 'GET',
    path: `${path}/toggles/{featureName}`,
    permissions: open,
    handle: (context) => ok(toggle(context, false)),
  },
  {
    method: 'POST',
    path: `${path}/toggles/{featureName}`,
    permissions: assign,
    handle: (context) => ok(toggle(context, true)),
  },
];

function ok(body: unknown): { readonly status: number; readonly body: unknown } {
  return { status: 200, body };
}

/** Licence ids with a description and what they include. Everybody holds the first until told otherwise. */
const catalogue: Readonly<Record<string, { readonly description: string; readonly comprises: readonly string[] }>> = {
  engage3: { description: 'Genesys Cloud CX 3', comprises: ['engage2'] },
  engage2: { description: 'Genesys Cloud CX 2', comprises: ['engage1'] },
  engage1: { description: 'Genesys Cloud CX 1', comprises: ['communicate'] },
  communicate: { description: 'Genesys Cloud Communicate', comprises: ['collaborate'] },
  collaborate: { description: 'Genesys Cloud Collaborate', comprises: [] },
};
const usual = ['engage3'];

function definitions(): readonly JsonObject[] {
  return Object.keys(catalogue).map(definition);
}

function definition(id: string): JsonObject {
  const entry = Object.hasOwn(catalogue, id) ? catalogue[id] : undefined;
  if (!entry) throw notFound('license', id);
  return {
    id,
    description: entry.description,
    permissions: { ids: [] },
    prerequisites: [],
    comprises: entry.comprises.map(definition),
    selfUri: `${path}/definitions/${id}`,
  };
}

function licencesOf(organisation: Organisation, userId: string): readonly string[] {
  const entry = organisation.ledger(shelf).current(`user/${userId}`);
  return entry === undefined ? usual : stringsOf(entry['licences']);
}

function holders(context: Context): JsonObject {
  const users = context.organisation.collection(userType.name).shownAll();
  const active = users.filter((user) => user['state'] === 'active');
  const present = (user: Entity): JsonObject => ({
    id: user.id,
    licenses: licencesOf(context.organisation, user.id),
    selfUri: `${path}/users/${user.id}`,
  });
  return pageOf(context, active, { maxPageSize: 100, present });
}

function holder(context: Context): JsonObject {
  const userId = knownUser(context, context.params['userId'] ?? '');
  const licenses = licencesOf(context.organisation, userId).map(definition);
  return { id: userId, licenses, selfUri: `${path}/users/${userId}` };
}

function assignAll(context: Context): JsonObject {
  const { body } = context;
  const assignments = isObject(body) && Array.isArray(body['assignments']) ? body['assignments'].filter(isObject) : [];
  if (assignments.length === 0)
    throw badRequest('The request is missing a required value: assignments.', 'missing.required.value');
  for (const assignment of assignments) {
    definition(textOf(assignment, 'licenseId'));
    for (const id of touched(assignment)) knownUser(context, id);
  }
  return Object.fromEntries(
    assignments.flatMap((assignment) => {
      apply(context, assignment);
      return touched(assignment).map((id) => [id, licencesOf(context.organisation, id)]);
    }),
  );
}

function assignEach(context: Context): readonly JsonObject[] {
  const { body } = context;
  if (!isObject(body)) throw badRequest('The request body is missing or is not a JSON object.', 'invalid.request.body');
  const licenseId = textOf(body, 'licenseId');
  definition(licenseId);
  const users = context.organisation.collection(userType.name);
  apply(context, body);
  return touched(body).map((userId) => ({
    userId,
    licenseId,
    result: users.current(userId) ? 'SUCCESS' : 'USER_NOT_FOUND',
  }));
}

function touched(assignment: JsonObject): readonly string[] {
  return [...stringsOf(assignment['userIdsAdd']), ...stringsOf(assignment['userIdsRemove'])];
}

function apply(context: Context, assignment: JsonObject): void {
  const { organisation } = context;
  const licence = textOf(assignment, 'licenseId');
  const added = new Set(stringsOf(assignment['userIdsAdd']));
  for (const id of touched(assignment)) {
    if (!organisation.collection(userType.name).current(id)) continue;
    const others = licencesOf(organisation, id).filter((name) => name !== licence);
    organisation.ledger(shelf).put({ id: `user/${id}`, licences: added.has(id) ? [...others, licence] : others });
  }
}

function toggle(context: Context, turned: boolean): JsonObject {
  const featureName = context.params['featureName'] ?? '';
  const toggles = context.organisation.ledger(shelf);
  const id = `toggle/${featureName}`;
  const enabled = (toggles.current(id)?.['enabled'] === true) !== turned;
  if (turned) toggles.put({ id, enabled });
  return { featureName, enabled };
}

function knownUser(context: Context, id: string): string {
  if (!context.organisation.collection(userType.name).current(id)) throw notFound('user', id);
  return id;
}
