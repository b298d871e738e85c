import { describe, expect, it } from 'vitest';
import { made } from '../../testing/made.ts';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';

const root = '/api/v2/telephony/providers/edges';

async function newSite(world: TestWorld, name = 'Bern'): Promise<string> {
  const location = await made(world, '/api/v2/locations', { name });
  return made(world, `${root}/sites`, { name, location: { id: location } });
}

type Plan = Readonly<Record<string, unknown>>;

async function plansIn(world: TestWorld, site: string): Promise<readonly Plan[]> {
  return (await world.call('GET', `${root}/sites/${site}/numberplans`)).body as unknown as readonly Plan[];
}

describe('a site', () => {
  it('is its own primary site, shows its location, and keeps it from deletion', async () => {
    const world = createTestWorld();
    const site = await newSite(world);
    const shown = (await world.call('GET', `${root}/sites/${site}`)).body;
    expect(shown).toMatchObject({ primarySites: [{ id: site }], location: { name: 'Bern' }, state: 'active' });
    const { id: location } = shown['location'] as { readonly id: string };
    const refused = await world.call('DELETE', `/api/v2/locations/${location}`);
    expect(refused).toMatchObject({ status: 409, body: { details: [{ entityId: site }] } });
    expect((await world.call('POST', `${root}/sites`, { name: 'BERN', location: { id: location } })).status).toBe(409);
  });

  it('starts with the usual number plans, which are replaced as a whole and keep their ids by name', async () => {
    const world = createTestWorld();
    const site = await newSite(world);
    const plans = await plansIn(world, site);
    expect(plans.map(({ name }) => name)).toContain('Suicide Prevention');
    const [emergency] = plans;
    const changed = [
      { ...emergency, numbers: [{ start: '144' }] },
      { name: 'Own', classification: 'Own' },
    ];
    const path = `${root}/sites/${site}/numberplans`;
    expect((await world.call('PUT', path, changed)).status).toBe(200);
    const after = await plansIn(world, site);
    expect(after).toMatchObject([{ id: emergency?.['id'], version: 2, numbers: [{ start: '144' }] }, { name: 'Own' }]);
    expect((await world.call('PUT', path, [emergency])).status).toBe(409);
    expect((await world.call('PUT', path, [{ name: 'Own' }, { name: 'Own' }])).status).toBe(400);
    expect((await world.call('GET', `${path}/${String(after[1]?.['id'])}`)).body['name']).toBe('Own');
    expect((await world.call('GET', `${path}/nobody`)).status).toBe(404);
    expect((await world.call('GET', `${path}/classifications`)).body).toEqual(['Emergency', 'Own']);
  });

  it('has a default outbound route; a classification belongs to one enabled route', async () => {
    const world = createTestWorld();
    const site = await newSite(world);
    const path = `${root}/sites/${site}/outboundroutes`;
    const listed = await world.call('GET', path);
    expect(listed.body).toMatchObject({ total: 1, entities: [{ name: 'Default Outbound Route' }] });
    const [route] = listed.body['entities'] as readonly { readonly id: string }[];
    const national = { name: 'National', classificationTypes: ['National'] };
    expect((await world.call('POST', path, national)).status).toBe(409);
    expect((await world.call('DELETE', `${path}/${route?.id}`)).status).toBe(204);
    const own = await made(world, path, national);
    expect((await world.call('POST', path, { ...national, classificationTypes: ['Network'] })).status).toBe(409);
    expect((await world.call('GET', `${path}/${own}`)).body).toMatchObject({ enabled: true });
    expect((await world.call('GET', `${root}/sites/nobody/outboundroutes`)).status).toBe(404);
  });
});
