import { expect, it } from 'vitest';
import type { Answer } from '../testing/world.ts';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

const base = '/api/v2/responsemanagement';
const assets = `${base}/responseassets`;

async function put({ simulator }: TestWorld, upload: Answer, body: string, change: object = {}): Promise<number> {
  const { pathname, search } = new URL(String(upload.body['url']));
  const given = Object.entries({ ...(upload.body['headers'] as object), ...change });
  const headers = Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), String(value)]));
  return (await simulator.handle({ method: 'PUT', path: `${pathname}${search}`, headers, body })).status;
}

it('appears a while after its file was put to the address that was given for it', async () => {
  const world = createTestWorld();
  const { call, clock } = world;
  const upload = await call('POST', `${assets}/uploads`, { name: 'folder/price list.pdf' });
  const path = `${assets}/${String(upload.body['id'])}`;

  expect(await put(world, upload, '%PDF', { 'Content-Type': 'image/png' })).toBe(403);
  expect(await put(world, upload, '%PDF')).toBe(200);
  expect((await call('GET', path)).status).toBe(404);
  clock.advance(200);

  expect((await call('GET', path)).body).toMatchObject({
    name: 'folder/price list.pdf',
    contentType: 'application/pdf',
    contentLength: 4,
    responses: [],
  });
  const { pathname } = new URL(String((await call('GET', path)).body['contentLocation']));
  expect(String((await world.simulator.handle({ method: 'GET', path: pathname, headers: {} })).body)).toBe('%PDF');
  expect((await call('POST', `${assets}/uploads`, { name: 'no extension' })).status).toBe(400);
});

it('is found by its name, and cannot be deleted while a response sends it', async () => {
  const world = createTestWorld();
  const { call, clock } = world;
  const upload = await call('POST', `${assets}/uploads`, { name: 'a.png' });
  await put(world, upload, 'png');
  clock.advance(200);
  const library = await call('POST', `${base}/libraries`, { name: 'L' });
  const asset = { id: upload.body['id'], assetUsage: 'FileAttachments' };
  const body = { name: 'R', libraries: [{ id: library.body['id'] }], assets: [asset] };
  const response = await call('POST', `${base}/responses`, body);
  const search = async (value: string): Promise<unknown> => {
    const query = [{ type: 'STARTS_WITH', fields: ['name'], value }];
    return (await call('POST', `${assets}/search`, { pageSize: 10, query })).body['total'];
  };

  expect(response.body).toMatchObject({ assets: [asset] });
  expect([await search('A.'), await search('b')]).toEqual([1, 0]);
  const path = `${assets}/${String(asset.id)}`;
  expect((await call('GET', path)).body).toMatchObject({ responses: [{ name: 'R' }] });
  expect((await call('DELETE', path)).status).toBe(400);
  await call('DELETE', `${base}/responses/${String(response.body['id'])}`);
  expect((await call('DELETE', path)).status).toBe(204);
});

it.each([[{}], [{ query: 'a.png' }], [{ query: [], sortOrder: 'Sideways' }], [{ query: [], pageSize: 1_000 }]])(
  'is not searched for with %j',
  async (wrong) => {
    const { call } = createTestWorld();
    expect((await call('POST', `${assets}/search`, { query: [] })).status).toBe(200);
    expect((await call('POST', `${assets}/search`, wrong)).status).toBe(400);
  },
);
