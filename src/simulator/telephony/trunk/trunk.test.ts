import { describe, expect, it } from 'vitest';
import { made } from '../../testing/made.ts';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';

const root = '/api/v2/telephony/providers/edges';

function baseIn(world: TestWorld, name: string, trunkType: string): Promise<string> {
  return made(world, `${root}/trunkbasesettings`, { name, trunkType, trunkMetabase: { id: 'external_sip.json' } });
}

async function trunks(world: TestWorld, query = ''): Promise<unknown> {
  return (await world.call('GET', `${root}/trunks${query}`)).body['entities'];
}

describe('trunks', () => {
  it('are made of the trunk bases of an edge group, follow them, and go with them', async () => {
    const world = createTestWorld();
    const phones = await baseIn(world, 'Phones', 'PHONE');
    const carrier = await baseIn(world, 'Carrier', 'EXTERNAL');
    const assigned = { edgeTrunkBaseAssignment: { trunkBase: { id: carrier } } };
    const group = await made(world, `${root}/edgegroups`, {
      name: 'Edges',
      phoneTrunkBases: [{ id: phones }],
      ...assigned,
    });
    expect(await trunks(world)).toMatchObject([
      { name: 'Carrier', trunkBase: { id: carrier }, edgeGroup: { name: 'Edges' }, trunkType: 'EXTERNAL' },
      { name: 'Phones' },
    ]);
    expect(await trunks(world, '?trunkType=PHONE')).toMatchObject([{ name: 'Phones' }]);
    await world.call('PUT', `${root}/edgegroups/${group}`, { name: 'Edges', phoneTrunkBases: [], ...assigned });
    const [carrierTrunk] = (await trunks(world)) as readonly { readonly id: string }[];
    expect(await trunks(world)).toHaveLength(1);
    const refused = await world.call('DELETE', `${root}/trunkbasesettings/${carrier}`);
    expect(refused.status).toBe(409);
    expect((await world.call('DELETE', `${root}/edgegroups/${group}`)).status).toBe(204);
    expect((await world.call('GET', `${root}/trunks/${carrierTrunk?.id}`)).body['state']).toBe('deleted');
    expect((await world.call('DELETE', `${root}/trunkbasesettings/${carrier}`)).status).toBe(204);
    expect((await world.call('POST', `${root}/trunks`, {})).status).toBe(405);
  });
});

describe('what telephony knows beside its objects', () => {
  it('are metabases of trunks, media regions, and no edges', async () => {
    const world = createTestWorld();
    const metabases = await world.call('GET', `${root}/trunkbasesettings/availablemetabases?type=PHONE`);
    expect(metabases.body['entities']).toContainEqual(expect.objectContaining({ type: 'PHONE' }));
    expect((await world.call('GET', '/api/v2/telephony/mediaregions')).body['awsHomeRegion']).toBe('us-east-1');
    expect((await world.call('GET', root)).body['total']).toBe(0);
    expect((await world.call('GET', `${root}/8f1b1a3e-0000-4000-8000-000000000000`)).status).toBe(404);
  });
});
