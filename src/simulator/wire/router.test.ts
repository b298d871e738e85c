import { describe, expect, it } from 'vitest';
import { createRouter } from './router.ts';

const routes = [
  { method: 'GET', path: '/users/{userId}' },
  { method: 'GET', path: '/users/me' },
  { method: 'POST', path: '/users/me/{kind}/new' },
  { method: 'GET', path: '/users/{userId}/queues/{queueId}' },
];

describe('the router', () => {
  const find = createRouter(routes);

  it('prefers fixed segments and names parameters', () => {
    expect(find('GET', '/users/me')).toMatchObject({ kind: 'found', route: routes[1], params: {} });
    expect(find('GET', '/users/a%20b')).toMatchObject({ route: routes[0], params: { userId: 'a b' } });
  });

  it('goes back to a parameter when the fixed segment leads nowhere', () => {
    const match = find('GET', '/users/me/queues/7');
    expect(match).toMatchObject({ route: routes[3], params: { userId: 'me', queueId: '7' } });
  });

  it('knows fixed segments in any letter case, but takes no parameter for one', () => {
    expect(find('GET', '/Users/7')).toMatchObject({ route: routes[0], params: { userId: '7' } });
    expect(find('GET', '/users/ME')).toMatchObject({ route: routes[0], params: { userId: 'ME' } });
  });

  it('tells an unknown path from a wrong method', () => {
    expect(find('DELETE', '/users/me').kind).toBe('wrong-method');
    expect(find('GET', '/users').kind).toBe('unknown');
  });

  it('refuses two routes with one address', () => {
    const twice = [
      { method: 'GET', path: '/a/{x}' },
      { method: 'GET', path: '/a/{y}' },
    ];
    expect(() => createRouter(twice)).toThrow('two routes for GET /a/{y}');
  });
});
