import { describe, expect, it } from 'vitest';
import { createTestWorld } from '../../testing/world.ts';
import { publish, publishText } from '../testing/publish.ts';

const flow = (name: string, division: string): string => `workflow:\n  name: ${name}\n  division: ${division}\n`;

describe('Architect jobs', () => {
  it('publish a flow that reads show only after the consistency lag', async () => {
    const world = createTestWorld({ settings: { consistencyLagMs: 5000 } });
    const { id } = (await publish(world, 'workflow:\n  name: W\n'))['flow'] as { id: string };
    expect((await world.call('GET', `/api/v2/flows/${id}`)).status).toBe(404);
    world.clock.advance(5000);
    expect((await world.call('GET', `/api/v2/flows/${id}`)).body).toMatchObject({ publishedVersion: { id: '1.0' } });
    await publish(world, 'workflow:\n  name: W\n');
    expect((await world.call('GET', `/api/v2/flows/${id}`)).body).toMatchObject({ publishedVersion: { id: '1.0' } });
    world.clock.advance(5000);
    expect((await world.call('GET', `/api/v2/flows/${id}`)).body).toMatchObject({ publishedVersion: { id: '2.0' } });
  });

  it('go on after the state was saved and loaded in their middle', async () => {
    const world = createTestWorld();
    const job = await world.call('POST', '/api/v2/flows/jobs');
    await publishText(world, job.body, 'workflow:\n  name: W\n');
    const state: unknown = JSON.parse(JSON.stringify(world.simulator.snapshot()));
    world.simulator.load(state as ReturnType<typeof world.simulator.snapshot>);
    world.clock.advance(1000);
    const path = `/api/v2/flows/jobs/${String(job.body['id'])}`;
    expect((await world.call('GET', path)).body).toMatchObject({ status: 'Success' });
  });

  it('publish only into divisions where the caller may, and show flows only there', async () => {
    const limited = { id: 'limited', secret: 'limited-secret', permissions: ['architect:*:*'], divisions: ['North'] };
    const world = createTestWorld({ clients: [{ id: 'deployer', secret: 'deployer-secret' }, limited] });
    const call = world.as(await world.token('limited'));
    const north = { ...world, call };
    expect(await publish(north, flow('A', 'Home'))).toMatchObject({
      status: 'Failure',
      messages: [{ text: expect.stringContaining("division 'Home'") }],
    });
    expect(await publish(north, flow('A', 'North'))).toMatchObject({ status: 'Success' });
    await publish(world, flow('B', 'Home'));
    expect((await call('GET', '/api/v2/flows')).body).toMatchObject({ total: 1, entities: [{ name: 'A' }] });
    expect((await world.call('GET', '/api/v2/flows')).body['total']).toBe(2);
  });

  it('need their permissions', async () => {
    const reader = { id: 'reader', secret: 'reader-secret', permissions: ['architect:flow:view'] };
    const world = createTestWorld({ clients: [reader] });
    const call = world.as(await world.token('reader'));
    for (const path of ['/api/v2/flows/jobs', '/api/v2/flows/export/jobs', '/api/v2/flows/validate/jobs'])
      expect((await call('POST', path, {})).status).toBe(403);
    expect((await call('GET', '/api/v2/flows')).status).toBe(200);
  });

  it('keep the flow unchanged when the upload never came', async () => {
    const world = createTestWorld();
    const job = await world.call('POST', '/api/v2/flows/jobs');
    world.clock.advance(3_600_000);
    const path = `/api/v2/flows/jobs/${String(job.body['id'])}`;
    expect((await world.call('GET', path)).body).toMatchObject({ status: 'Registered' });
    expect((await world.call('GET', '/api/v2/flows')).body['total']).toBe(0);
  });
});
