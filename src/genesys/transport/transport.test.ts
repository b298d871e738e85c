import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { SignalboxError } from '../../core/index.ts';
import { openExchange } from './exchange.ts';
import { resolveHosts, type HostSettings } from './hosts.ts';
import { genesysRegions } from './regions.ts';

describe('hosts', () => {
  test.each<{ name: string; settings: HostSettings; api: string; login: string; apps: string }>([
    {
      name: 'a region',
      settings: { region: 'eu-west-1' },
      api: 'https://api.mypurecloud.ie',
      login: 'https://login.mypurecloud.ie',
      apps: 'https://apps.mypurecloud.ie',
    },
    {
      name: 'a domain',
      settings: { region: 'usw2.pure.cloud' },
      api: 'https://api.usw2.pure.cloud',
      login: 'https://login.usw2.pure.cloud',
      apps: 'https://apps.usw2.pure.cloud',
    },
    {
      name: 'a gateway',
      settings: {
        region: 'us-east-1',
        gateway: { host: 'gw.example', protocol: 'http', port: 8080, pathParams: { login: '/login/', api: 'api' } },
      },
      api: 'http://gw.example:8080/api',
      login: 'http://gw.example:8080/login',
      apps: 'https://apps.mypurecloud.com',
    },
    {
      name: 'a gateway with nothing but a host',
      settings: { gateway: { host: 'gw.example' } },
      api: 'https://gw.example',
      login: 'https://gw.example',
      apps: 'https://gw.example',
    },
    {
      name: 'base URLs',
      settings: { baseUrls: { api: 'http://127.0.0.1:9/api/', login: 'http://127.0.0.1:9/login' } },
      api: 'http://127.0.0.1:9/api',
      login: 'http://127.0.0.1:9/login',
      apps: 'http://127.0.0.1:9/api',
    },
  ])('of $name', ({ settings, api, login, apps }) => {
    expect(resolveHosts(settings)).toEqual({ api, login, apps });
  });

  test.each<HostSettings>([
    {},
    { region: 'mars-1' },
    { baseUrls: { api: 'ftp://x' } },
    { baseUrls: { api: 'https://user:canary@x' } },
    { gateway: { host: 'a b' } },
  ])('are refused for %j without repeating the address', (settings) => {
    expect(() => resolveHosts(settings)).toThrow(SignalboxError);
    expect(() => resolveHosts(settings)).not.toThrow(/canary/u);
  });

  test('cover every region', () => {
    expect(genesysRegions).toHaveLength(18);
  });
});

describe('proxies', () => {
  const servers: Server[] = [];
  afterEach(async () => {
    await Promise.all(
      servers.splice(0).map(
        (server) =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(done);
          }),
      ),
    );
  });

  async function start(server: Server): Promise<string> {
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test('are used, but not for hosts that NO_PROXY names', async () => {
    let proxied = 0;
    const target = await start(createServer((_, response) => response.end('target')));
    const proxy = createServer((_, response) => {
      proxied += 1;
      response.end('target');
    });
    proxy.on('connect', (request, socket) => {
      proxied += 1;
      const [host, port] = (request.url ?? '').split(':');
      const through = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        through.pipe(socket).pipe(through);
      });
      for (const end of [through, socket]) end.on('error', () => end.destroy());
    });
    const http = await start(proxy);
    const request = { method: 'GET', url: `${target}/x`, headers: {} } as const;

    for (const no of ['', '127.0.0.1']) {
      const desk = openExchange({ userAgent: 'test', timeoutMs: 2000, connections: 1, proxy: { http, no } });
      expect(await desk.exchange(request)).toMatchObject({ kind: 'answer', status: 200, text: 'target' });
      await desk.close();
    }

    expect(proxied).toBe(1);
  });
});
