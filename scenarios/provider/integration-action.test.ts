import { beforeEach, expect, it } from 'vitest';
import { createProviderWorld, type ProviderWorld } from './provider-world.ts';

const actions = '/api/v2/integrations/actions';
const schema = { type: 'object', required: ['service'], properties: { service: { type: 'string' } } };
let world: ProviderWorld;
let body: Readonly<Record<string, unknown>>;

beforeEach(async () => {
  world = await createProviderWorld();
  const integration = await world.call('POST', '/api/v2/integrations', {
    integrationType: { id: 'custom-rest-actions' },
  });
  body = {
    name: 'Look up',
    category: 'Look-ups',
    integrationId: integration.body['id'],
    secure: false,
    contract: { input: { inputSchema: schema }, output: { successSchema: schema } },
    config: {
      request: { requestUrlTemplate: '/api', requestType: 'GET', requestTemplate: '', headers: {} },
      response: {},
    },
  };
});

it('creates an action and reads it with contract, settings and both templates', async () => {
  const created = await world.call('POST', actions, body);
  expect(created.status).toBe(200);
  const path = `${actions}/${String(created.body['id'])}`;
  const read = await world.call('GET', `${path}?expand=contract&includeConfig=true`);
  expect(read.body).toMatchObject({
    name: 'Look up',
    category: 'Look-ups',
    integrationId: body['integrationId'],
    secure: false,
    contract: { input: { inputSchema: schema }, output: { successSchema: schema } },
    config: { request: { requestUrlTemplate: '/api', requestType: 'GET' } },
  });
  expect(await world.call('GET', `${path}/templates/requesttemplate.vm`)).toMatchObject({
    status: 200,
    text: '${input.rawRequest}',
  });
  expect(await world.call('GET', `${path}/templates/successtemplate.vm`)).toMatchObject({
    status: 200,
    text: '${rawResult}',
  });
});

it('updates an action with the version it reads, and again when another was faster', async () => {
  const path = `${actions}/${String((await world.call('POST', actions, body)).body['id'])}`;
  let isFirst = true;
  const tries = await world.retryWhenStale(async () => {
    const { version } = (await world.call('GET', `${path}?expand=contract&includeConfig=true`)).body;
    if (isFirst) await world.call('PATCH', path, { name: 'By hand', version });
    isFirst = false;
    return world.call('PATCH', path, { name: 'By code', category: 'Other', version, config: body['config'] });
  });
  expect(tries).toBe(2);
  expect((await world.call('GET', path)).body).toMatchObject({ name: 'By code', category: 'Other', version: 3 });
});

it('deletes an action until it is gone, and takes 404 for deleted with its integration', async () => {
  const path = `${actions}/${String((await world.call('POST', actions, body)).body['id'])}`;
  expect((await world.call('DELETE', path)).status).toBeLessThan(300);
  expect((await world.call('GET', `${path}?expand=contract&includeConfig=true`)).status).toBe(404);
  expect((await world.call('DELETE', path)).status).toBe(404);
});
