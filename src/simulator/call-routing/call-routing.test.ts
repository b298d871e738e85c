import { describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

const times = { start: '2026-01-01T08:00:00.000', end: '2026-01-01T17:00:00.000' };

async function made(world: TestWorld, path: string, body: object): Promise<string> {
  return String((await world.call('POST', `/api/v2/architect/${path}`, body)).body['id']);
}

describe('schedules', () => {
  it('refuse times with a zone, an end before the start and a broken rrule', async () => {
    const { call } = createTestWorld();
    const broken = [
      { ...times, start: '2026-01-01T08:00:00Z' },
      { ...times, end: '2025-01-01T08:00:00.000' },
      { ...times, rrule: 'EVERY DAY' },
    ];
    for (const body of broken) {
      expect((await call('POST', '/api/v2/architect/schedules', { name: 'Open', ...body })).status).toBe(400);
    }
  });
});

describe('schedule groups', () => {
  it('are found by their schedules and by division', async () => {
    const world = createTestWorld();
    const schedule = await made(world, 'schedules', { name: 'Open', ...times });
    await made(world, 'schedulegroups', { name: 'Hours', holidaySchedules: [{ id: schedule }] });
    await made(world, 'schedulegroups', { name: 'Other' });
    const groups = '/api/v2/architect/schedulegroups';
    expect((await world.call('GET', `${groups}?scheduleIds=${schedule}`)).body).toMatchObject({
      total: 1,
      entities: [{ name: 'Hours', holidaySchedules: [{ name: 'Open' }] }],
    });
    expect((await world.call('GET', `${groups}?divisionId=other`)).body['total']).toBe(0);
  });
});

describe('IVRs', () => {
  it('own their numbers and are found by them', async () => {
    const world = createTestWorld();
    await made(world, 'ivrs', { name: 'Main', dnis: ['+41445550100'] });
    const second = await world.call('POST', '/api/v2/architect/ivrs', { name: 'Other', dnis: ['+41445550100'] });
    expect(second).toMatchObject({ status: 400, body: { code: 'dnis.in.use' } });
    const found = await world.call('GET', '/api/v2/architect/ivrs?dnis=%2B41445550100');
    expect(found.body).toMatchObject({ total: 1, entities: [{ name: 'Main' }] });
  });

  it('are gone from lists when deleted, but readable', async () => {
    const world = createTestWorld();
    const id = await made(world, 'ivrs', { name: 'Main' });
    await world.call('DELETE', `/api/v2/architect/ivrs/${id}`);
    expect((await world.call('GET', '/api/v2/architect/ivrs')).body['total']).toBe(0);
    expect((await world.call('GET', `/api/v2/architect/ivrs/${id}`)).body['state']).toBe('deleted');
    expect((await world.call('DELETE', `/api/v2/architect/ivrs/${id}`)).status).toBe(404);
    expect((await world.call('PUT', `/api/v2/architect/ivrs/${id}`, { name: 'Main' })).status).toBe(404);
  });
});

describe('emergency groups', () => {
  it('stay listed as deleted', async () => {
    const world = createTestWorld();
    const id = await made(world, 'emergencygroups', { name: 'Fire' });
    await world.call('DELETE', `/api/v2/architect/emergencygroups/${id}`);
    const list = await world.call('GET', '/api/v2/architect/emergencygroups');
    expect(list.body['entities']).toMatchObject([{ id, state: 'deleted' }]);
  });
});
