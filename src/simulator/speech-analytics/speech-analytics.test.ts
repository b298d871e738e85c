import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const path = '/api/v2/speechandtextanalytics';

it('publishes topics in a job; a change makes them unpublished again', async () => {
  const { call, clock } = createTestWorld();
  const body = { name: 'Refund', dialect: 'en-US', phrases: [{ text: 'money back' }] };
  const made = await call('POST', `${path}/topics`, body);
  const one = `${path}/topics/${String(made.body['id'])}`;

  const job = await call('POST', `${path}/topics/publishjobs`, { topicIds: [made.body['id']] });
  const unknown = await call('POST', `${path}/topics/publishjobs`, { topicIds: ['none'] });
  const before = await call('GET', one);
  clock.advance(1_000);
  const ended = await call('GET', `${path}/topics/publishjobs/${String(job.body['id'])}`);
  const after = await call('GET', one);
  const list = await call('GET', `${path}/topics?state=published`);
  const changed = await call('PUT', one, { ...body, description: 'new' });

  expect(job.body).toMatchObject({ state: 'Running', topics: [{ name: 'Refund' }] });
  expect(unknown.status).toBe(404);
  expect([before.body['published'], ended.body['state'], after.body['published']]).toEqual([false, 'Completed', true]);
  expect(list.body['entities']).toMatchObject([{ name: 'Refund', phrasesCount: 1 }]);
  expect(changed.body).toMatchObject({ published: false, strictness: '72' });
});

it('knows a term once in each dialect', async () => {
  const { call } = createTestWorld();
  const feedback = `${path}/dictionaryfeedback`;
  const first = await call('POST', feedback, { term: 'Signalbox', dialect: 'en-US' });

  const twin = await call('POST', feedback, { term: 'signalbox', dialect: 'en-US' });
  const other = await call('POST', feedback, { term: 'Signalbox', dialect: 'de-DE' });
  const german = await call('GET', `${feedback}?dialect=de-DE`);

  expect(first.body).toMatchObject({ status: 'Active', source: 'Manual' });
  expect([twin.status, other.status]).toEqual([409, 200]);
  expect(german.body['entities']).toMatchObject([{ dialect: 'de-DE' }]);
});
