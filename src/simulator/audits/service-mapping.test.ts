import { describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

type Service = { readonly name: string; readonly entities: readonly { name: string; actions: readonly string[] }[] };

async function kindsIn(world: TestWorld, path: string): Promise<ReadonlySet<string>> {
  const { body } = await world.call('GET', path);
  const services = body['services'] as readonly Service[];
  return new Set(
    services.flatMap((service) =>
      service.entities.flatMap((entity) => entity.actions.map((action) => `${service.name} ${entity.name} ${action}`)),
    ),
  );
}

/** Changes of every sort that is not plainly creating, changing or deleting an object. */
async function changeThings(world: TestWorld): Promise<void> {
  const { call, simulator } = world;
  const acme = simulator.organisation('Acme');
  const hanna = acme.entities('user')[0]?.id ?? '';
  const queue = acme.create('routing_queue', { name: 'Sales' });
  const group = acme.create('group', { name: 'Team', type: 'official', visibility: 'public', rulesVisible: true });
  const role = acme.create('auth_role', { name: 'Reader' });
  const members = `/api/v2/routing/queues/${queue.id}/members`;
  await call('POST', members, [{ id: hanna }]);
  await call('PATCH', `${members}/${hanna}`, { id: hanna, ringNumber: 3 });
  await call('POST', `${members}?delete=true`, [{ id: hanna }]);
  await call('POST', `/api/v2/groups/${group.id}/members`, { memberIds: [hanna], version: 1 });
  await call('PATCH', `/api/v2/voicemail/groups/${group.id}/policy`, { enabled: true });
  await call('PATCH', `/api/v2/voicemail/userpolicies/${hanna}`, { enabled: true });
  await call('PUT', '/api/v2/routing/utilization', { utilization: {} });
  await call('PUT', `/api/v2/routing/users/${hanna}/utilization`, { utilization: {} });
  await call('DELETE', `/api/v2/routing/users/${hanna}/utilization`);
  await call('PUT', `/api/v2/users/${hanna}/roles`, [role.id]);
  await call('PATCH', '/api/v2/authorization/settings', { analysisDays: 10 });
  await call('POST', '/api/v2/oauth/clients/deployer/secret');
  const version = acme.entities('user')[0]?.['version'];
  await call('DELETE', `/api/v2/users/${hanna}`);
  await call('PATCH', `/api/v2/users/${hanna}`, { state: 'active', version: Number(version) + 1 });
}

describe('the service mapping', () => {
  it('names every kind of audit that is recorded, before anything was changed, for both kinds of query', async () => {
    const untouched = createTestWorld();
    const declared = await kindsIn(untouched, '/api/v2/audits/query/realtime/servicemapping');
    expect(await kindsIn(untouched, '/api/v2/audits/query/servicemapping')).toEqual(declared);
    const changed = createTestWorld();
    await changeThings(changed);
    const recorded = changed.simulator.organisation('Acme').audits();
    const kinds = recorded.map(({ message }) => {
      return `${String(message['serviceName'])} ${String(message['entityType'])} ${String(message['action'])}`;
    });
    expect(kinds.filter((kind) => !declared.has(kind))).toEqual([]);
    expect(kinds).toHaveLength(14);
  });

  it('says who did each change, from where, and that it happened', async () => {
    const world = createTestWorld();
    await changeThings(world);
    for (const { message } of world.simulator.organisation('Acme').audits()) {
      expect(message).toMatchObject({ client: { id: 'deployer' }, remoteIp: ['127.0.0.1'], status: 'SUCCESS' });
      expect(message['entity']).toMatchObject({ id: expect.any(String) });
    }
  });
});
