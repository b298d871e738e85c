import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const path = '/api/v2/journey';

it('keeps a deleted action template as Deleted, unless it is deleted for good', async () => {
  const { call } = createTestWorld();
  const body = { name: 'Chat', mediaType: 'webchat', state: 'Active' };
  const soft = `${path}/actiontemplates/${String((await call('POST', `${path}/actiontemplates`, body)).body['id'])}`;
  const hard = `${path}/actiontemplates/${String((await call('POST', `${path}/actiontemplates`, body)).body['id'])}`;

  await call('DELETE', soft);
  await call('DELETE', `${hard}?hardDelete=true`);
  const [kept, gone] = [await call('GET', soft), await call('GET', hard)];
  const list = await call('GET', `${path}/actiontemplates`);
  const deleted = await call('GET', `${path}/actiontemplates?state=Deleted`);

  expect([kept.body['state'], gone.status]).toEqual(['Deleted', 404]);
  expect([list.body['total'], deleted.body['total']]).toEqual([0, 1]);
});

it('allows one predictor for an outcome, which stays as long as it has one', async () => {
  const { call } = createTestWorld();
  const outcome = await call('POST', `${path}/outcomes`, { displayName: 'Bought' });
  const body = { outcome: { id: outcome.body['id'] } };
  const predictor = await call('POST', `${path}/outcomes/predictors`, body);

  const second = await call('POST', `${path}/outcomes/predictors`, body);
  const held = await call('DELETE', `${path}/outcomes/${String(outcome.body['id'])}`);
  await call('DELETE', `${path}/outcomes/predictors/${String(predictor.body['id'])}`);
  const freed = await call('DELETE', `${path}/outcomes/${String(outcome.body['id'])}`);

  expect(outcome.body).toMatchObject({ isActive: true, isPositive: true, version: 1 });
  expect([second.status, held.status, freed.status]).toEqual([409, 409, 204]);
});

it('finds segments by activity, ids and words, and holds those that trigger an action', async () => {
  const { call } = createTestWorld();
  const segment = await call('POST', `${path}/segments`, { displayName: 'Returning visitors' });
  const external = { id: 'e', name: 'VIP', source: 'AdobeExperiencePlatform' };
  const customers = await call('POST', `${path}/segments`, {
    displayName: 'VIP',
    isActive: false,
    externalSegment: external,
  });
  await call('POST', `${path}/actionmaps`, { displayName: 'Offer', triggerWithSegments: [segment.body['id']] });

  const active = await call('GET', `${path}/segments?isActive=true`);
  const named = await call('GET', `${path}/segments?queryValue=vip`);
  const held = await call('DELETE', `${path}/segments/${String(segment.body['id'])}`);

  expect([segment.body['scope'], customers.body['scope']]).toEqual(['Session', 'Customer']);
  expect(active.body['entities']).toMatchObject([{ displayName: 'Returning visitors' }]);
  expect(named.body['entities']).toMatchObject([{ displayName: 'VIP' }]);
  expect(held.status).toBe(409);
});

it('makes a new version of a view with every change, from the latest one only', async () => {
  const { call } = createTestWorld();
  const made = await call('POST', `${path}/views`, { name: 'Sales', elements: [] });
  const one = `${path}/views/${String(made.body['id'])}`;

  const second = await call('PUT', `${one}/versions/1`, { name: 'Sales 2', elements: [] });
  const stale = await call('PUT', `${one}/versions/1`, { name: 'Sales 3', elements: [] });
  const third = await call('POST', `${one}/versions`, { name: 'Sales 3', elements: [] });
  const first = await call('GET', `${one}/versions/1`);

  expect([made.body['version'], second.body['version'], third.body['version']]).toEqual([1, 2, 3]);
  expect(stale.status).toBe(409);
  expect(first.body).toMatchObject({ name: 'Sales', version: 1 });
});

it('gives a view one schedule, addressed by the view and gone with it', async () => {
  const { call } = createTestWorld();
  const made = await call('POST', `${path}/views`, { name: 'Sales', elements: [] });
  const one = `${path}/views/${String(made.body['id'])}`;

  const none = await call('GET', `${one}/schedules`);
  const schedule = await call('POST', `${one}/schedules`, { frequency: 'Daily' });
  const second = await call('POST', `${one}/schedules`, { frequency: 'Daily' });
  const changed = await call('PUT', `${one}/schedules`, { frequency: 'Weekly' });
  const list = await call('GET', `${path}/views/schedules`);
  await call('DELETE', one);
  const left = await call('GET', `${path}/views/schedules`);

  expect([none.status, schedule.status, second.status]).toEqual([404, 200, 409]);
  expect(changed.body).toMatchObject({ id: schedule.body['id'], frequency: 'Weekly' });
  expect(list.body['entities']).toEqual([changed.body]);
  expect(left.body['total']).toBe(0);
});
