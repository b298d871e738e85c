import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const modules = '/api/v2/learning/modules';
const body = { name: 'Welcome', completionTimeInDays: 7 };

it('publishes a module as a new version, which stays as it was when the module changes', async () => {
  const { call } = createTestWorld();
  const made = await call('POST', modules, body);
  const one = `${modules}/${String(made.body['id'])}`;

  const published = await call('POST', `${one}/publish`, {});
  const readable = await call('GET', one);
  const changed = await call('PUT', one, { ...body, name: 'Welcome back' });
  const version = await call('GET', `${one}/versions/${String(published.body['version'])}`);
  const unpublished = await call('GET', `${modules}?statuses=Unpublished`);

  expect(made.body).toMatchObject({ isPublished: false, isArchived: false, type: 'Informational', version: 1 });
  expect([published.body['version'], readable.body['isPublished']]).toEqual([2, true]);
  expect(changed.body).toMatchObject({ name: 'Welcome back', isPublished: false, version: 3 });
  expect(version.body).toMatchObject({ name: 'Welcome', isPublished: true, version: 2 });
  expect(unpublished.body['total']).toBe(1);
});

it('assigns nobody by rule until told so, and shows the rule when it is asked for', async () => {
  const { call } = createTestWorld();
  const one = `${modules}/${String((await call('POST', modules, body)).body['id'])}`;
  const part = { operation: 'Include', selector: 'Queue', value: ['q'], order: 1 };

  const before = await call('GET', `${one}/rule`);
  const wrong = await call('PUT', `${one}/rule`, { isActive: true, parts: [{ ...part, operation: 'Maybe' }] });
  await call('PUT', `${one}/rule`, { isActive: true, parts: [part] });
  const shown = await call('GET', `${one}?expand=rule`);
  const plain = await call('GET', one);

  expect(before.body).toMatchObject({ isActive: false, parts: [] });
  expect(wrong.status).toBe(400);
  expect(shown.body['rule']).toMatchObject({ isActive: true, parts: [part] });
  expect(plain.body).not.toHaveProperty('rule');
});

it('can be published before lists and readers see it', async () => {
  const { call } = createTestWorld({ settings: { consistencyLagMs: 5_000 } });
  const one = `${modules}/${String((await call('POST', modules, body)).body['id'])}`;

  expect((await call('GET', one)).status).toBe(404);
  expect((await call('POST', `${one}/publish`, {})).body).toMatchObject({ version: 2 });
});
