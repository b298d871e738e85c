import { describe, expect, it } from 'vitest';
import { made } from '../../testing/made.ts';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';

const root = '/api/v2/telephony/providers/edges';
const webRtc = 'inin_webrtc_softphone.json';

type Named = { readonly id: string };

async function phoneParts(world: TestWorld): Promise<{ readonly base: string; readonly site: string }> {
  const template = (await world.call('GET', `${root}/phonebasesettings/template?phoneMetabaseId=${webRtc}`)).body;
  const body = { name: 'Soft phones', phoneMetaBase: { id: webRtc }, lines: template['lines'] };
  const base = await made(world, `${root}/phonebasesettings`, body);
  const location = await made(world, '/api/v2/locations', { name: 'Bern' });
  const site = await made(world, `${root}/sites`, { name: 'Bern', location: { id: location } });
  return { base, site };
}

function linesOf(body: Readonly<Record<string, unknown>>): readonly Named[] {
  return body['lines'] as readonly Named[];
}

describe('phone base settings', () => {
  it('come from a template of their metabase and have line base settings', async () => {
    const world = createTestWorld();
    const { base } = await phoneParts(world);
    const settings = (await world.call('GET', `${root}/phonebasesettings/${base}`)).body;
    expect(settings).toMatchObject({ phoneMetaBase: { name: 'WebRTC Phone' }, state: 'active' });
    const [line] = linesOf(settings);
    const lines = await world.call('GET', `${root}/linebasesettings`);
    expect(lines.body).toMatchObject({ total: 1, entities: [{ id: line?.id }] });
    expect((await world.call('GET', `${root}/linebasesettings/${line?.id}`)).body['name']).toBe('WebRTC Phone');
    const renamed = await world.call('PUT', `${root}/phonebasesettings/${base}`, { ...settings, name: 'WebRTC' });
    expect(linesOf(renamed.body)).toMatchObject([{ id: line?.id }]);
    const metabases = await world.call('GET', `${root}/phonebasesettings/availablemetabases`);
    expect(metabases.body['entities']).toContainEqual(expect.objectContaining({ id: webRtc }));
    const unknown = await world.call('GET', `${root}/phonebasesettings/template?phoneMetabaseId=constructor`);
    expect(unknown.status).toBe(404);
  });

  it('and the site are kept while a phone uses them', async () => {
    const world = createTestWorld();
    const { base, site } = await phoneParts(world);
    const body = { name: 'Desk', site: { id: site }, phoneBaseSettings: { id: base }, lines: [{ name: 'One' }] };
    const phone = await made(world, `${root}/phones`, body);
    const inUse = await world.call('DELETE', `${root}/phonebasesettings/${base}`);
    expect(inUse).toMatchObject({ status: 409, body: { details: [{ entityId: phone, entityName: 'Desk' }] } });
    expect((await world.call('DELETE', `${root}/sites/${site}`)).status).toBe(409);
    await world.call('DELETE', `${root}/phones/${phone}`);
    expect((await world.call('DELETE', `${root}/sites/${site}`)).status).toBe(204);
    expect((await world.call('GET', `${root}/sites/${site}`)).body['state']).toBe('deleted');
  });
});

describe('a phone', () => {
  it('takes metabase and line settings from its base, keeps the ids of its lines, and is a station', async () => {
    const world = createTestWorld();
    const { base, site } = await phoneParts(world);
    const user = await made(world, '/api/v2/users', { name: 'Zoe', email: 'zoe@acme.example' });
    const template = (await world.call('GET', `${root}/phones/template?phoneBaseSettingsId=${base}`)).body;
    const body = { ...template, name: 'Zoe', site: { id: site }, webRtcUser: { id: user } };
    const phone = await made(world, `${root}/phones`, body);
    const shown = (await world.call('GET', `${root}/phones/${phone}`)).body;
    expect(shown).toMatchObject({ phoneMetaBase: { id: webRtc }, site: { name: 'Bern' } });
    const [line] = linesOf(shown);
    const changed = await world.call('PUT', `${root}/phones/${phone}`, { ...shown, name: 'Zoe soft' });
    expect(linesOf(changed.body)).toMatchObject([{ id: line?.id, lineBaseSettings: shown['lineBaseSettings'] }]);
    expect((await world.call('GET', `${root}/lines/${line?.id}`)).status).toBe(200);
    const stations = await world.call('GET', `/api/v2/stations?webRtcUserId=${user}`);
    expect(stations.body).toMatchObject({
      total: 1,
      entities: [{ id: line?.id, status: 'AVAILABLE', name: 'Zoe soft' }],
    });
  });

  it('can be the station of one person at a time, and the default of many', async () => {
    const world = createTestWorld();
    const { base, site } = await phoneParts(world);
    const phoneBody = { name: 'Desk', site: { id: site }, phoneBaseSettings: { id: base }, lines: [{ name: 'One' }] };
    await made(world, `${root}/phones`, phoneBody);
    const [station] = (await world.call('GET', '/api/v2/stations')).body['entities'] as readonly Named[];
    const [zoe, ada] = await Promise.all(
      ['zoe', 'ada'].map((name) => made(world, '/api/v2/users', { name, email: `${name}@acme.example` })),
    );
    const put = (user: string | undefined, kind: string): Promise<number> =>
      world.call('PUT', `/api/v2/users/${user}/station/${kind}/${station?.id}`).then(({ status }) => status);
    expect(await put(zoe, 'associatedstation')).toBe(204);
    expect(await put(ada, 'associatedstation')).toBe(409);
    expect(await put(ada, 'defaultstation')).toBe(204);
    expect(await put('nobody', 'defaultstation')).toBe(404);
    const of = async (user: string | undefined): Promise<unknown> =>
      (await world.call('GET', `/api/v2/users/${user}/station`)).body;
    expect(await of(zoe)).toMatchObject({ associatedStation: { id: station?.id }, effectiveStation: { name: 'Desk' } });
    expect(await of(ada)).toMatchObject({ defaultStation: { id: station?.id } });
    expect((await world.call('GET', `/api/v2/stations/${station?.id}`)).body).toMatchObject({ status: 'ASSOCIATED' });
    await world.call('DELETE', `/api/v2/stations/${station?.id}/associateduser`);
    await world.call('DELETE', `/api/v2/users/${ada}/station/defaultstation`);
    expect([await of(zoe), await of(ada)]).toEqual([{}, {}]);
  });
});
