import { expect, it } from 'vitest';
import { chunksOf, createProviderWorld, readPages, type ProviderWorld } from './provider-world.ts';

const queues = '/api/v2/routing/queues';
const is = (status: number) => (answer: { readonly status: number }) => answer.status === status;

function madeUsers({ organisation }: ProviderWorld, count: number): readonly { readonly id: string }[] {
  const divisionId = organisation.homeDivisionId;
  return Array.from({ length: count }, (_, index) => {
    const { id } = organisation.create('user', { name: `Agent ${index}`, email: `a${index}@acme.example`, divisionId });
    return { id };
  });
}

it('creates a queue with 200, then its members in chunks of 100 with their rings, then its wrap-up codes', async () => {
  const world = await createProviderWorld();
  const { call, organisation, wait } = world;
  const users = madeUsers(world, 230);
  const codes = Array.from({ length: 130 }, (_, index) => ({
    id: organisation.create('routing_wrapupcode', { name: `Code ${index}` }).id,
  }));

  const created = await call('POST', queues, { name: 'Sales', memberGroups: [], description: '' });
  expect(created.status).toBe(200);
  const path = `${queues}/${String(created.body['id'])}`;
  expect((await call('GET', path)).body['memberCount']).toBe(0);
  expect(await readPages(world, `${path}/members?memberBy=user`, 100)).toEqual([]);
  wait(10_000);
  expect(await readPages(world, `${path}/members?memberBy=group`, 100)).toEqual([]);
  for (const chunk of chunksOf(users, 100))
    expect((await call('POST', `${path}/members?delete=false`, chunk)).status).toBeLessThan(300);
  const ringed = users[0]?.id;
  expect((await call('PATCH', `${path}/members/${ringed}`, { id: ringed, ringNumber: 2 })).status).toBeLessThan(300);
  for (const chunk of chunksOf(codes, 100)) expect((await call('POST', `${path}/wrapupcodes`, chunk)).status).toBe(200);

  expect((await call('GET', path)).body['memberCount']).toBe(230);
  const members = await readPages(world, `${path}/members?memberBy=user`, 100);
  expect(new Set(members.map((member) => member['id']))).toEqual(new Set(users.map(({ id }) => id)));
  expect(members.every((member) => typeof member['ringNumber'] === 'number')).toBe(true);
  expect(members.find((member) => member['id'] === ringed)).toMatchObject({ ringNumber: 2 });
  const first = await call('GET', `${path}/wrapupcodes?pageSize=100&pageNumber=1`);
  expect(first.body).toMatchObject({ total: 130, pageCount: 2 });
  expect(await readPages(world, `${path}/wrapupcodes`, 100)).toHaveLength(130);
});

it('reads a queue until it is there and until it says what was written, refreshes it, and waits until it is gone', async () => {
  const { call, readUntil, wait } = await createProviderWorld({ consistencyLagMs: 7000 });
  const path = `${queues}/${String((await call('POST', queues, { name: 'Sales' })).body['id'])}`;
  expect(await readUntil(path, is(200))).toBe(15);
  await call('PUT', path, { name: 'Sales', description: 'new' });
  expect(await readUntil(path, ({ body }) => body['description'] === 'new')).toBe(15);
  for (const part of ['', '/members?memberBy=user&pageSize=100&pageNumber=1', '/wrapupcodes?pageSize=100&pageNumber=1'])
    expect((await call('GET', `${path}${part}`)).status).toBe(200);
  expect((await call('DELETE', `${path}?forceDelete=true`)).status).toBeLessThan(300);
  wait(5000);
  expect(await readUntil(path, is(404), 120_000)).toBe(5);
});

it('moves a queue to its division, and takes away members and codes that the configuration does not have', async () => {
  const world = await createProviderWorld();
  const { call, organisation } = world;
  const division = organisation.create('auth_division', { name: 'North', description: '' }).id;
  const code = organisation.create('routing_wrapupcode', { name: 'Done' }).id;
  const [user] = madeUsers(world, 1);
  const id = String((await call('POST', queues, { name: 'Sales' })).body['id']);
  const path = `${queues}/${id}`;
  await call('POST', `${path}/members?delete=false`, [user]);
  await call('POST', `${path}/wrapupcodes`, [{ id: code }]);

  expect((await call('POST', `/api/v2/authorization/divisions/${division}/objects/QUEUE`, [id])).status).toBe(204);
  expect((await call('POST', `${path}/members?delete=true`, [user])).status).toBeLessThan(300);
  expect((await call('DELETE', `${path}/wrapupcodes/${code}`)).status).toBeLessThan(300);
  expect((await call('DELETE', `${path}/wrapupcodes/${code}`)).status).toBe(404);

  expect((await call('GET', path)).body).toMatchObject({ division: { id: division }, memberCount: 0 });
  expect(await readPages(world, `${path}/wrapupcodes`, 100)).toEqual([]);
});
