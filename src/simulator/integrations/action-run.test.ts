import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const contract = {
  input: {
    inputSchema: {
      type: 'object',
      required: ['customerId'],
      properties: { customerId: { type: 'string' } },
    },
  },
  output: {
    successSchema: {
      type: 'object',
      properties: {
        customerId: { type: 'string' },
        tier: { type: 'string', enum: ['gold', 'silver'] },
        orders: { type: 'integer' },
      },
    },
  },
};

it('runs a data action by its contract, as a test and for real, and says what is missing', async () => {
  const world = createTestWorld();
  const integration = await world.call('POST', '/api/v2/integrations', {
    integrationType: { id: 'purecloud-data-actions' },
  });
  const created = await world.call('POST', '/api/v2/integrations/actions', {
    name: 'Lookup',
    category: 'CRM',
    integrationId: integration.body['id'],
    config: { request: { requestUrlTemplate: '/x', requestType: 'GET' }, response: {} },
    contract,
  });
  const path = `/api/v2/integrations/actions/${String(created.body['id'])}`;
  const result = { customerId: '42', tier: 'gold', orders: 0 };

  expect(await world.call('POST', `${path}/test`, { customerId: '42' })).toMatchObject({
    status: 200,
    body: { success: true, finalResult: result },
  });
  expect(await world.call('POST', `${path}/execute`, { customerId: '42' })).toMatchObject({
    status: 200,
    body: result,
  });
  expect(await world.call('POST', `${path}/test`, {})).toMatchObject({
    status: 200,
    body: { success: false, operations: [{ name: 'Validate input', success: false }] },
  });
  expect(await world.call('POST', `${path}/execute`, {})).toMatchObject({ status: 400 });
});
