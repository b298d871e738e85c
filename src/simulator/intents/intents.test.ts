import { expect, it } from 'vitest';
import { createTestWorld, type Call } from '../testing/world.ts';

const path = '/api/v2/intents';

async function makeIntent(call: Call, name: string, categoryId: unknown): Promise<string> {
  const body = { name, description: `About ${name}`, expiryTime: 24, categoryId };
  return String((await call('POST', `${path}/customerintents`, body)).body['id']);
}

it('keeps a category with intents, and finds intents by category and words', async () => {
  const { call } = createTestWorld();
  const category = await call('POST', `${path}/categories`, { name: 'Money', description: 'Bills' });
  await makeIntent(call, 'Refund', category.body['id']);

  const held = await call('DELETE', `${path}/categories/${String(category.body['id'])}`);
  const twin = await call('POST', `${path}/categories`, { name: 'money', description: '' });
  const found = await call('GET', `${path}/customerintents?queryValue=refu&categoryId=${String(category.body['id'])}`);
  const none = await call('GET', `${path}/customerintents?queryValue=parcel`);

  expect([held.status, twin.status]).toEqual([409, 409]);
  expect([found.body['total'], none.body['total']]).toEqual([1, 0]);
});

it('adds and removes source intents in bulk, with a result for each', async () => {
  const { call } = createTestWorld();
  const category = await call('POST', `${path}/categories`, { name: 'Money', description: 'Bills' });
  const refund = `${path}/customerintents/${await makeIntent(call, 'Refund', category.body['id'])}/sourceintents`;
  const bill = `${path}/customerintents/${await makeIntent(call, 'Bill', category.body['id'])}/sourceintents`;
  const source = (id: string) => ({ sourceIntentId: id, sourceType: 'Topic', sourceId: 't', sourceName: 'Topics' });

  const added = await call('POST', `${refund}/bulk/add`, { items: [source('a'), source('b')] });
  const taken = await call('POST', `${bill}/bulk/add`, { items: [source('a'), source('c')] });
  const removed = await call('POST', `${refund}/bulk/remove`, { items: ['b', 'c'] });
  const left = await call('GET', refund);
  const all = await call('GET', `${path}/sourceintents?type=Topic`);

  expect(added.body).toMatchObject({ errorCount: 0, results: [{ success: true }, { success: true }] });
  expect(taken.body).toMatchObject({ errorCount: 1, errorResultIds: ['a'] });
  expect(removed.body).toMatchObject({ errorCount: 1, errorResultIds: ['c'] });
  expect(left.body).toMatchObject({ total: 1, entities: [{ sourceIntent: { sourceIntentId: 'a' } }] });
  expect(all.body['total']).toBe(2);
});
