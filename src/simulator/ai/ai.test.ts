import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const guides = '/api/v2/guides';

it('numbers the versions of a guide and makes one ready in a job', async () => {
  const { call, clock } = createTestWorld();
  const made = await call('POST', guides, { name: 'Returns', source: 'Manual' });
  const one = `${guides}/${String(made.body['id'])}`;
  const first = await call('POST', `${one}/versions`, { instruction: 'Ask for the number.' });
  await call('POST', `${one}/versions`, { instruction: 'Ask for the name.' });

  const job = await call('POST', `${one}/versions/1/jobs`, { guideVersion: { state: 'ProductionReady' } });
  const during = await call('GET', `${one}/versions/1/jobs/${String(job.body['id'])}`);
  clock.advance(1_000);
  const after = await call('GET', `${one}/versions/1/jobs/${String(job.body['id'])}`);
  const guide = await call('GET', one);
  const published = await call('GET', `${guides}?status=Published`);

  expect(made.body).toMatchObject({ name: 'Returns', status: 'Draft' });
  expect(first.body).toMatchObject({ version: '1', state: 'Draft', guide: { id: made.body['id'] } });
  expect([job.status, during.body['status'], after.body['status']]).toEqual([202, 'InProgress', 'Succeeded']);
  expect(after.body['guideVersion']).toMatchObject({ state: 'ProductionReady' });
  expect(guide.body).toMatchObject({
    status: 'Published',
    latestSavedVersion: { version: '2' },
    latestProductionReadyVersion: { version: '1' },
  });
  expect(published.body['total']).toBe(1);
});

it('makes a version a draft again when it is changed, and refuses unknown data actions', async () => {
  const { call, clock } = createTestWorld();
  const made = await call('POST', guides, { name: 'Returns', source: 'Manual' });
  const versions = `${guides}/${String(made.body['id'])}/versions`;
  await call('POST', versions, { instruction: 'Ask.' });
  await call('POST', `${versions}/1/jobs`, { guideVersion: { state: 'TestReady' } });
  clock.advance(1_000);

  const ready = await call('GET', `${versions}/1`);
  const changed = await call('PATCH', `${versions}/1`, { instruction: 'Answer.' });
  const refused = await call('POST', versions, { instruction: 'x', resources: { dataActions: [{ id: 'none' }] } });

  expect(ready.body['state']).toBe('TestReady');
  expect(changed.body).toMatchObject({ state: 'Draft', instruction: 'Answer.' });
  expect(refused.status).toBe(400);
});

it('deletes a guide in a job that can be asked for', async () => {
  const { call, clock } = createTestWorld();
  const made = await call('POST', guides, { name: 'Returns', source: 'Manual' });
  const one = `${guides}/${String(made.body['id'])}`;

  const job = await call('DELETE', `${one}/jobs`);
  const gone = await call('GET', one);
  clock.advance(1_000);
  const ended = await call('GET', `${one}/jobs/${String(job.body['id'])}`);

  expect([job.status, job.body['status'], gone.status]).toEqual([202, 'InProgress', 404]);
  expect(ended.body).toMatchObject({ status: 'Succeeded', guide: { id: made.body['id'] } });
});

it('fills in a summary setting and finds it by language', async () => {
  const { call } = createTestWorld();
  const path = '/api/v2/conversations/summaries/settings';
  const made = await call('POST', path, { name: 'Short', language: 'de-DE' });

  const found = await call('GET', `${path}?language=de-DE`);
  const none = await call('GET', `${path}?language=en-US`);

  expect(made.body).toMatchObject({ summaryType: 'Concise', settingType: 'Basic', predefinedInsights: [] });
  expect([found.body['total'], none.body['total']]).toEqual([1, 0]);
});
