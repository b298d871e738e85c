import { describe, expect, it } from 'vitest';
import { createSimulator } from '../simulator.ts';
import { createTestWorld } from '../testing/world.ts';

describe('snapshots', () => {
  it('bring back objects, tokens, audits and pending changes, and ids go on where they were', async () => {
    const world = createTestWorld({ settings: { consistencyLagMs: 1000 } });
    const token = await world.token('deployer');
    await world.as(token)('POST', '/api/v2/routing/queues', { name: 'Sales' });
    const saved = JSON.parse(JSON.stringify(world.simulator.snapshot())) as ReturnType<typeof world.simulator.snapshot>;
    const next = await world.as(token)('POST', '/api/v2/routing/queues', { name: 'Support' });
    world.simulator.load(saved);
    expect(world.simulator.organisation('Acme').entities('routing_queue')).toHaveLength(1);
    expect(world.simulator.organisation('Acme').audits()).toHaveLength(1);
    const again = await world.as(token)('POST', '/api/v2/routing/queues', { name: 'Support' });
    expect(again.body['id']).toBe(next.body['id']);
    expect((await world.as(token)('GET', '/api/v2/routing/queues')).body['total']).toBe(0);
    world.clock.advance(1000);
    expect((await world.as(token)('GET', '/api/v2/routing/queues')).body['total']).toBe(2);
  });

  it('of equal seeds and equal requests are equal', async () => {
    const run = async (): Promise<unknown> => {
      const world = createTestWorld();
      await world.call('POST', '/api/v2/routing/queues', { name: 'Sales' });
      return world.simulator.snapshot();
    };
    expect(await run()).toEqual(await run());
  });

  it('of another format are refused', () => {
    const load = (): void => createSimulator().load(JSON.parse('{"format":"other"}') as never);
    expect(load).toThrow(RangeError);
  });
});
