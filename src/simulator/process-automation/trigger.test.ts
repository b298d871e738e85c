import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const triggers = '/api/v2/processautomation/triggers';
const topicName = 'v2.detail.events.conversation.{id}.customer.end';

it('starts a workflow that exists, at once or later but not both', async () => {
  const { call } = createTestWorld();
  const workflow = await call('POST', '/api/v2/flows', { name: 'W', type: 'WORKFLOW' });
  const ivr = await call('POST', '/api/v2/flows', { name: 'I', type: 'INBOUNDCALL' });
  const body = { name: 'T', topicName, enabled: true, target: { type: 'Workflow', id: workflow.body['id'] } };
  const statusOf = async (change: object): Promise<number> =>
    (await call('POST', triggers, { ...body, ...change })).status;

  expect((await call('POST', triggers, body)).body).toMatchObject({
    version: 1,
    matchCriteria: [],
    target: body.target,
  });
  const condition = { jsonPath: 'mediaType', operator: 'Equal', value: 'CHAT' };
  const chat = await call('POST', '/api/v2/processAutomation/triggers', {
    ...body,
    matchCriteria: [{ ...condition, values: null }],
  });
  expect(chat.body['matchCriteria']).toEqual([condition]);
  expect(await statusOf({ target: { type: 'Workflow', id: ivr.body['id'] } })).toBe(400);
  expect(await statusOf({ target: { type: 'Workflow', id: 'nothing' } })).toBe(400);
  expect(await statusOf({ delayBySeconds: 60 })).toBe(200);
  expect(await statusOf({ delayBySeconds: 59 })).toBe(400);
  expect(await statusOf({ eventTTLSeconds: 9 })).toBe(400);
  expect(await statusOf({ eventTTLSeconds: 10, delayBySeconds: 60 })).toBe(400);
});

it('is listed by topic, state and delay, page by page', async () => {
  const { call } = createTestWorld();
  const workflow = await call('POST', '/api/v2/flows', { name: 'W', type: 'WORKFLOW' });
  const target = { type: 'Workflow', id: workflow.body['id'] };
  await call('POST', triggers, { name: 'A', topicName, enabled: true, target });
  await call('POST', triggers, { name: 'B', topicName, enabled: false, target, delayBySeconds: 90 });
  await call('POST', triggers, { name: 'C', topicName: 'other', enabled: true, target });
  const names = async (query: string): Promise<unknown> =>
    ((await call('GET', `${triggers}?${query}`)).body['entities'] as readonly { name: string }[]).map(
      ({ name }) => name,
    );

  expect(await names(`topicName=${encodeURIComponent(topicName)}`)).toEqual(['A', 'B']);
  expect(await names('enabled=false')).toEqual(['B']);
  expect(await names('hasDelayBy=true')).toEqual(['B']);
  const first = await call('GET', `${triggers}?pageSize=2`);
  const second = await call('GET', String(first.body['nextUri']));
  expect(second.body['entities']).toMatchObject([{ name: 'C' }]);
  expect(second.body).toHaveProperty('previousUri');
});
