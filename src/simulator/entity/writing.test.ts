import { describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

const schedule = { name: 'Open', start: '2026-01-01T08:00:00.000', end: '2026-01-01T17:00:00.000' };

async function made(world: TestWorld, path: string, body: object): Promise<string> {
  const answer = await world.call('POST', path, body);
  expect(answer.status).toBe(200);
  return String(answer.body['id']);
}

describe('versions', () => {
  it('of call-routing types: a stale one gives 409, the current one raises it', async () => {
    const world = createTestWorld();
    const id = await made(world, '/api/v2/architect/schedules', schedule);
    const path = `/api/v2/architect/schedules/${id}`;
    expect((await world.call('PUT', path, { ...schedule, version: 1 })).body['version']).toBe(2);
    const stale = await world.call('PUT', path, { ...schedule, version: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'general.conflict' } });
    expect(stale.body['message']).toContain('must match the version number in the database');
  });

  it('of directory types: a stale one gives 400 "does not match the current version", none is refused', async () => {
    const world = createTestWorld();
    const id = await made(world, '/api/v2/locations', { name: 'Bern' });
    const path = `/api/v2/locations/${id}`;
    expect((await world.call('PATCH', path, { name: 'Berne', version: 1 })).body).toMatchObject({ version: 2 });
    const stale = await world.call('PATCH', path, { name: 'Berna', version: 1 });
    expect(stale.status).toBe(400);
    expect(stale.body['message']).toContain('does not match the current version');
    expect((await world.call('PATCH', path, { name: 'Berna' })).status).toBe(400);
  });

  it('do not exist for queues: the last write wins', async () => {
    const world = createTestWorld();
    const id = await made(world, '/api/v2/routing/queues', { name: 'Sales' });
    const changed = await world.call('PUT', `/api/v2/routing/queues/${id}`, { name: 'Sales', version: 0 });
    expect(changed.status).toBe(200);
    expect(changed.body).not.toHaveProperty('version');
  });
});

describe('references', () => {
  it('to unknown objects are refused with 400 and the place', async () => {
    const world = createTestWorld();
    const answer = await world.call('POST', '/api/v2/routing/queues', { name: 'A', division: { id: 'nowhere' } });
    expect(answer).toMatchObject({
      status: 400,
      body: { details: [{ fieldName: 'division.id', entityId: 'nowhere' }] },
    });
  });

  it('to an empty division mean the home division', async () => {
    const { call, simulator } = createTestWorld();
    const bin = await call('POST', '/api/v2/taskmanagement/workbins', { name: 'A', divisionId: '' });
    expect(bin.body).toMatchObject({ division: { id: simulator.organisation('Acme').homeDivisionId } });
  });

  it('are looked at when they are given, not when a change leaves alone what is gone by now', async () => {
    const world = createTestWorld();
    const place = await made(world, '/api/v2/locations', { name: 'Bern' });
    const person = await world.call('POST', '/api/v2/users', { name: 'Ada', email: 'ada@acme.example' });
    const path = `/api/v2/users/${String(person.body['id'])}`;
    const locations = [{ id: place }];
    expect((await world.call('PATCH', path, { locations, version: 1 })).status).toBe(200);
    expect((await world.call('DELETE', `/api/v2/locations/${place}`)).status).toBe(204);
    expect((await world.call('PATCH', path, { title: 'Lead', version: 2 })).body).toMatchObject({ title: 'Lead' });
    expect((await world.call('PATCH', path, { locations, version: 3 })).status).toBe(400);
  });

  it('protect schedules and schedule groups (409) and divisions and IVRs (400) from deletion', async () => {
    const world = createTestWorld();
    const division = await made(world, '/api/v2/authorization/divisions', { name: 'North', description: '' });
    const scheduleId = await made(world, '/api/v2/architect/schedules', { ...schedule, division: { id: division } });
    const openSchedules = [{ id: scheduleId }];
    const group = await made(world, '/api/v2/architect/schedulegroups', { name: 'Hours', openSchedules });
    const ivr = await made(world, '/api/v2/architect/ivrs', { name: 'Main', scheduleGroup: { id: group } });
    const emergency = { name: 'Fire', emergencyCallFlows: [{ ivrs: [{ id: ivr }] }] };
    await made(world, '/api/v2/architect/emergencygroups', emergency);
    const inUse = await world.call('DELETE', `/api/v2/architect/schedules/${scheduleId}`);
    expect(inUse).toMatchObject({ status: 409, body: { details: [{ entityId: group }] } });
    expect((await world.call('DELETE', `/api/v2/architect/schedulegroups/${group}`)).status).toBe(409);
    expect((await world.call('DELETE', `/api/v2/architect/ivrs/${ivr}`)).status).toBe(400);
    expect((await world.call('DELETE', `/api/v2/authorization/divisions/${division}`)).status).toBe(400);
  });
});

describe('replacing by PUT', () => {
  it('drops what the body leaves out, keeps stamps and takes no unknown or read-only property', async () => {
    const world = createTestWorld();
    const id = await made(world, '/api/v2/routing/queues', {
      name: 'Sales',
      description: 'x',
      callingPartyName: 'Acme',
    });
    world.clock.advance(5000);
    const body = { name: 'Sales', memberCount: 99, invented: true, acwSettings: { timeoutMs: 5 } };
    const changed = await world.call('PUT', `/api/v2/routing/queues/${id}`, body);
    expect(changed.body).not.toHaveProperty('description');
    expect(changed.body).not.toHaveProperty('invented');
    expect(changed.body).toMatchObject({ id, memberCount: 0, createdBy: 'deployer', acwSettings: { timeoutMs: 5 } });
    expect(changed.body['dateModified']).not.toBe(changed.body['dateCreated']);
  });
});

describe('names', () => {
  it('of locations and users may be shared; those of schedules, roles and groups may not', async () => {
    const world = createTestWorld();
    await made(world, '/api/v2/locations', { name: 'Bern' });
    await made(world, '/api/v2/locations', { name: 'Bern' });
    const twins = [
      ['/api/v2/architect/schedules', schedule],
      ['/api/v2/authorization/roles', { name: 'Reader' }],
      ['/api/v2/groups', { name: 'All', type: 'official', rulesVisible: true, visibility: 'public' }],
    ] as const;
    for (const [path, body] of twins) {
      await made(world, path, body);
      expect((await world.call('POST', path, body)).status).toBe(409);
    }
  });

  it('of softly deleted skills are free again, and both stay listed', async () => {
    const world = createTestWorld();
    const id = await made(world, '/api/v2/routing/skills', { name: 'Billing' });
    await world.call('DELETE', `/api/v2/routing/skills/${id}`);
    await made(world, '/api/v2/routing/skills', { name: 'Billing' });
    const list = await world.call('GET', '/api/v2/routing/skills?name=Billing');
    const states = (list.body['entities'] as readonly { readonly state: string }[]).map((skill) => skill.state);
    expect(states.toSorted()).toEqual(['active', 'deleted']);
  });
});
