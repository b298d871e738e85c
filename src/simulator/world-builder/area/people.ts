import { putGrants } from '../../access/grants.ts';
import { isoDate } from '../../kernel/clock.ts';
import type { Area, Draft } from '../draft.ts';
import { times } from '../times.ts';

/** Roles, locations, users with skills and managers, groups with members. */
export const peopleArea: Area = {
  shares: {
    auth_role: { part: 0.004, least: 3, most: 80 },
    location: { part: 0.01, least: 3 },
    user: { part: 0.3 },
    group: { part: 0.015, least: 3 },
  },
  build: (draft) => {
    times(draft.count('auth_role'), () => addRole(draft));
    times(draft.count('location'), () => addLocation(draft));
    times(draft.count('user'), () => addUser(draft));
    times(draft.count('group'), () => addGroup(draft));
  },
};

const policies = [
  { domain: 'routing', entityName: 'queue', actionSet: ['view', 'edit'] },
  { domain: 'routing', entityName: '*', actionSet: ['view'] },
  { domain: 'architect', entityName: 'flow', actionSet: ['*'] },
  { domain: 'directory', entityName: 'user', actionSet: ['view', 'add', 'edit'] },
  { domain: 'telephony', entityName: 'plugin', actionSet: ['all'] },
];

function addRole({ add, names, random }: Draft): void {
  const permissionPolicies = random.some(policies, 1 + random.below(3));
  add('auth_role', { name: names.thing('auth_role'), description: 'Made for this world', permissionPolicies });
}

const cities = [
  { street1: 'Hauptstraße 1', city: 'Köln', state: 'NRW', zipcode: '50667', country: 'DE' },
  { street1: '1 Grafton St', city: 'Dublin', state: 'D', zipcode: 'D02 HR60', country: 'IE' },
  { street1: '丸の内1-1', city: '千代田区', state: '東京都', zipcode: '100-0005', country: 'JP' },
];

function addLocation({ add, made, names, random }: Draft): void {
  const parents = made('location').slice(0, 10);
  add('location', {
    name: names.thing('location'),
    address: random.of(cities),
    ...(parents.length > 0 && random.chance(0.5) ? { path: [random.of(parents).id] } : {}),
  });
}

function addUser({ add, any, context, division, made, names, organisation, random }: Draft): void {
  const person = names.person(`${organisation.shortName}.example`);
  const rating = (type: string) => (): object => ({ id: any(type).id, proficiency: 1 + random.below(5) });
  const managers = made('user').slice(0, 50);
  const user = add(
    'user',
    {
      ...person,
      divisionId: division()['id'],
      title: random.of(['Agent', 'Supervisor', 'Trainer', '']),
      department: random.of(['Service', 'Vertrieb', '総務', '']),
    },
    {
      skills: distinct(times(random.below(4), rating('routing_skill'))),
      languages: distinct(times(random.below(3), rating('routing_language'))),
      ...(managers.length > 0 && random.chance(0.7) ? { manager: { id: random.of(managers).id } } : {}),
    },
  );
  const divisionId = random.chance(0.5) ? '*' : String(division()['id']);
  putGrants(organisation, user.id, [{ roleId: any('auth_role').id, divisionId, grantMadeAt: isoDate(context().now) }]);
}

function distinct(ratings: readonly object[]): readonly object[] {
  return [...new Map(ratings.map((rating) => [(rating as { readonly id: string }).id, rating])).values()];
}

function addGroup({ add, any, context, made, names, organisation, random }: Draft): void {
  const users = made('user');
  const members = random.some(users, random.below(12)).map(({ id }) => ({ id }));
  const ownerIds = random.some(users, random.below(3)).map(({ id }) => id);
  const type = random.chance(0.8) ? 'official' : 'social';
  const group = add(
    'group',
    { name: names.thing('group'), type, rulesVisible: true, visibility: 'public', ownerIds },
    { members },
  );
  if (made('group').length > 1 && random.chance(0.7)) return;
  const grantMadeAt = isoDate(context().now);
  putGrants(organisation, group.id, [{ roleId: any('auth_role').id, divisionId: '*', grantMadeAt }]);
}
