import { Agent, request } from 'node:https';
import { connect } from 'node:tls';
import platformClient from 'purecloud-platform-client-v2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator } from '../simulator.ts';
import { testIdentity } from '../testing/tls/test-identity.ts';
import type { Listening } from './server.ts';

const credentials = 'grant_type=client_credentials&client_id=dns&client_secret=dns-secret';
const form = { 'content-type': 'application/x-www-form-urlencoded' };
let server: Listening;

beforeAll(async () => {
  const clients = [{ id: 'dns', secret: 'dns-secret' }];
  const simulator = createSimulator({ organisations: [{ name: 'Acme', clients }] });
  server = await simulator.listen({ port: 0, tls: testIdentity });
});
afterAll(() => server.close());

/** Connects every name to the simulator, as a DNS entry and port 443 would; the client itself notices nothing. */
function agentOfTheRegion(): Agent {
  const agent = new Agent({ keepAlive: false });
  Object.assign(agent, {
    createConnection: (options: { readonly servername?: string }) =>
      connect({ ...options, host: '127.0.0.1', port: server.port, ca: testIdentity.cert, ALPNProtocols: ['http/1.1'] }),
  });
  return agent;
}

type Sending = { readonly method?: string; readonly body?: string; readonly headers?: Record<string, string> };
type Answer = { readonly status: number | undefined; readonly protocol: unknown; readonly body: string };

function ask(url: string, sending: Sending = {}): Promise<Answer> {
  const { method = 'GET', body = '', headers = {} } = sending;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent: agentOfTheRegion(), headers }, (answer) => {
      let text = '';
      const protocol = (answer.socket as { readonly alpnProtocol?: unknown }).alpnProtocol;
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode, protocol, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('a region whose names lead to the simulator, over TLS', () => {
  it.each(['mypurecloud.de', 'mypurecloud.com.au', 'euw2.pure.cloud'])(
    'serves the official JavaScript SDK with nothing but its environment set to %s',
    async (domain) => {
      const client = platformClient.ApiClient.instance;
      client.config.live_reload_config = false;
      client.setEnvironment(domain);
      client.setProxyAgent(agentOfTheRegion());
      await client.loginClientCredentialsGrant('dns', 'dns-secret');
      expect(await new platformClient.OrganizationApi().getOrganizationsMe()).toMatchObject({ name: 'Acme' });
      const job = await new platformClient.ArchitectApi().postFlowsJobs();
      expect(job.presignedUrl).toMatch(new RegExp(`^https://api\\.${domain.replaceAll('.', '\\.')}/uploads/flows/`));
      const upload = await ask(job.presignedUrl ?? '', {
        method: 'PUT',
        body: 'inboundCall:\n  name: A\n',
        headers: job.headers ?? {},
      });
      expect(upload.status).toBe(200);
    },
  );

  it('answers what belongs to another host with 404', async () => {
    const at = (host: string): string => `https://${host}.mypurecloud.de`;
    const login = { method: 'POST', body: credentials, headers: form };
    expect((await ask(`${at('api')}/oauth/token`, login)).status).toBe(404);
    expect((await ask(`${at('login')}/oauth/token`, login)).status).toBe(200);
    expect((await ask(`${at('login')}/api/v2/organizations/me`)).status).toBe(404);
    expect((await ask(`${at('api')}/api/v2/organizations/me`)).status).toBe(401);
    expect((await ask(`${at('apps')}/api/v2/organizations/me`)).status).toBe(404);
  });

  it('speaks HTTP/1.1 under TLS and plain HTTP on the same port', async () => {
    expect((await ask('https://api.mypurecloud.de/api/v2/tokens/me')).protocol).toBe('http/1.1');
    const plain = await fetch(`http://127.0.0.1:${server.port}/login/oauth/token`, {
      method: 'POST',
      headers: form,
      body: credentials,
    });
    expect(plain.status).toBe(200);
    expect(server.url).toBe(`https://127.0.0.1:${server.port}`);
  });
});
