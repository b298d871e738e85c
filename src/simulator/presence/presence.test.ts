import { describe, expect, it } from 'vitest';
import { made } from '../testing/made.ts';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

const path = '/api/v2/presence/definitions';
const lunch = { languageLabels: { en_US: 'Lunch' }, systemPresence: 'Meal' };

async function idsListed(world: TestWorld, query = ''): Promise<readonly string[]> {
  const { entities } = (await world.call('GET', `${path}${query}`)).body;
  return (entities as readonly { readonly id: string }[]).map(({ id }) => id);
}

describe('a presence definition', () => {
  it('is deactivated by its deletion: it can still be read, and comes back by a PUT', async () => {
    const world = createTestWorld();
    const id = await made(world, path, lunch);
    expect((await world.call('GET', `${path}/${id}`)).body).toMatchObject({ name: 'Lunch', divisionId: '*' });
    expect((await world.call('DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await world.call('GET', `${path}/${id}`)).body['deactivated']).toBe(true);
    expect([await idsListed(world), await idsListed(world, '?deactivated=true')]).toEqual([[], [id]]);
    expect((await world.call('PUT', `${path}/${id}`, { ...lunch, deactivated: false })).status).toBe(200);
    expect(await idsListed(world)).toEqual([id]);
  });

  it('keeps its system presence', async () => {
    const world = createTestWorld();
    const id = await made(world, path, lunch);
    expect((await world.call('PUT', `${path}/${id}`, { ...lunch, systemPresence: 'Away' })).status).toBe(400);
  });

  it('is the same for the older operations', async () => {
    const world = createTestWorld();
    const old = '/api/v2/presencedefinitions';
    const id = await made(world, old, lunch);
    expect((await world.call('GET', `${path}/${id}`)).body).toMatchObject(lunch);
    expect((await world.call('GET', old)).body).toMatchObject({ total: 1, entities: [{ id, name: 'Lunch' }] });
    const labels = { ...lunch, languageLabels: { en_US: 'Late lunch' } };
    expect((await world.call('PUT', `${old}/${id}`, labels)).body).toMatchObject({ name: 'Late lunch' });
    expect((await world.call('DELETE', `${old}/${id}`)).status).toBe(204);
    expect((await world.call('GET', old)).body['total']).toBe(0);
    expect((await world.call('GET', `${old}?deleted=true`)).body['total']).toBe(1);
    expect((await world.call('GET', `${old}/${id}`)).body).toMatchObject({ deactivated: true });
  });
});

describe('system presences', () => {
  it('are those that definitions belong to', async () => {
    const world = createTestWorld();
    const { body } = await world.call('GET', '/api/v2/systempresences');
    expect(body).toContainEqual({ id: 'ON_QUEUE', name: 'ON_QUEUE' });
  });
});
