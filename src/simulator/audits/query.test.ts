import { describe, expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const interval = '2026-01-05T00:00:00Z/2026-01-06T00:00:00Z';
const realtime = '/api/v2/audits/query/realtime';

type Listed = readonly Readonly<Record<string, unknown>>[];

describe('audits', () => {
  it('tell who changed what: the client, or the user for an edit in the Admin UI', async () => {
    const { call, as, clock, simulator } = createTestWorld();
    const queue = await call('POST', '/api/v2/routing/queues', { name: 'Sales', description: 'old' });
    clock.advance(1000);
    const human = as(simulator.organisation('Acme').logIn('hanna@acme.example'));
    await human('PUT', `/api/v2/routing/queues/${String(queue.body['id'])}`, { name: 'Sales', description: 'new' });
    const filters = [{ property: 'EntityId', value: queue.body['id'] }];
    const { body } = await call('POST', realtime, { interval, serviceName: 'ContactCenter', filters });
    const [update, create] = body['entities'] as Listed;
    expect(create).toMatchObject({
      action: 'Create',
      client: { id: 'deployer' },
      entityType: 'Queue',
      remoteIp: ['127.0.0.1'],
    });
    expect(create).not.toHaveProperty('user');
    const hanna = simulator.organisation('Acme').entities('user')[0];
    expect(update).toMatchObject({
      action: 'Update',
      user: { id: hanna?.id },
      client: { id: '' },
      eventDate: '2026-01-05T08:00:01.000Z',
      propertyChanges: [{ property: 'description', oldValues: ['old'], newValues: ['new'] }],
    });
  });

  it('are filtered, sorted and paged', async () => {
    const { call } = createTestWorld();
    for (const name of ['A', 'B', 'C']) await call('POST', '/api/v2/routing/skills', { name });
    await call('POST', '/api/v2/locations', { name: 'Bern' });
    const sort = [{ name: 'Timestamp', sortOrder: 'ascending' }];
    const filters = [{ property: 'EntityType', value: 'RoutingSkill' }];
    const page = await call('POST', realtime, { interval, filters, sort, pageSize: 2, pageNumber: 2 });
    expect(page.body).toMatchObject({ total: 3, pageCount: 2, entities: [{ entity: { name: 'C' } }] });
    expect((await call('POST', realtime, { interval: 'yesterday' })).status).toBe(400);
    const other = await call('POST', realtime, { interval: '2026-01-04T00:00:00Z/2026-01-05T00:00:00Z' });
    expect(other.body['total']).toBe(0);
  });

  it('appear after the audit lag', async () => {
    const { call, clock } = createTestWorld({ settings: { auditLagMs: 5000 } });
    await call('POST', '/api/v2/routing/skills', { name: 'A' });
    expect((await call('POST', realtime, { interval })).body['total']).toBe(0);
    clock.advance(5000);
    expect((await call('POST', realtime, { interval })).body['total']).toBe(1);
  });

  it('can be read as a query with a cursor', async () => {
    const { call } = createTestWorld();
    for (const name of ['A', 'B', 'C']) await call('POST', '/api/v2/routing/skills', { name });
    const started = await call('POST', '/api/v2/audits/query', { interval });
    const path = `/api/v2/audits/query/${String(started.body['id'])}`;
    expect((await call('GET', path)).body['state']).toBe('Succeeded');
    const first = await call('GET', `${path}/results?pageSize=2`);
    const second = await call('GET', `${path}/results?pageSize=2&cursor=${String(first.body['cursor'])}`);
    expect(second.body).not.toHaveProperty('cursor');
    expect(second.body['entities']).toHaveLength(1);
  });

  it('name services and entity types in the service mapping', async () => {
    const { call } = createTestWorld();
    const { body } = await call('GET', `${realtime}/servicemapping`);
    const routing = (body['services'] as Listed).find((service) => service['name'] === 'ContactCenter');
    expect(routing?.['entities']).toContainEqual(expect.objectContaining({ name: 'Queue' }));
  });
});
