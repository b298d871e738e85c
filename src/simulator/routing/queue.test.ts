import { describe, expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

describe('routing queues', () => {
  it('answers 200 to a creation, fills in defaults and names the home division', async () => {
    const { call } = createTestWorld();
    const created = await call('POST', '/api/v2/routing/queues', { name: 'Sales', acwSettings: { timeoutMs: 1000 } });
    expect(created.status).toBe(200);
    expect(created.body).toMatchObject({
      name: 'Sales',
      division: { name: 'Home' },
      acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 1000 },
      skillEvaluationMethod: 'ALL',
      memberCount: 0,
    });
    expect(created.body['selfUri']).toBe(`/api/v2/routing/queues/${String(created.body['id'])}`);
    const read = await call('GET', `/api/v2/routing/queues/${String(created.body['id'])}`);
    expect(read.body).toEqual(created.body);
    expect(read.body).not.toHaveProperty('directRouting');
    expect(read.body).not.toHaveProperty('cannedResponseLibraries');
  });

  it('backs a queue with direct routing up by itself until another queue is named', async () => {
    const { call } = createTestWorld();
    const backup = await call('POST', '/api/v2/routing/queues', { name: 'Backup' });
    const made = await call('POST', '/api/v2/routing/queues', { name: 'Sales', directRouting: { waitForAgent: true } });
    const { id } = made.body;
    expect(made.body).toMatchObject({ directRouting: { waitForAgent: true, backupQueueId: id } });
    const directRouting = { backupQueueId: backup.body['id'] };
    const put = await call('PUT', `/api/v2/routing/queues/${String(id)}`, { name: 'Sales', directRouting });
    expect(put.body).toMatchObject({ directRouting });
  });

  it('refuses a second queue with the name in another letter case', async () => {
    const { call } = createTestWorld();
    await call('POST', '/api/v2/routing/queues', { name: 'Sales' });
    const twin = await call('POST', '/api/v2/routing/queues', { name: 'SALES' });
    expect(twin.status).toBe(409);
    expect(twin.body).toMatchObject({ code: 'general.conflict', status: 409 });
  });

  it('refuses an unknown enum value, a wrong type and a missing name, and says where', async () => {
    const { call } = createTestWorld();
    const unknown = await call('POST', '/api/v2/routing/queues', { name: 'A', skillEvaluationMethod: 'SOME' });
    expect(unknown.status).toBe(400);
    expect(unknown.body).toMatchObject({ code: 'invalid.value', details: [{ fieldName: 'skillEvaluationMethod' }] });
    const wrong = await call('POST', '/api/v2/routing/queues', { name: 'A', acwSettings: { timeoutMs: 'soon' } });
    expect(wrong.body).toMatchObject({ status: 400, details: [{ fieldName: 'acwSettings.timeoutMs' }] });
    const missing = await call('POST', '/api/v2/routing/queues', {});
    expect(missing.body).toMatchObject({ code: 'missing.required.value', details: [{ fieldName: 'name' }] });
  });
});
