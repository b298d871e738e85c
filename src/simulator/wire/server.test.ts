import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createSimulator, type Simulator } from '../simulator.ts';
import type { Listening } from './server.ts';

let server: Listening | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

function simulatorOfAcme(): Simulator {
  const clients = [{ id: 'deployer', secret: 'secret' }];
  const humans = [{ name: 'Hanna Muster', email: 'hanna@acme.example' }];
  return createSimulator({ organisations: [{ name: 'Acme', clients, humans }] });
}

async function started(): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }> {
  server = await simulatorOfAcme().listen({ port: 0 });
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'deployer',
    client_secret: 'secret',
  });
  const answer = await fetch(`${server.url}/login/oauth/token`, { method: 'POST', body });
  const { access_token: token } = (await answer.json()) as { readonly access_token: string };
  return { url: server.url, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } };
}

describe('over HTTP', () => {
  it('serves paths bare and under /api, each answer with a correlation id', async () => {
    const { url, headers } = await started();
    for (const path of ['/api/v2/organizations/me', '/api/api/v2/organizations/me']) {
      const answer = await fetch(url + path, { headers });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('inin-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
    const unknown = await fetch(`${url}/api/v2/nothing`, { headers });
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({
      status: 404,
      contextId: unknown.headers.get('inin-correlation-id'),
    });
    const malformed = await fetch(`${url}/api/v2/routing/queues`, { method: 'POST', headers, body: '{' });
    expect(malformed.status).toBe(400);
  });

  it('breaks the connection of a dropped answer although the write took effect', async () => {
    const { url, headers } = await started();
    const rule = { method: 'POST', path: '/api/v2/routing/skills', fault: { kind: 'drop', when: 'after' } };
    await fetch(`${url}/simulator/faults`, { method: 'POST', body: JSON.stringify(rule) });
    const body = JSON.stringify({ name: 'Billing' });
    await expect(fetch(`${url}/api/v2/routing/skills`, { method: 'POST', headers, body })).rejects.toThrow(TypeError);
    const list = await fetch(`${url}/api/v2/routing/skills`, { headers });
    expect(await list.json()).toMatchObject({ total: 1 });
  });

  it('is steered by other processes: log in as a human, change settings, read counters and state', async () => {
    const { url, headers } = await started();
    const organisation = await fetch(`${url}/simulator/organisations/Acme/settings`, {
      method: 'PATCH',
      body: JSON.stringify({ consistencyLagMs: 60_000 }),
    });
    expect(await organisation.json()).toMatchObject({ consistencyLagMs: 60_000 });
    const logIn = { method: 'POST', body: JSON.stringify({ email: 'hanna@acme.example' }) };
    const answer = await fetch(`${url}/simulator/organisations/Acme/logins`, logIn);
    const { access_token: token } = (await answer.json()) as { readonly access_token: string };
    const me = await fetch(`${url}/api/v2/users/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ email: 'hanna@acme.example' });
    await fetch(`${url}/api/v2/organizations/me`, { headers });
    const usage = await fetch(`${url}/simulator/usage`);
    expect(await usage.json()).toContainEqual(
      expect.objectContaining({ operation: 'GET /api/v2/organizations/me', count: 1 }),
    );
    const state = await (await fetch(`${url}/simulator/state`)).text();
    expect((await fetch(`${url}/simulator/state`, { method: 'PUT', body: state })).status).toBe(204);
    for (const body of ['{}', '{', 'null'])
      expect((await fetch(`${url}/simulator/faults`, { method: 'POST', body })).status).toBe(400);
  });

  it('listens on a Unix socket and closes while connections are open', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    const socketPath = join(folder, 'socket');
    server = await simulatorOfAcme().listen({ socketPath });
    const status = await new Promise((resolve) => {
      request({ socketPath, path: '/api/v2/tokens/me' }, (answer) => resolve(answer.statusCode)).end();
    });
    expect(status).toBe(401);
    await server.close();
    rmSync(folder, { recursive: true });
  });
});
