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
      entity: { name: 'Sales', selfUri: `/api/v2/routing/queues/${String(queue.body['id'])}` },
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

  it('tell a restoration from a change, and a secret without its value', async () => {
    const { call, simulator } = createTestWorld();
    const acme = simulator.organisation('Acme');
    const made = await call('POST', '/api/v2/authorization/divisions', { name: 'North', description: '' });
    const path = `/api/v2/authorization/divisions/${String(made.body['id'])}`;
    await call('DELETE', path);
    await call('POST', `${path}/restore`);
    const credential = {
      name: 'Key',
      type: { name: 'basicAuth' },
      credentialFields: { userName: 'u', password: 'hidden' },
    };
    await call('POST', '/api/v2/integrations/credentials', credential);
    expect(acme.audits().map(({ message }) => message['action'])).toEqual(['Create', 'Delete', 'Restore', 'Create']);
    expect(acme.audits().at(-1)?.message['propertyChanges']).toContainEqual({
      property: 'credentialFields',
      oldValues: [],
      newValues: [],
    });
    expect(JSON.stringify(acme.audits())).not.toContain('hidden');
  });

  it('of one request are related', async () => {
    const { call, simulator } = createTestWorld();
    const acme = simulator.organisation('Acme');
    const made = await call('POST', '/api/v2/authorization/divisions', { name: 'North', description: '' });
    acme.create('routing_queue', { name: 'Sales', division: { id: made.body['id'] } });
    await call('DELETE', `/api/v2/authorization/divisions/${String(made.body['id'])}?force=true`);
    const auditId = acme.audits().at(-1)?.message.id;
    const related = await call('POST', `${realtime}/related`, { auditId });
    expect(Object.keys(related.body)).toEqual(['entities']);
    expect((related.body['entities'] as Listed).map((audit) => audit['entityType'])).toEqual(['Queue', 'Division']);
    expect((await call('POST', `${realtime}/related`, { auditId: 'none' })).status).toBe(404);
  });

  it('are refused for what the platform does not know, and without the permission', async () => {
    const { call, as, token } = createTestWorld({
      clients: [
        { id: 'deployer', secret: 'deployer-secret' },
        { id: 'blind', secret: 'blind-secret', permissions: ['routing:*:*'] },
      ],
    });
    const refused = [
      {},
      { interval: '2026-01-06T00:00:00Z/2026-01-05T00:00:00Z' },
      { interval, serviceName: 'Weather' },
      { interval, filters: [{ property: 'Colour', value: 'red' }] },
      { interval, sort: [{ name: 'Name', sortOrder: 'ascending' }] },
    ];
    for (const body of refused) {
      expect((await call('POST', realtime, body)).status).toBe(400);
      expect((await call('POST', '/api/v2/audits/query', body)).status).toBe(400);
    }
    const blind = as(await token('blind'));
    expect(await blind('POST', realtime, { interval })).toMatchObject({
      status: 403,
      body: { code: 'missing.permissions', messageParams: { permissions: 'audits:audit:view' } },
    });
  });

  it('older than 14 days are found by a query that takes its time, not by the realtime one', async () => {
    const { call, as, token, clock } = createTestWorld();
    await call('POST', '/api/v2/routing/skills', { name: 'A' });
    clock.advance(15 * 86_400_000);
    const later = as(await token('deployer'));
    const wide = { interval: '2026-01-01T00:00:00Z/2026-02-01T00:00:00Z' };
    expect((await later('POST', realtime, wide)).body['total']).toBe(0);
    const started = await later('POST', '/api/v2/audits/query', wide);
    clock.advance(1000);
    const results = await later('GET', `/api/v2/audits/query/${String(started.body['id'])}/results`);
    expect(results.body['entities']).toHaveLength(1);
  });
});

describe('audit queries', () => {
  it('are queued, run and then have results that stay those of their start', async () => {
    const { call, clock } = createTestWorld();
    for (const name of ['A', 'B', 'C']) await call('POST', '/api/v2/routing/skills', { name });
    const started = await call('POST', '/api/v2/audits/query', { interval, serviceName: 'ContactCenter' });
    const path = `/api/v2/audits/query/${String(started.body['id'])}`;
    expect(started).toMatchObject({ status: 202, body: { state: 'Queued', serviceName: 'ContactCenter' } });
    expect((await call('GET', `${path}/results`)).status).toBe(404);
    clock.advance(300);
    expect((await call('GET', path)).body['state']).toBe('Running');
    clock.advance(300);
    expect((await call('GET', path)).body['state']).toBe('Succeeded');
    await call('POST', '/api/v2/routing/skills', { name: 'D' });
    const first = await call('GET', `${path}/results?pageSize=2`);
    const second = await call('GET', `${path}/results?pageSize=2&cursor=${String(first.body['cursor'])}`);
    expect(first.body['entities']).toMatchObject([{ entity: { name: 'C' } }, { entity: { name: 'B' } }]);
    expect(second.body).not.toHaveProperty('cursor');
    expect(second.body['entities']).toMatchObject([{ entity: { name: 'A' } }]);
    expect((await call('GET', `${path}/results?cursor=wrong`)).status).toBe(400);
    expect((await call('GET', `${path}/results?pageSize=501`)).status).toBe(400);
    expect((await call('GET', '/api/v2/audits/query/none')).status).toBe(404);
  });

  it('name the user when asked', async () => {
    const { call, as, clock, simulator } = createTestWorld();
    const human = as(simulator.organisation('Acme').logIn('hanna@acme.example'));
    await human('POST', '/api/v2/routing/skills', { name: 'A' });
    const started = await call('POST', '/api/v2/audits/query', { interval });
    clock.advance(1000);
    const path = `/api/v2/audits/query/${String(started.body['id'])}/results`;
    expect((await call('GET', path)).body['entities']).not.toMatchObject([{ user: { name: 'Hanna Muster' } }]);
    expect((await call('GET', `${path}?expand=user`)).body['entities']).toMatchObject([
      { user: { name: 'Hanna Muster' } },
    ]);
  });
});
