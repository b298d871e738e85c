import { expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

const base = '/api/v2/responsemanagement';

async function library({ call }: TestWorld, name: string): Promise<{ readonly id: string }> {
  return { id: String((await call('POST', `${base}/libraries`, { name })).body['id']) };
}

it('is listed in its libraries, and goes with the last of them', async () => {
  const world = createTestWorld();
  const { call } = world;
  const [sales, care] = [await library(world, 'Sales'), await library(world, 'Care')];
  const both = await call('POST', `${base}/responses`, { name: 'Hello', libraries: [sales, care], texts: [] });
  await call('POST', `${base}/responses`, { name: 'Buy', libraries: [sales], texts: [] });
  const inLibrary = async ({ id }: { readonly id: string }): Promise<unknown> =>
    (await call('GET', `${base}/responses?libraryId=${id}`)).body['total'];

  expect([await inLibrary(sales), await inLibrary(care)]).toEqual([2, 1]);
  expect((await call('GET', `${base}/responses`)).status).toBe(400);
  expect((await call('POST', `${base}/responses`, { name: 'Lost', libraries: [] })).status).toBe(400);
  const filters = [{ name: 'libraryId', operator: 'IN', values: [care.id] }];
  expect((await call('POST', `${base}/responses/query`, { filters })).body).toMatchObject({ results: { total: 1 } });
  await call('DELETE', `${base}/libraries/${sales.id}`);
  expect((await call('GET', `${base}/responses/${String(both.body['id'])}`)).body['libraries']).toMatchObject([
    { id: care.id, name: 'Care' },
  ]);
  expect((await call('POST', `${base}/responses/query`, {})).body).toMatchObject({ results: { total: 1 } });
});

it('waits for its library: 412 until the library can be read', async () => {
  const world = createTestWorld({ settings: { consistencyLagMs: 1000 } });
  const body = { name: 'Hello', libraries: [await library(world, 'New')], texts: [] };

  const early = await world.call('POST', `${base}/responses`, body);
  world.clock.advance(1000);
  const later = await world.call('POST', `${base}/responses`, body);

  expect([early.status, later.status]).toEqual([412, 200]);
});

it('finds libraries by the beginning of their names', async () => {
  const world = createTestWorld();
  await library(world, 'Sales DE');
  await library(world, 'Care');

  const found = await world.call('GET', `${base}/libraries?libraryPrefix=sal`);

  expect(found.body).toMatchObject({ total: 1, entities: [{ name: 'Sales DE', version: 1 }] });
});
