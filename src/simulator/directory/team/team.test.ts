import { expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';

const teams = '/api/v2/teams';

async function worldWithTeam(
  users: number,
): Promise<TestWorld & { readonly path: string; readonly ids: readonly string[] }> {
  const world = createTestWorld();
  const acme = world.simulator.organisation('Acme');
  const ids = Array.from(
    { length: users },
    (_unused, index) =>
      acme.create('user', { name: `U${index}`, email: `u${index}@acme.example`, divisionId: acme.homeDivisionId }).id,
  );
  const team = await world.call('POST', teams, { name: 'Night' });
  return { ...world, ids, path: `${teams}/${String(team.body['id'])}` };
}

it('takes members in chunks, counts them and lists them page by page in both directions', async () => {
  const { call, path, ids } = await worldWithTeam(30);

  const tooMany = await call('POST', `${path}/members`, { memberIds: ids });
  const first = await call('POST', `${path}/members`, { memberIds: ids.slice(0, 25) });
  await call('POST', `${path}/members`, { memberIds: ids.slice(20) });
  const page = await call('GET', `${path}/members?pageSize=20`);
  const rest = await call('GET', String(page.body['nextUri']));
  const back = await call('GET', String(rest.body['previousUri']));

  expect(tooMany.status).toBe(400);
  expect(first.body['entities']).toHaveLength(25);
  expect((await call('GET', path)).body).toMatchObject({ name: 'Night', memberCount: 30 });
  expect(page.body['entities']).toHaveLength(20);
  expect(page.body['entities']).toContainEqual({ id: ids[0], name: 'U0', selfUri: `/api/v2/users/${ids[0]}` });
  expect(rest.body['entities']).toHaveLength(10);
  expect(rest.body).not.toHaveProperty('nextUri');
  expect(back.body['entities']).toEqual(page.body['entities']);
});

it('answers who could not be added and why, and takes members away', async () => {
  const { call, path, ids, simulator } = await worldWithTeam(2);
  const acme = simulator.organisation('Acme');
  const elsewhere = acme.create('auth_division', { name: 'Elsewhere', description: '' });
  const stranger = acme.create('user', { name: 'S', email: 's@acme.example', divisionId: elsewhere.id });
  const other = await call('POST', teams, { name: 'Day' });
  await call('POST', `${teams}/${String(other.body['id'])}/members`, { memberIds: [ids[1]] });

  const added = await call('POST', `${path}/members`, { memberIds: [ids[0], ids[1], stranger.id, 'nobody'] });
  const members = await call('GET', `${path}/members`);
  const expanded = await call('GET', `/api/v2/users/${ids[0]}?expand=team`);
  const removed = await call('DELETE', `${path}/members?id=${ids[0]}`);

  expect(added.body).toEqual({
    entities: [{ id: ids[0], selfUri: `/api/v2/users/${ids[0]}` }],
    failures: [
      { id: ids[1], reason: 'UserGroupLimitExceeded' },
      { id: stranger.id, reason: 'UserGroupDivisionMismatch' },
      { id: 'nobody', reason: 'UserNotFound' },
    ],
  });
  expect(members.body['entities']).toMatchObject([{ id: ids[0] }]);
  expect(expanded.body).toMatchObject({ team: { name: 'Night', selfUri: path } });
  expect(removed.status).toBe(204);
  expect((await call('GET', `${path}/members`)).body['entities']).toEqual([]);
});

it('has a name of its own, and is found by a part of it', async () => {
  const { call } = await worldWithTeam(0);
  await call('POST', teams, { name: 'Nightingale' });

  const found = await call('GET', `${teams}?name=night&pageSize=1`);

  expect((await call('POST', teams, { name: 'NIGHT' })).status).toBe(409);
  expect(found.body['entities']).toMatchObject([{ name: 'Night' }]);
  expect((await call('GET', String(found.body['nextUri']))).body['entities']).toMatchObject([{ name: 'Nightingale' }]);
});
