import { describe, expect, it } from 'vitest';
import { made } from '../../testing/made.ts';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';
import { parseCsv } from '../contact-list/csv.ts';

const lists = '/api/v2/outbound/dnclists';

async function exported(world: TestWorld, id: string): Promise<readonly (readonly string[])[]> {
  await world.call('POST', `${lists}/${id}/export`);
  world.clock.advance(1_000);
  const uri = new URL(String((await world.call('GET', `${lists}/${id}/export`)).body['uri']));
  const file = await world.simulator.handle({ method: 'GET', path: uri.pathname + uri.search, headers: {} });
  return parseCsv(String(file.body)).slice(1);
}

describe('a DNC list', () => {
  it('takes phone numbers with and without a date, exports them, and loses all or the expired ones', async () => {
    const world = createTestWorld();
    const id = await made(world, lists, { name: 'Do not call', dncSourceType: 'rds' });
    const numbers = `${lists}/${id}/phonenumbers`;
    expect((await world.call('POST', numbers, ['+41445550100'])).status).toBe(204);
    const soon = new Date(world.clock.now() + 60_000).toISOString();
    await world.call('POST', `${numbers}?expirationDateTime=${soon}`, ['+41445550101']);
    expect(await exported(world, id)).toEqual([
      ['+41445550100', '', ''],
      ['+41445550101', '', soon],
    ]);
    world.clock.advance(120_000);
    await world.call('DELETE', `${numbers}?expiredOnly=true`);
    expect((await world.call('GET', `${lists}/${id}?includeSize=true`)).body['size']).toBe(1);
    await world.call('PATCH', numbers, { action: 'Remove', phoneNumbers: ['+41445550100'] });
    expect(await exported(world, id)).toEqual([]);
  });

  it('refuses what is no number, and entries of lists that others keep', async () => {
    const world = createTestWorld();
    const own = await made(world, lists, { name: 'Own', dncSourceType: 'rds' });
    const foreign = await made(world, lists, { name: 'Foreign', dncSourceType: 'dnc.com', licenseId: 'L1' });
    expect((await world.call('POST', `${lists}/${own}/phonenumbers`, ['call me'])).status).toBe(400);
    expect((await world.call('POST', `${lists}/${own}/emailaddresses`, ['a@example.com'])).status).toBe(204);
    expect((await world.call('POST', `${lists}/${foreign}/phonenumbers`, ['+41445550100'])).status).toBe(400);
    const without = { name: 'No licence', dncSourceType: 'gryphon' };
    expect((await world.call('POST', lists, without)).status).toBe(400);
  });
});
