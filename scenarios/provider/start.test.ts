import { expect, it } from 'vitest';
import { createProviderWorld } from './provider-world.ts';

it('starts with the products, all of them counted and named, and the organisation with its country', async () => {
  const { call } = await createProviderWorld();
  const products = (await call('GET', '/api/v2/authorization/products')).body;
  const entities = products['entities'] as readonly { readonly id?: string }[];
  expect(products['total']).toBe(entities.length);
  expect(entities.every(({ id }) => typeof id === 'string')).toBe(true);
  expect((await call('GET', '/api/v2/organizations/me')).body['defaultCountryCode']).toMatch(/^[A-Z]{2}$/u);
});

it('is told 400 invalid_request, "rate limit exceeded;", when it asks for too many tokens', async () => {
  const { upload } = await createProviderWorld({ tokenLimitPerMinute: 3 });
  const authorization = `Basic ${Buffer.from('provider:not-a-real-secret').toString('base64')}`;
  const ask = () => upload('POST', '/oauth/token', 'grant_type=client_credentials', { authorization });
  expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
  const refused = await ask();
  expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  expect(refused.text).toContain('rate limit exceeded;');
});
