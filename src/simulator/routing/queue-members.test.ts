import { describe, expect, it } from 'vitest';
import type { Entity } from '../kernel/values.ts';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

function worldWithUsers(count: number): {
  readonly world: TestWorld;
  readonly users: readonly Entity[];
  readonly path: string;
} {
  const world = createTestWorld();
  const acme = world.simulator.organisation('Acme');
  const users = Array.from({ length: count }, (_, index) =>
    acme.create('user', {
      name: `Agent ${index}`,
      email: `agent${index}@acme.example`,
      divisionId: acme.homeDivisionId,
    }),
  );
  const queue = acme.create('routing_queue', { name: 'Sales' });
  return { world, users, path: `/api/v2/routing/queues/${queue.id}` };
}

const idsOf = (users: readonly Entity[]): readonly object[] => users.map(({ id }) => ({ id }));

describe('queue members', () => {
  it('are added and removed in chunks of at most 100', async () => {
    const { world, users, path } = worldWithUsers(101);
    expect((await world.call('POST', `${path}/members`, idsOf(users))).status).toBe(400);
    await world.call('POST', `${path}/members`, idsOf(users.slice(0, 100)));
    await world.call('POST', `${path}/members`, idsOf(users.slice(100)));
    expect((await world.call('GET', path)).body).toMatchObject({ memberCount: 101, joinedMemberCount: 101 });
    await world.call('POST', `${path}/members?delete=true`, idsOf(users.slice(0, 100)));
    expect((await world.call('GET', path)).body['memberCount']).toBe(1);
  });

  it('come in pages without a total', async () => {
    const { world, users, path } = worldWithUsers(3);
    await world.call('POST', `${path}/members`, idsOf(users));
    const page = await world.call('GET', `${path}/members?pageSize=2`);
    expect(page.body['entities']).toHaveLength(2);
    expect(page.body['nextUri']).toContain('pageNumber=2');
    for (const name of ['total', 'pageCount', 'lastUri']) expect(page.body).not.toHaveProperty(name);
  });

  it('change ring and joined state, and leave', async () => {
    const { world, users, path } = worldWithUsers(2);
    await world.call('POST', `${path}/members`, idsOf(users));
    const [first, second] = users;
    await world.call('PATCH', `${path}/members/${first?.id}`, { ringNumber: 3, joined: false });
    await world.call('DELETE', `${path}/members/${second?.id}`);
    const page = await world.call('GET', `${path}/members`);
    expect(page.body['entities']).toMatchObject([
      { id: first?.id, ringNumber: 3, joined: false, user: { name: 'Agent 0' } },
    ]);
    expect((await world.call('PATCH', `${path}/members/${second?.id}`, { joined: true })).status).toBe(404);
    expect((await world.call('POST', `${path}/members`, [{ id: 'nobody' }])).status).toBe(400);
  });

  it('come from member groups too, and deleted users are gone', async () => {
    const { world, users, path } = worldWithUsers(2);
    const group = world.simulator.organisation('Acme').create('group', {
      name: 'Agents',
      type: 'official',
      rulesVisible: true,
      visibility: 'public',
    });
    await world.call('POST', `/api/v2/groups/${group.id}/members`, {
      memberIds: users.map((user) => user.id),
      version: 1,
    });
    await world.call('PUT', path, { name: 'Sales', memberGroups: [{ id: group.id, type: 'GROUP' }] });
    const page = await world.call('GET', `${path}/members?memberBy=group`);
    expect(page.body['entities']).toMatchObject([{ memberBy: 'group' }, { memberBy: 'group' }]);
    await world.call('DELETE', `/api/v2/users/${users[0]?.id}`);
    expect((await world.call('GET', path)).body).toMatchObject({ memberCount: 1, userMemberCount: 0 });
  });
});

describe('wrap-up codes of a queue', () => {
  it('are added, listed by name and removed', async () => {
    const { world, path } = worldWithUsers(0);
    const [done, retry] = ['Done', 'Retry'].map((name) =>
      world.simulator.organisation('Acme').create('routing_wrapupcode', { name }),
    );
    const added = await world.call('POST', `${path}/wrapupcodes`, [{ id: done?.id }, { id: retry?.id }]);
    expect(added.body).toHaveLength(2);
    expect((await world.call('GET', `${path}/wrapupcodes?name=Re*`)).body).toMatchObject({
      total: 1,
      entities: [{ name: 'Retry' }],
    });
    expect((await world.call('DELETE', `${path}/wrapupcodes/${done?.id}`)).status).toBe(204);
    expect((await world.call('DELETE', `${path}/wrapupcodes/${done?.id}`)).status).toBe(404);
    expect((await world.call('POST', `${path}/wrapupcodes`, [{ id: 'none' }])).status).toBe(400);
  });
});
