import { expect, it } from 'vitest';
import { createProviderWorld } from './provider-world.ts';

const ivrs = '/api/v2/architect/ivrs';

it('creates an IVR, reads it with division and numbers, and updates it with the version it read', async () => {
  const { call, readUntil, retryWhenStale } = await createProviderWorld({ consistencyLagMs: 1000 });
  const created = await call('POST', ivrs, { name: 'Main', description: '', dnis: ['+13175550001'] });
  expect(created.status).toBe(200);
  const path = `${ivrs}/${String(created.body['id'])}`;
  expect(await readUntil(path, ({ status }) => status === 200)).toBe(3);
  expect((await call('GET', path)).body).toMatchObject({ name: 'Main', state: 'active', dnis: ['+13175550001'] });
  expect((await call('GET', path)).body).toHaveProperty('division.id');

  await call('PUT', path, { name: 'Main', description: 'by hand', version: created.body['version'] });
  // What the provider reads may be old: it repeats until reads have caught up with the other's change.
  const tries = await retryWhenStale(async () => {
    const { version } = (await call('GET', path)).body;
    return call('PUT', path, { name: 'Main', description: 'by code', dnis: ['+13175550002'], version });
  });
  expect(tries).toBe(3);
  await readUntil(path, ({ body }) => body['description'] === 'by code');
});

it('deletes an IVR and takes either 404 or the state deleted for gone; lists no longer have it', async () => {
  const { call } = await createProviderWorld();
  const path = `${ivrs}/${String((await call('POST', ivrs, { name: 'Main' })).body['id'])}`;
  expect((await call('GET', `${ivrs}?pageNumber=1&pageSize=100&name=`)).body).toMatchObject({ pageCount: 1, total: 1 });
  expect((await call('DELETE', path)).status).toBeLessThan(300);
  const gone = await call('GET', path);
  expect(gone.status === 404 || gone.body['state'] === 'deleted').toBe(true);
  expect((await call('GET', `${ivrs}?pageNumber=1&pageSize=100&name=`)).body['entities']).toEqual([]);
});
