import { beforeEach, describe, expect, it } from 'vitest';
import { publish } from '../architect/testing/publish.ts';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

const integrations = '/api/v2/integrations';
const actions = '/api/v2/integrations/actions';
let world: TestWorld;
let integrationId: string;

const schema = (property: string): object => ({
  type: 'object',
  properties: { [property]: { type: 'string' } },
  additionalProperties: true,
});
const contract = { input: { inputSchema: schema('id') }, output: { successSchema: schema('name') } };
const config = {
  request: {
    requestUrlTemplate: '/api/v2/users/${input.id}',
    requestType: 'GET',
    headers: {},
    requestTemplate: '${input.rawRequest}',
  },
  response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
};
const action = (name: string): object => ({ name, category: 'Lookups', integrationId, config, contract });

beforeEach(async () => {
  world = createTestWorld();
  const body = { name: 'Lookups', integrationType: { id: 'purecloud-data-actions' } };
  integrationId = String((await world.call('POST', integrations, body)).body['id']);
});

describe('credentials', () => {
  it('are listed by cursor, which is empty at first and then the id of the last one seen', async () => {
    for (const name of ['A', 'B', 'C']) {
      await world.call('POST', `${integrations}/credentials`, { name, type: { name: 'basicAuth' } });
    }
    const listing = `${integrations}/credentials/listing?pageSize=2`;
    const first = (await world.call('GET', `${listing}&after=`)).body['entities'] as readonly { id: string }[];
    expect(first).toMatchObject([{ name: 'A' }, { name: 'B' }]);
    const second = await world.call('GET', `${listing}&after=${first[1]?.id}`);
    expect(second.body['entities']).toMatchObject([{ name: 'C' }]);
  });
});

describe('integrations', () => {
  it('are listed by page number, or from a token on in either direction', async () => {
    for (const name of ['A', 'B', 'C', 'D'])
      await world.call('POST', integrations, { name, integrationType: { id: 'custom-rest-actions' } });
    const first = await world.call('GET', `${integrations}?pageSize=2`);
    const [, second] = first.body['entities'] as readonly { readonly id: string }[];

    const next = await world.call('GET', `${integrations}?pageSize=2&nextPage=${second?.id}`);
    const back = await world.call('GET', String(next.body['previousUri']));

    expect(first.body).toMatchObject({ total: 5, entities: [{ name: 'A' }, { name: 'B' }] });
    expect(next.body['entities']).toMatchObject([{ name: 'C' }, { name: 'D' }]);
    expect(back.body['entities']).toEqual(first.body['entities']);
  });

  it('are called after their kind when made without a name', async () => {
    const made = await world.call('POST', integrations, { integrationType: { id: 'custom-rest-actions' } });
    expect(made).toMatchObject({ status: 200, body: { name: 'Web Services Data Actions' } });
  });

  it('start disabled and follow the intended state', async () => {
    const path = `${integrations}/${integrationId}`;
    expect((await world.call('GET', path)).body).toMatchObject({
      intendedState: 'DISABLED',
      integrationType: { name: 'Genesys Cloud Data Actions' },
    });
    expect((await world.call('PATCH', path, { intendedState: 'ENABLED' })).body).toMatchObject({
      reportedState: { code: 'ACTIVATING', effective: 'DISABLED' },
    });
    world.clock.advance(500);
    expect((await world.call('GET', path)).body).toMatchObject({
      reportedState: { code: 'ACTIVE', effective: 'ENABLED' },
    });
    expect((await world.call('PATCH', path, { intendedState: 'ON' })).status).toBe(400);
    expect((await world.call('POST', integrations, { name: 'X', integrationType: { id: 'teleport' } })).status).toBe(
      400,
    );
    expect(
      (await world.call('GET', `${integrations}?integrationType=purecloud-data-actions&pageSize=100`)).body['total'],
    ).toBe(1);
    expect(await world.call('DELETE', path)).toMatchObject({ status: 200, body: { id: integrationId } });
    expect((await world.call('GET', path)).status).toBe(404);
  });

  it('have settings with a version, and credentials that never show their fields', async () => {
    const credential = await world.call('POST', `${integrations}/credentials`, {
      name: 'OAuth',
      type: { name: 'pureCloudOAuthClient' },
      credentialFields: { clientSecret: 'canary' },
    });
    const id = String(credential.body['id']);
    expect(JSON.stringify(credential.body)).not.toContain('canary');
    expect(JSON.stringify((await world.call('GET', `${integrations}/credentials/${id}`)).body)).not.toContain('canary');
    const path = `${integrations}/${integrationId}/config/current`;
    const settings = (await world.call('GET', path)).body;
    expect(settings).toMatchObject({ version: 1, name: 'Lookups', credentials: {} });
    const changed = {
      ...settings,
      name: 'Look-ups',
      notes: 'for flows',
      credentials: { pureCloudOAuthClient: { id } },
    };
    expect((await world.call('PUT', path, changed)).body).toMatchObject({
      version: 2,
      credentials: { pureCloudOAuthClient: { id, name: 'OAuth' } },
    });
    expect((await world.call('PUT', path, changed)).status).toBe(409);
    expect(
      (await world.call('PUT', path, { ...changed, version: 2, credentials: { x: { id: 'nobody' } } })).status,
    ).toBe(400);
    expect((await world.call('GET', `${integrations}?credentialId=${id}`)).body).toMatchObject({
      entities: [{ name: 'Look-ups' }],
    });
    expect((await world.call('GET', `${integrations}/credentials/listing`)).body['entities']).toHaveLength(1);
  });
});

describe('data actions', () => {
  it('show contract and configuration when asked, and may share a name', async () => {
    const created = await world.call('POST', actions, action('Get user'));
    expect(created.body).toMatchObject({ version: 1, secure: false, contract, config });
    const path = `${actions}/${String(created.body['id'])}`;
    expect((await world.call('GET', path)).body).not.toHaveProperty('config');
    expect((await world.call('GET', path)).body).not.toHaveProperty('contract.input.inputSchema');
    expect((await world.call('GET', `${path}?expand=contract&includeConfig=true`)).body).toMatchObject({
      contract,
      config,
    });
    const template = await world.simulator.handle({
      method: 'GET',
      path: `${path}/templates/requesttemplate.vm`,
      headers: { authorization: `Bearer ${await world.token('deployer')}` },
    });
    expect(template.body).toBe('${input.rawRequest}');
    const bare = await world.call('POST', actions, { ...action('Run'), config: { request: {}, response: {} } });
    expect(
      (await world.call('GET', `${actions}/${String(bare.body['id'])}?includeConfig=true`)).body,
    ).not.toHaveProperty('config.request');
    expect((await world.call('GET', `${path}/schemas/inputschema.json`)).body).toEqual(contract.input.inputSchema);
    expect((await world.call('POST', actions, action('Get user'))).status).toBe(200);
    expect((await world.call('GET', `${actions}?name=get&category=Lookups`)).body['total']).toBe(2);
  });

  it('need an integration, a request type and the current version', async () => {
    expect((await world.call('POST', actions, { ...action('A'), integrationId: 'nobody' })).status).toBe(400);
    const odd = { ...config, request: { ...config.request, requestType: 'FETCH' } };
    const refused = await world.call('POST', actions, { ...action('A'), config: odd });
    expect(refused.body).toMatchObject({ status: 400, details: [{ fieldName: 'config.request.requestType' }] });
    const path = `${actions}/${String((await world.call('POST', actions, action('A'))).body['id'])}`;
    expect((await world.call('PATCH', path, { name: 'B', version: 1 })).body).toMatchObject({ name: 'B', version: 2 });
    expect((await world.call('PATCH', path, { name: 'C', version: 1 })).status).toBe(409);
    expect((await world.call('PATCH', path, { name: 'C' })).status).toBe(400);
  });

  it('change their contract through a draft that is validated and published', async () => {
    const path = `${actions}/${String((await world.call('POST', actions, action('A'))).body['id'])}`;
    expect((await world.call('GET', `${path}/draft`)).status).toBe(404);
    expect((await world.call('POST', `${path}/draft`)).body).toMatchObject({ version: 1, contract });
    expect((await world.call('POST', `${path}/draft`)).status).toBe(409);
    const wider = { ...contract, output: { successSchema: schema('email') } };
    expect((await world.call('PATCH', `${path}/draft`, { contract: wider, version: 1 })).body).toMatchObject({
      version: 2,
    });
    expect((await world.call('GET', `${path}/draft/validation`)).body).toMatchObject({ valid: true, errors: [] });
    expect((await world.call('GET', `${actions}/drafts`)).body['total']).toBe(1);
    expect((await world.call('POST', `${path}/draft/publish`, { version: 1 })).status).toBe(409);
    expect((await world.call('POST', `${path}/draft/publish`, { version: 2 })).body).toMatchObject({
      version: 3,
      contract: wider,
    });
    expect((await world.call('GET', `${path}?expand=contract`)).body).toMatchObject({ version: 3, contract: wider });
    expect((await world.call('GET', `${path}/draft`)).status).toBe(404);
  });

  it('may begin as a draft, which is not listed until it is published', async () => {
    const draft = await world.call('POST', `${actions}/drafts`, action('New'));
    const path = `${actions}/${String(draft.body['id'])}`;
    expect((await world.call('GET', path)).status).toBe(404);
    expect((await world.call('POST', `${path}/draft/publish`, { version: 1 })).body).toMatchObject({ version: 1 });
    expect((await world.call('GET', actions)).body).toMatchObject({ total: 1, entities: [{ name: 'New' }] });
  });

  it('cannot be deleted (400) while a published flow uses them', async () => {
    const path = `${actions}/${String((await world.call('POST', actions, action('A'))).body['id'])}`;
    const flow =
      'workflow:\n  name: W\n  tasks:\n    - callData:\n        category:\n          Lookups:\n            dataAction:\n              A: {}\n';
    expect(await publish(world, flow)).toMatchObject({ status: 'Success' });
    expect((await world.call('DELETE', path)).status).toBe(400);
    await publish(world, 'workflow:\n  name: W\n');
    expect((await world.call('DELETE', path)).status).toBe(204);
  });
});
