import { expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

const path = '/api/v2/webdeployments';

async function publishedConfiguration({ call, clock }: TestWorld): Promise<string> {
  const made = await call('POST', `${path}/configurations`, { name: 'Chat' });
  const one = `${path}/configurations/${String(made.body['id'])}`;
  clock.advance(1_000);
  await call('POST', `${one}/versions/draft/publish`);
  return String(made.body['id']);
}

it('makes a draft active after a moment and numbers what is published from it', async () => {
  const { call, clock } = createTestWorld();
  const made = await call('POST', `${path}/configurations`, { name: 'Chat', version: '7' });
  const one = `${path}/configurations/${String(made.body['id'])}/versions`;

  const early = await call('POST', `${one}/draft/publish`);
  clock.advance(1_000);
  const draft = await call('GET', `${one}/draft`);
  const first = await call('POST', `${one}/draft/publish`);
  const changed = await call('PUT', `${one}/draft`, { name: 'Chat', description: 'new' });
  clock.advance(1_000);
  const second = await call('POST', `${one}/draft/publish`);
  const kept = await call('GET', `${one}/1`);
  const list = await call('GET', one);

  expect(made.body).toMatchObject({ version: 'draft', status: 'Pending' });
  expect(early.status).toBe(409);
  expect(draft.body['status']).toBe('Active');
  expect(first.body).toMatchObject({ version: '1', status: 'Active' });
  expect(changed.body).toMatchObject({ version: 'draft', status: 'Pending', description: 'new' });
  expect(second.body).toMatchObject({ version: '2', description: 'new' });
  expect(kept.body).not.toHaveProperty('description');
  expect(list.body).toMatchObject({ total: 3, entities: [{ version: 'draft' }, { version: '2' }, { version: '1' }] });
});

it('lists only configurations that were published when asked to', async () => {
  const world = createTestWorld();
  const id = await publishedConfiguration(world);
  await world.call('POST', `${path}/configurations`, { name: 'Other' });

  const all = await world.call('GET', `${path}/configurations`);
  const published = await world.call('GET', `${path}/configurations?showOnlyPublished=true`);

  expect(all.body['entities']).toHaveLength(2);
  expect(published.body['entities']).toMatchObject([{ id }]);
});

it('deploys a published version only, becomes active, and holds its configuration', async () => {
  const world = createTestWorld();
  const { call, clock } = world;
  const id = await publishedConfiguration(world);

  const refused = await call('POST', `${path}/deployments`, { name: 'Site', configuration: { id, version: '9' } });
  const made = await call('POST', `${path}/deployments`, { name: 'Site', configuration: { id, version: '1' } });
  const one = `${path}/deployments/${String(made.body['id'])}`;
  clock.advance(1_000);
  const active = await call('GET', one);
  const showing = await call('GET', `${one}/configurations`);
  const held = await call('DELETE', `${path}/configurations/${id}`);
  await call('DELETE', one);
  const freed = await call('DELETE', `${path}/configurations/${id}`);

  expect(refused.status).toBe(400);
  expect(made.body).toMatchObject({ status: 'Pending', configuration: { id, version: '1', name: 'Chat' } });
  expect(active.body['status']).toBe('Active');
  expect(showing.body).toMatchObject({ configurationVersion: { version: '1' }, deployment: { name: 'Site' } });
  expect([held.status, freed.status]).toEqual([409, 204]);
});

it('keeps whether a deployment resolves identities', async () => {
  const world = createTestWorld();
  const configuration = { id: await publishedConfiguration(world), version: '1' };
  const made = await world.call('POST', `${path}/deployments`, { name: 'Site', configuration });
  const place = `${path}/deployments/${String(made.body['id'])}/identityresolution`;

  const before = await world.call('GET', place);
  await world.call('PUT', place, { resolveIdentities: true });
  const after = await world.call('GET', place);

  expect([before.body['resolveIdentities'], after.body['resolveIdentities']]).toEqual([false, true]);
});
