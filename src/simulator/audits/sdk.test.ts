import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import platformClient from 'purecloud-platform-client-v2';
import { connectSdk } from '../testing/sdk.ts';
import { createVirtualClock } from '../kernel/clock.ts';
import { createSimulator } from '../simulator.ts';
import type { Listening } from '../wire/server.ts';

const clock = createVirtualClock();
const simulator = createSimulator({
  seed: 'audits-sdk',
  clock,
  organisations: [{ name: 'Acme', clients: [{ id: 'sdk-client', secret: 'sdk-secret' }] }],
});
const audits = new platformClient.AuditApi();
const interval = '2026-01-05T00:00:00Z/2026-01-06T00:00:00Z';
let server: Listening;

beforeAll(async () => {
  server = await simulator.listen({ port: 0 });
  await connectSdk(platformClient.ApiClient.instance, server.port, { id: 'sdk-client', secret: 'sdk-secret' });
});

afterAll(() => server.close());

describe('the official JavaScript SDK, unchanged, reads audits', () => {
  it('with a query that runs for a while, following its cursor', async () => {
    const routing = new platformClient.RoutingApi();
    for (const name of ['A', 'B', 'C']) await routing.postRoutingSkills({ name });
    const filters = [{ property: 'EntityType', value: 'RoutingSkill' }];
    const sort = [{ name: 'Timestamp', sortOrder: 'ascending' }];
    const { id = '', state } = await audits.postAuditsQuery({ interval, serviceName: 'ContactCenter', filters, sort });
    expect(state).toBe('Queued');
    await expect(audits.getAuditsQueryTransactionIdResults(id)).rejects.toMatchObject({ status: 404 });
    clock.advance(1000);
    expect((await audits.getAuditsQueryTransactionId(id)).state).toBe('Succeeded');
    const names: (string | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const page = await audits.getAuditsQueryTransactionIdResults(id, { pageSize: 2, ...(cursor ? { cursor } : {}) });
      names.push(...(page.entities ?? []).map((message) => message.entity?.name));
      cursor = page.cursor;
    } while (cursor);
    expect(names).toEqual(['A', 'B', 'C']);
  });

  it('at once, with what belongs to the same request, and the services that there are', async () => {
    const found = await audits.postAuditsQueryRealtime({ interval, serviceName: 'ContactCenter', pageSize: 1 });
    expect(found).toMatchObject({ total: 3, pageCount: 3, pageSize: 1 });
    const related = await audits.postAuditsQueryRealtimeRelated({ auditId: found.entities?.[0]?.id ?? '' });
    expect(related.entities).toHaveLength(1);
    const mapping = await audits.getAuditsQueryServicemapping();
    expect(mapping.services?.map((service) => service.name)).toContain('PeoplePermissions');
    await expect(audits.postAuditsQueryRealtime({ interval: 'yesterday' })).rejects.toMatchObject({ status: 400 });
  });
});
