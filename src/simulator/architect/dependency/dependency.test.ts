import { beforeEach, describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';
import { publish } from '../testing/publish.ts';

const root = '/api/v2/architect/dependencytracking';
let world: TestWorld;
let queueId: string;
let flowId: string;

const flowTo = (queue: string, name: string): string =>
  `inboundCall:\n  name: ${name}\n  tasks:\n    - task:\n        actions:\n          - transferToAcd:\n              targetQueue:\n                lit:\n                  name: ${queue}\n`;

beforeEach(async () => {
  world = createTestWorld();
  queueId = world.simulator.organisation('Acme').create('routing_queue', { name: 'Sales' }).id;
  const job = await publish(world, flowTo('Sales', 'Main'));
  flowId = String((job['flow'] as { id: string }).id);
});

describe('dependency tracking', () => {
  it('finds objects by a part of their name, with what they use and who uses them', async () => {
    const found = await world.call('GET', `${root}?name=sal&consumingResources=true`);
    expect(found.body).toMatchObject({
      total: 1,
      entities: [{ id: queueId, type: 'QUEUE', consumingResources: [{ id: flowId, version: '1.0' }] }],
    });
    const flows = await world.call('GET', `${root}?name=main&objectType=INBOUNDCALLFLOW&consumedResources=true`);
    expect(flows.body).toMatchObject({ entities: [{ id: flowId, consumedResources: [{ id: queueId }] }] });
    expect((await world.call('GET', `${root}?name=sal&objectType=GROUP`)).body['total']).toBe(0);
    expect((await world.call('GET', root)).status).toBe(400);
  });

  it('knows consumers of renamed and of deleted objects until they are published again', async () => {
    const updated = `${root}/updatedresourceconsumers`;
    const deleted = `${root}/deletedresourceconsumers`;
    expect((await world.call('GET', updated)).body['total']).toBe(0);
    await world.call('PUT', `/api/v2/routing/queues/${queueId}`, { name: 'Selling' });
    const consumers = await world.call('GET', `${updated}?consumedResources=true`);
    expect(consumers.body).toMatchObject({
      total: 1,
      entities: [{ id: flowId, consumedResources: [{ id: queueId, name: 'Selling', updated: true, deleted: false }] }],
    });
    await publish(world, flowTo('Selling', 'Main'));
    expect((await world.call('GET', updated)).body['total']).toBe(0);
    expect((await world.call('GET', deleted)).body['total']).toBe(0);
    await world.call('DELETE', `/api/v2/routing/queues/${queueId}?forceDelete=true`);
    expect((await world.call('GET', `${deleted}?name=mai`)).body).toMatchObject({ entities: [{ id: flowId }] });
    expect((await world.call('GET', `${deleted}?objectType=WORKFLOW`)).body['total']).toBe(0);
  });

  it('tells its types and which of them have versions', async () => {
    expect((await world.call('GET', `${root}/types?pageSize=5`)).body).toMatchObject({ pageSize: 5, pageNumber: 1 });
    expect((await world.call('GET', `${root}/types/QUEUE`)).body).toMatchObject({ id: 'QUEUE', versioned: false });
    expect((await world.call('GET', `${root}/types/INBOUNDCALLFLOW`)).body).toMatchObject({ versioned: true });
    expect((await world.call('GET', `${root}/types/WEATHER`)).status).toBe(404);
  });

  it('is built anew with 202 and is operational after a while', async () => {
    expect((await world.call('GET', `${root}/build`)).body).toMatchObject({ status: 'OPERATIONAL' });
    expect((await world.call('POST', `${root}/build`)).status).toBe(202);
    expect((await world.call('GET', `${root}/build`)).body).toMatchObject({
      status: 'BUILDINPROGRESS',
      client: { id: 'deployer' },
    });
    world.clock.advance(2000);
    const done = await world.call('GET', `${root}/build`);
    expect(done.body).toMatchObject({ status: 'OPERATIONAL', dateCompleted: '2026-01-05T08:00:03.000Z' });
  });
});

describe('the general dependency graph', () => {
  const connections = (type: string, id: string, what: string): string =>
    `/api/v2/dependencies/type/${type}/id/${id}/connections/${what}`;

  it('connects data actions, integrations and credentials, in both directions and page by page', async () => {
    const { call } = world;
    const credential = await call('POST', '/api/v2/integrations/credentials', {
      name: 'Key',
      type: { name: 'basicAuth' },
      credentialFields: {},
    });
    const made = await call('POST', '/api/v2/integrations', { integrationType: { id: 'custom-rest-actions' } });
    const [integrationId, credentialId] = [String(made.body['id']), String(credential.body['id'])];
    const config = `/api/v2/integrations/${integrationId}/config/current`;
    const settings = (await call('GET', config)).body;
    await call('PUT', config, { ...settings, credentials: { basicAuth: { id: credentialId } } });
    const schema = { type: 'object', properties: {} };
    for (const name of ['A', 'B', 'C']) {
      await call('POST', '/api/v2/integrations/actions', {
        name,
        category: 'Look-ups',
        integrationId,
        config: { request: { requestType: 'GET', requestUrlTemplate: '/' }, response: {} },
        contract: { input: { inputSchema: schema }, output: { successSchema: schema } },
      });
    }
    const requires = await call('GET', connections('Integration', integrationId, 'requires'));
    expect(requires.body['entities']).toEqual([{ entityType: 'Credential', entityId: credentialId }]);
    const first = await call('GET', `${connections('Integration', integrationId, 'requiredby')}?pageSize=2`);
    expect(first.body['entities']).toHaveLength(2);
    expect(first.body).not.toHaveProperty('previousUri');
    const second = await call('GET', String(first.body['nextUri']));
    expect(second.body['entities']).toMatchObject([{ entityType: 'DataAction' }]);
    expect(second.body).not.toHaveProperty('nextUri');
    const back = await call('GET', String(second.body['previousUri']));
    expect(back.body['entities']).toEqual(first.body['entities']);
    const counts = await call('GET', connections('Credential', credentialId, 'requiredbycounts'));
    expect(counts.body).toEqual({ estimatedCount: 4 });
  });

  it('refuses other types and unknown objects', async () => {
    expect((await world.call('GET', connections('Queue', queueId, 'requires'))).status).toBe(400);
    expect((await world.call('GET', connections('Integration', 'none', 'requires'))).status).toBe(404);
  });
});
