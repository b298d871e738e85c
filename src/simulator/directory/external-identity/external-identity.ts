import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { recordAudit } from '../../entity/audit.ts';
import { readableEntity, writableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { checkBody } from '../../model/model-check.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, conflict, notFound } from '../../wire/platform-error.ts';
import { userType } from '../user.ts';

const shelf = 'externalusers_identity';
const audit = { service: 'Directory', entityType: 'User' };

/** What users are called elsewhere: a key for each authority, which belongs to one user only. */
export const externalIdentityRoutes: readonly Route[] = [
  describedRoute('getUserExternalid', list),
  describedRoute('getUserExternalidAuthorityName', get),
  describedRoute('postUserExternalid', create),
  describedRoute('deleteUserExternalidAuthorityNameExternalKey', remove),
  {
    method: 'GET',
    path: '/api/v2/users/externalid/{authorityName}/{externalKey}',
    permissions: { none: true },
    handle: findUser,
  },
];

function list(context: Context): Reply {
  return { status: 200, body: identitiesOf(context, readableUser(context)).map(shown) };
}

function get(context: Context): Reply {
  const authority = context.params['authorityName'] ?? '';
  const found = identitiesOf(context, readableUser(context)).find((identity) => isOf(identity, authority));
  if (!found) throw notFound('external identifier', authority);
  return { status: 200, body: shown(found) };
}

function create(context: Context): Reply {
  const user = userForWrite(context);
  const { authorityName, externalKey } = checkBody(context.body, 'UserExternalIdentifier');
  if (authorityName === '' || externalKey === '') throw badRequest('An external identifier has a name and a key.');
  const identity = { authorityName: String(authorityName), externalKey: String(externalKey) };
  const id = idOf(identity.authorityName, identity.externalKey);
  const holder = context.organisation.collection(shelf).current(id);
  if (holder && holder['userId'] !== user.id)
    throw conflict(`The external identifier ${identity.externalKey} belongs to another user.`);
  const entry = { ...identity, id, userId: user.id };
  context.organisation.collection(shelf).put(entry);
  recordChange(context, user, [], [id]);
  const others = identitiesOf(context, user).filter((other) => other.id !== id);
  return { status: 200, body: [...others, entry].map(shown) };
}

function remove(context: Context): Reply {
  const user = userForWrite(context);
  const { authorityName = '', externalKey = '' } = context.params;
  const id = idOf(authorityName, externalKey);
  const found = context.organisation.collection(shelf).current(id);
  if (found?.['userId'] !== user.id) throw notFound('external identifier', externalKey);
  context.organisation.collection(shelf).remove(id);
  recordChange(context, user, [id], []);
  return { status: 204 };
}

function findUser(context: Context): Reply {
  const { authorityName = '', externalKey = '' } = context.params;
  const found = context.organisation.collection(shelf).shown(idOf(authorityName, externalKey));
  if (!found) throw notFound('user with external identifier', externalKey);
  const user = readableEntity(context, userType, textOf(found, 'userId'));
  return { status: 200, body: { id: user.id, name: textOf(user, 'name'), selfUri: `/api/v2/users/${user.id}` } };
}

function identitiesOf(context: Context, user: Entity): readonly Entity[] {
  return context.organisation
    .collection(shelf)
    .shownAll()
    .filter((identity) => identity['userId'] === user.id);
}

function readableUser(context: Context): Entity {
  return readableEntity(context, userType, context.params['userId'] ?? '');
}

function userForWrite(context: Context): Entity {
  const user = writableEntity(context, userType, context.params['userId'] ?? '', { any: ['directory:user:edit'] });
  if (user['state'] === 'deleted') throw notFound('user', user.id);
  return user;
}

function isOf(identity: Entity, authority: string): boolean {
  return textOf(identity, 'authorityName').toLowerCase() === authority.toLowerCase();
}

function idOf(authorityName: string, externalKey: string): string {
  return `${encodeURIComponent(authorityName.toLowerCase())}/${encodeURIComponent(externalKey)}`;
}

function shown(identity: Entity): JsonObject {
  const [authorityName, externalKey] = [textOf(identity, 'authorityName'), textOf(identity, 'externalKey')];
  const selfUri = `/api/v2/users/${textOf(identity, 'userId')}/externalid/${encodeURIComponent(authorityName)}`;
  return { authorityName, externalKey, selfUri };
}

function recordChange(
  context: Context,
  user: Entity,
  oldValues: readonly string[],
  newValues: readonly string[],
): void {
  const entity = { id: user.id, name: textOf(user, 'name') };
  const changes = [{ property: 'externalIds', oldValues, newValues }];
  recordAudit(context, { ...audit, action: 'Update', entity, changes });
}
