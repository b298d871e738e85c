import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

it('shows where the file of a made-up asset is, and serves it there', async () => {
  const { call, simulator } = createTestWorld({ contents: { objects: 300, seed: 'assets' } });
  const [asset] = simulator.organisation('Acme').entities('responsemanagement_responseasset');
  const shown = await call('GET', `/api/v2/responsemanagement/responseassets/${asset?.id}`);
  const { pathname } = new URL(String(shown.body['contentLocation']));
  const file = await simulator.handle({ method: 'GET', path: pathname, headers: {} });
  expect(file.status).toBe(200);
  expect(Buffer.from(file.body).subarray(0, 3).toString()).toBe('GIF');
});
