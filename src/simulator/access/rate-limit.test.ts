import { describe, expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

describe('the rate limit', () => {
  it('is told in three headers of every answer', async () => {
    const { call, clock } = createTestWorld({ settings: { rateLimitPerMinute: 300 } });
    const first = await call('GET', '/api/v2/organizations/me');
    expect(first.headers).toMatchObject({
      'inin-ratelimit-count': '1',
      'inin-ratelimit-allowed': '300',
      'inin-ratelimit-reset': '60',
    });
    clock.advance(45_000);
    const second = await call('GET', '/api/v2/routing/queues/unknown');
    expect(second.status).toBe(404);
    expect(second.headers).toMatchObject({ 'inin-ratelimit-count': '2', 'inin-ratelimit-reset': '15' });
  });

  it('answers 429 with Retry-After until the window ends on the virtual clock', async () => {
    const { call, clock } = createTestWorld({ settings: { rateLimitPerMinute: 2 } });
    await call('GET', '/api/v2/organizations/me');
    await call('GET', '/api/v2/organizations/me');
    clock.advance(20_000);
    const third = await call('GET', '/api/v2/organizations/me');
    expect(third).toMatchObject({ status: 429, body: { code: 'too.many.requests', limit: { value: 2 } } });
    expect(third.headers['Retry-After']).toBe('40');
    clock.advance(40_000);
    expect((await call('GET', '/api/v2/organizations/me')).status).toBe(200);
  });

  it('counts each client for itself, over all its tokens', async () => {
    const clients = ['a', 'b'].map((id) => ({ id, secret: `${id}-secret`, rateLimitPerMinute: 2 }));
    const world = createTestWorld({ clients });
    const [first, second] = [world.as(await world.token('a')), world.as(await world.token('a'))];
    await first('GET', '/api/v2/organizations/me');
    await second('GET', '/api/v2/organizations/me');
    expect((await first('GET', '/api/v2/organizations/me')).status).toBe(429);
    expect((await world.as(await world.token('b'))('GET', '/api/v2/organizations/me')).status).toBe(200);
  });
});
