import { describe, expect, it } from 'vitest';
import { made } from '../../testing/made.ts';
import { createTestWorld } from '../../testing/world.ts';

const root = '/api/v2/telephony/providers/edges';
const pool = (start: string, end: string): object => ({ startPhoneNumber: start, endPhoneNumber: end });

describe('a DID pool', () => {
  it('is a range of phone numbers that no other pool has', async () => {
    const world = createTestWorld();
    const id = await made(world, `${root}/didpools`, pool('+41445550010', '+41445550019'));
    expect((await world.call('GET', `${root}/didpools/${id}`)).body['name']).toBe('+41445550010 - +41445550019');
    const answers = {
      backwards: pool('+41445550029', '+41445550020'),
      'no number': pool('0445550020', '0445550029'),
      'of two lengths': pool('+4144555002', '+41445550029'),
      'too large': pool('+41440000000', '+41449999999'),
    };
    for (const body of Object.values(answers)) {
      expect((await world.call('POST', `${root}/didpools`, body)).status).toBe(400);
    }
    const overlap = await world.call('POST', `${root}/didpools`, pool('+41445550019', '+41445550025'));
    expect(overlap).toMatchObject({ status: 409, body: { details: [{ entityId: id }] } });
  });

  it('keeps its range, and gives it up when it is deleted', async () => {
    const world = createTestWorld();
    const id = await made(world, `${root}/didpools`, pool('+41445550010', '+41445550019'));
    const longer = await world.call('PUT', `${root}/didpools/${id}`, pool('+41445550010', '+41445550029'));
    expect(longer.status).toBe(400);
    await world.call('DELETE', `${root}/didpools/${id}`);
    expect((await world.call('GET', `${root}/didpools/${id}`)).body['state']).toBe('deleted');
    expect((await world.call('GET', `${root}/didpools`)).body['total']).toBe(0);
    await made(world, `${root}/didpools`, pool('+41445550010', '+41445550019'));
  });

  it('shows which of its numbers are taken, and by whom', async () => {
    const world = createTestWorld();
    const id = await made(world, `${root}/didpools`, pool('+41445550010', '+41445550012'));
    const ivr = await made(world, '/api/v2/architect/ivrs', { name: 'Main', dnis: ['+41445550011'] });
    const numbers = async (type: string): Promise<unknown> =>
      (await world.call('GET', `${root}/didpools/dids?type=${type}&id=${id}`)).body['entities'];
    expect(await numbers('UNASSIGNED')).toMatchObject([{ number: '+41445550010' }, { number: '+41445550012' }]);
    expect(await numbers('ASSIGNED')).toMatchObject([{ owner: { id: ivr }, ownerType: 'IVR_CONFIG', assigned: true }]);
    const dids = await world.call('GET', `${root}/dids?phoneNumber=%2B41445550011`);
    expect(dids.body).toMatchObject({ total: 1, entities: [{ didPool: { id }, owner: { name: 'Main' } }] });
    const [did] = dids.body['entities'] as readonly { readonly id: string }[];
    expect((await world.call('GET', `${root}/dids/${did?.id}`)).body['phoneNumber']).toBe('+41445550011');
    expect((await world.call('GET', `${root}/dids/nobody`)).status).toBe(404);
    expect((await world.call('GET', `${root}/didpools/dids?type=ALL`)).status).toBe(400);
  });
});

describe('an extension pool', () => {
  it('is a range of extensions that no other pool has, and shows who has one', async () => {
    const world = createTestWorld();
    const path = `${root}/extensionpools`;
    await made(world, path, { startNumber: '8000', endNumber: '8099' });
    expect((await world.call('POST', path, { startNumber: '8050', endNumber: '8150' })).status).toBe(409);
    expect((await world.call('POST', path, { startNumber: '80500', endNumber: '80599' })).status).toBe(200);
    expect((await world.call('POST', path, { startNumber: '8x', endNumber: '8y' })).status).toBe(400);
    const addresses = [{ mediaType: 'PHONE', type: 'WORK', extension: '8001' }];
    await made(world, '/api/v2/users', { name: 'Ext', email: 'ext@acme.example', addresses });
    const extensions = await world.call('GET', `${root}/extensions?number=8001`);
    expect(extensions.body).toMatchObject({ total: 1, entities: [{ number: '8001', owner: { name: 'Ext' } }] });
  });
});
