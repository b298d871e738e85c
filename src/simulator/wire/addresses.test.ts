import { describe, expect, it } from 'vitest';
import { isServedAt, routeAddress } from './addresses.ts';
import { regionDomains } from './regions.ts';

const token = '/oauth/token';
const queues = '/api/v2/routing/queues';

describe('the hosts of a region', () => {
  it.each([...regionDomains])('are told apart for %s, in any letter case and with a port', (domain) => {
    for (const host of ['api', 'login', 'apps'] as const) {
      for (const header of [`${host}.${domain}`, `${host}.${domain}:8443`, `${host}.${domain}`.toUpperCase()]) {
        expect(routeAddress(queues, header).host).toBe(host);
      }
    }
  });

  it.each(['127.0.0.1:8080', 'localhost', '[::1]:80', 'api.example.com', 'api.mypurecloud.de.example.com', undefined])(
    'are all of them behind %s',
    (header) => expect(routeAddress(queues, header).host).toBeUndefined(),
  );

  it.each([
    { host: 'api', path: queues, served: true },
    { host: 'api', path: token, served: false },
    { host: 'api', path: '/uploads/v2/scripter', served: false },
    { host: 'login', path: token, served: true },
    { host: 'login', path: queues, served: false },
    { host: 'apps', path: '/uploads/v2/scripter', served: true },
    { host: 'apps', path: token, served: false },
    { host: 'api', path: '/uploads/flows/o/j', served: true },
    { host: undefined, path: token, served: true },
    { host: undefined, path: queues, served: true },
  ] as const)('$host answers $path: $served', ({ host, path, served }) => {
    expect(isServedAt(host, path)).toBe(served);
  });
});

describe('a prefix of a gateway', () => {
  it.each([
    { path: `/api${queues}?pageSize=1`, pathname: queues },
    { path: `/some/deep/way${queues}`, pathname: queues },
    { path: `/login${token}`, pathname: token },
    { path: `/pure/login${token}`, pathname: token },
    { path: '/gateway/uploads/v2/scripter', pathname: '/uploads/v2/scripter' },
    { path: '/api/v2/oauth/clients', pathname: '/api/v2/oauth/clients' },
    { path: '/gateway/api/v2/oauth/clients', pathname: '/api/v2/oauth/clients' },
  ])('is cut off $path', ({ path, pathname }) => {
    expect(routeAddress(path, '127.0.0.1').pathname).toBe(pathname);
  });

  it('is not cut off under the name of a region', () => {
    expect(routeAddress(`/api${queues}`, 'api.mypurecloud.de').pathname).toBe(`/api${queues}`);
  });
});
