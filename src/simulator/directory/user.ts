import { userAuthorization } from '../authorization/grant/user-roles.ts';
import type { Context } from '../context.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { stringsAt } from '../kernel/paths.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { createDerivedIndex } from '../state/derived-index.ts';
import type { Organisation } from '../state/organisation.ts';
import { badRequest, conflict } from '../wire/platform-error.ts';
import { shownContacts } from './contacts.ts';
import { membersOf } from './team/team.ts';
import { acceptedPlaces, shownPlaces } from './user-places.ts';

/** Users. Names may be shared, e-mail addresses not, even with deleted users; a PATCH with state `active` restores. */
export const userType: EntityType = {
  name: 'user',
  label: 'user',
  path: '/api/v2/users',
  idParameter: 'userId',
  list: {
    permissions: { none: true },
    maxPageSize: 500,
    byId: true,
    showsDeleted: true,
    filter: (query) => {
      const state = query.get('state') ?? 'active';
      if (state === 'any') return (user) => user['state'] !== 'deleted';
      return (user) => user['state'] === state;
    },
  },
  get: { permissions: { none: true } },
  create: { permissions: { any: ['directory:user:add'] }, model: 'CreateUser' },
  update: {
    method: 'PATCH',
    permissions: { any: ['admin', 'directory:user:edit', 'directory:organization:admin'] },
    model: 'UpdateUser',
  },
  delete: { permissions: { any: ['admin', 'directory:user:delete', 'directory:organization:admin'] }, status: 200 },
  divided: true,
  version: { style: 'directory', required: true },
  softDelete: 'readable',
  references: [
    { path: 'division.id', type: 'auth_division', blocksDelete: 400 },
    { path: 'manager.id', type: 'user' },
    { path: 'locations[].id', type: 'location' },
  ],
  stamps: ['state'],
  defaults: () => ({ department: '', title: '', acdAutoAnswer: false, addresses: [], images: [] }),
  expandable: [
    'skills',
    'languages',
    'locations',
    'groups',
    'team',
    'profileSkills',
    'certifications',
    'employerInfo',
    'biography',
  ],
  audit: { service: 'Directory', entityType: 'User' },
  hooks: {
    accept: acceptUser,
    check: checkEmail,
    present: presentUser,
    readable: (user, query) => user['state'] !== 'deleted' || ['deleted', 'any'].includes(query.get('state') ?? ''),
  },
};

function acceptUser(_context: Context, body: JsonObject, before: Entity | undefined): JsonObject {
  const { password: _password, divisionId, manager, groups: _groups, locations, ...own } = body;
  const email = textOf(own, 'email');
  return {
    ...own,
    ...(divisionId === undefined ? {} : { division: { id: divisionId } }),
    ...(locations === undefined ? {} : { locations: acceptedPlaces(locations) }),
    ...(typeof manager === 'string' ? { manager: { id: manager } } : {}),
    ...(email === '' ? {} : { email, primaryContactInfo: [{ address: email, mediaType: 'EMAIL', type: 'PRIMARY' }] }),
    ...(email !== '' && before === undefined ? { username: email } : {}),
  };
}

function checkEmail(context: Context, user: Entity): void {
  const email = textOf(user, 'email');
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) {
    throw badRequest('email is not a valid address.', 'invalid.value', {
      details: [{ errorCode: 'invalid.value', fieldName: 'email' }],
    });
  }
  const users = context.organisation.collection('user').currentAll();
  const twin = users.find(
    (other) => other.id !== user.id && textOf(other, 'email').toLowerCase() === email.toLowerCase(),
  );
  if (!twin) return;
  const details = [{ errorCode: 'general.conflict', fieldName: 'email', entityId: twin.id }];
  throw conflict(`A user with the email ${email} already exists.`, 'general.conflict', { details });
}

function presentUser(organisation: Organisation, user: Entity, expand: readonly string[]): JsonObject {
  const chat = { jabberId: `${user.id}@${organisation.shortName}.orgspan.com` };
  return {
    chat,
    addresses: shownContacts(organisation, user),
    ...Object.fromEntries(expand.map((name) => [name, expanded(organisation, user, name)])),
  };
}

function expanded(organisation: Organisation, user: Entity, name: string): unknown {
  switch (name) {
    case 'skills':
      return ratings(organisation, user, {
        property: name,
        collection: 'routing_skill',
        uri: 'skillUri',
        segment: 'skills',
      });
    case 'languages':
      return ratings(organisation, user, {
        property: name,
        collection: 'routing_language',
        uri: 'languageUri',
        segment: 'languages',
      });
    case 'groups':
      return groupsOf(organisation, user.id).map((id) => ({ id, selfUri: `/api/v2/groups/${id}` }));
    case 'team':
      return teamOf(organisation, user.id);
    case 'authorization':
      return userAuthorization(organisation, user.id);
    case 'locations':
      return shownPlaces(organisation, user);
    case 'profileSkills':
    case 'certifications':
      return user[name] ?? [];
    default:
      return user[name];
  }
}

function groupsOf(organisation: Organisation, userId: string): readonly string[] {
  return groupsByMember(organisation.collection('group'), userId).map((group) => group.id);
}

const groupsByMember = createDerivedIndex((group) =>
  group['state'] === 'deleted' ? [] : stringsAt(group, 'members[].id'),
);

const teamsByMember = createDerivedIndex(membersOf);

function teamOf(organisation: Organisation, userId: string): JsonObject | undefined {
  const [team] = teamsByMember(organisation.collection('team'), userId);
  return team && { id: team.id, name: textOf(team, 'name'), selfUri: `/api/v2/teams/${team.id}` };
}

type Rating = {
  readonly property: string;
  readonly collection: string;
  readonly uri: string;
  readonly segment: string;
};

function ratings(organisation: Organisation, user: Entity, kind: Rating): readonly JsonObject[] {
  const entries = user[kind.property];
  return (Array.isArray(entries) ? entries.filter(isObject) : []).flatMap((entry) => {
    const found = organisation.collection(kind.collection).current(textOf(entry, 'id'));
    if (!found) return [];
    return {
      id: found.id,
      name: textOf(found, 'name'),
      proficiency: entry['proficiency'],
      state: found['state'],
      [kind.uri]: `/api/v2/routing/${kind.segment}/${found.id}`,
      selfUri: `/api/v2/users/${user.id}/routing${kind.segment}/${found.id}`,
    };
  });
}
