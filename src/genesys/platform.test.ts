import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { JsonObject } from '../core/index.ts';
import type { EngineEvent } from '../engine/index.ts';
import { createSimulator, createVirtualClock, type Listening, type Simulator } from '../simulator/index.ts';
import { testCatalogue as catalogue } from './testing/catalogue.ts';
import { createGenesysPlatform, createGenesysReader, inspectAccess, type GenesysOptions } from './index.ts';

const secret = 'canary-secret-51c9';
const write = { recordTicket: () => Promise.reject(new Error('no ticket is expected')) };

let simulator: Simulator;
let server: Listening;
let events: EngineEvent[];
const clock = createVirtualClock();
const opened: { close: () => Promise<void> }[] = [];

beforeEach(async () => {
  events = [];
  simulator = createSimulator({
    clock,
    organisations: [
      {
        name: 'dev',
        clients: [
          { id: 'writer', secret },
          { id: 'limited', secret, permissions: ['routing:queue:view', 'routing:skill:view'], divisions: ['Sales'] },
          { id: 'blind', secret, permissions: ['directory:user:view'] },
        ],
        humans: [{ name: 'Dana Scully', email: 'dana@example.com' }],
      },
    ],
  });
  server = await simulator.listen({ port: 0 });
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
  await server.close();
});

function optionsFor(clientId: string): GenesysOptions {
  return {
    catalogue,
    credentials: () => Promise.resolve({ clientId, clientSecret: secret }),
    gateway: { host: '127.0.0.1', protocol: 'http', port: server.port, pathParams: { login: 'login', api: 'api' } },
    clock: {
      now: clock.now,
      sleep: (ms) => {
        clock.advance(ms);
        return Promise.resolve();
      },
    },
    emit: (event) => events.push(event),
    random: () => 0.5,
  };
}

function platformOf(clientId = 'writer'): ReturnType<typeof createGenesysPlatform> {
  const platform = createGenesysPlatform(optionsFor(clientId));
  opened.push(platform);
  return platform;
}

function readerOf(clientId = 'writer'): ReturnType<typeof createGenesysReader> {
  const reader = createGenesysReader(optionsFor(clientId));
  opened.push(reader);
  return reader;
}

function make(type: string, body: JsonObject): string {
  return simulator.organisation('dev').create(type, body).id;
}

describe('a reader', () => {
  test('has no way to write, at run time either', () => {
    expect(Object.keys(readerOf()).toSorted()).toEqual([
      'audits',
      'close',
      'consumers',
      'identify',
      'list',
      'listDeleted',
      'listPages',
      'listPart',
      'obstacles',
      'read',
      'readBack',
      'readContent',
    ]);
  });

  test('says which organisation it reads and who asks', async () => {
    const organisation = simulator.organisation('dev');

    expect(await readerOf().identify()).toEqual({
      id: organisation.id,
      name: 'dev',
      domain: expect.any(String),
      clientId: 'writer',
    });
  });

  test('lists every page of a type once', async () => {
    for (let index = 0; index < 530; index += 1) make('routing_wrapupcode', { name: `Code ${index}` });

    const listing = await readerOf().list('routing_wrapupcode');

    expect(listing.complete).toBe(true);
    expect(new Set(listing.objects.map((object) => object.body['name'])).size).toBe(530);
  });

  test('knows that a division hides queues, and that none hides languages', async () => {
    make('routing_queue', { name: 'Hidden' });
    make('routing_language', { name: 'Latin' });
    const reader = readerOf('limited');

    const queues = await reader.list('routing_queue');
    const languages = await reader.list('routing_language');

    expect(queues).toEqual({
      objects: [],
      complete: false,
      incompleteBecause: 'routing:queue:view holds in 1 division(s) only',
    });
    expect(languages).toMatchObject({ complete: true, objects: [{ body: { name: 'Latin' } }] });
  });

  test('a list that is refused is incomplete and says why', async () => {
    const listing = await readerOf('blind').list('routing_queue');

    expect(listing).toMatchObject({
      objects: [],
      complete: false,
      incompleteBecause: expect.stringContaining('routing:queue:view'),
    });
  });

  test('an object that is not there is undefined', async () => {
    expect(await readerOf().read('routing_queue', '00000000-0000-4000-8000-000000000000')).toBeUndefined();
  });

  test('the parts of a parent that is gone are an empty, complete listing', async () => {
    const reader = readerOf();

    expect(await reader.listPart('routing_queue_wrapupcodes', '00000000-0000-4000-8000-000000000000')).toEqual({
      objects: [],
      complete: true,
    });
  });

  test('tells people from clients in the audits', async () => {
    const platform = platformOf();
    const skill = await platform.create('routing_skill', { name: 'VIP' }, write);
    const from = new Date(clock.now() - 1000).toISOString();
    clock.advance(1000);

    const audits = await platform.audits('routing_skill', { from, to: new Date(clock.now()).toISOString() }, skill.id);

    expect(audits).toMatchObject([{ entityId: skill.id, entityName: 'VIP', clientId: 'writer', user: undefined }]);
    expect(
      await readerOf('blind').audits('routing_skill', { from, to: new Date(clock.now()).toISOString() }),
    ).toBeUndefined();
  });
});

describe('a platform', () => {
  test.each([
    { type: 'routing_skill', body: { name: 'VIP' } },
    { type: 'routing_wrapupcode', body: { name: 'Sale' } },
    { type: 'routing_language', body: { name: 'Latin' } },
    {
      type: 'routing_queue',
      body: { name: 'Billing', acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 30_000 } },
      change: { description: 'bills' },
    },
    {
      type: 'group',
      body: { name: 'Leads', type: 'official', visibility: 'public', rulesVisible: true },
      change: { description: 'team leads' },
    },
    { type: 'location', body: { name: 'Vienna' }, change: { notes: 'main office' } },
    { type: 'auth_division', body: { name: 'Sales 2', description: 'sales' }, change: { description: 'more sales' } },
    {
      type: 'architect_schedules',
      body: { name: 'Open', start: '2026-01-05T08:00:00.000', end: '2026-01-05T17:00:00.000' },
      change: { description: 'opening hours' },
    },
  ])('creates, reads, updates and removes $type', async ({ type, body, change }) => {
    const platform = platformOf();

    const created = await platform.create(type, body, write);
    expect((await platform.read(type, created.id))?.body).toMatchObject(body);
    const live = await platform.read(type, created.id);
    const version = live?.version === undefined ? {} : { version: live.version };
    if (change !== undefined) await platform.update(type, created.id, { ...live?.body, ...change, ...version }, write);
    expect((await platform.read(type, created.id))?.body).toMatchObject({ ...body, ...change });
    await platform.remove(type, created.id);
    await platform.remove(type, created.id);

    expect(await platform.read(type, created.id)).toBeUndefined();
    expect((await platform.list(type)).objects.map((object) => object.id)).not.toContain(created.id);
  });

  test.each([
    { type: 'auth_division', body: { name: 'Sales 2', description: 'sales' } },
    { type: 'user', body: { name: 'Fox Mulder', email: 'fox@example.com' } },
  ])('brings a deleted $type back under its id', async ({ type, body }) => {
    const platform = platformOf();
    const division = type === 'user' ? { divisionId: simulator.organisation('dev').homeDivisionId } : {};
    const created = await platform.create(type, { ...body, ...division }, write);
    await platform.remove(type, created.id);

    const restored = await platform.restore?.(type, created.id);

    expect(restored).toMatchObject({ id: created.id, body });
    expect((await platform.read(type, created.id))?.body).toMatchObject(body);
  });

  test('sends only what differs of a membership', async () => {
    const platform = platformOf();
    const queue = make('routing_queue', { name: 'Billing' });
    const [first, second, third] = ['A', 'B', 'C'].map((name) => make('routing_wrapupcode', { name }));
    const codes = (...ids: readonly (string | undefined)[]): JsonObject => ({
      queue: { id: queue },
      wrapupCodes: ids.map((id) => ({ id: id ?? '' })),
    });

    const [empty] = (await platform.listPart('routing_queue_wrapupcodes', queue)).objects;
    await platform.update('routing_queue_wrapupcodes', queue, codes(first, second), { ...write, before: empty });
    const [two] = (await platform.listPart('routing_queue_wrapupcodes', queue)).objects;
    simulator.usage.reset();
    await platform.update('routing_queue_wrapupcodes', queue, codes(second, third), { ...write, before: two });

    expect(empty).toEqual({ id: queue, body: { queue: { id: queue }, wrapupCodes: [] } });
    expect(
      simulator.usage
        .counts()
        .map((each) => each.operation.split(' ')[0] ?? '')
        .toSorted((left, right) => left.localeCompare(right)),
    ).toEqual(['DELETE', 'POST']);
    expect((await platform.read('routing_queue_wrapupcodes', queue))?.body['wrapupCodes']).toHaveLength(2);
  });

  test('a stale version is a conflict', async () => {
    const platform = platformOf();
    const id = make('group', { name: 'Leads', type: 'official', visibility: 'public', rulesVisible: true });
    const read = await platform.read('group', id);
    await platform.update('group', id, { ...read?.body, description: 'one' }, write);

    const stale = platform.update('group', id, { ...read?.body, description: 'two' }, write);

    await expect(stale).rejects.toMatchObject({
      code: 'SB4008',
      context: { failure: 'conflict', correlationId: expect.any(String) },
    });
  });

  test('a refused body is rejected with its fields', async () => {
    await expect(platformOf().create('routing_queue', { description: 'nameless' }, write)).rejects.toMatchObject({
      code: 'SB4009',
      context: {
        failure: 'rejected',
        status: 400,
        method: 'POST',
        path: '/api/v2/routing/queues',
        details: [expect.stringContaining('name')],
      },
    });
  });

  test('what the client may not do is known without trying', async () => {
    const limited = platformOf('limited');
    expect(await limited.lackingPermissions?.('routing_queue', 'create')).toEqual(['routing:queue:add']);
    expect(await limited.lackingPermissions?.('routing_queue', 'delete')).toEqual(['routing:queue:delete']);
    expect(await platformOf('writer').lackingPermissions?.('routing_queue', 'update')).toEqual([]);
  });

  test('a missing permission is named', async () => {
    await expect(platformOf('limited').create('routing_queue', { name: 'Billing' }, write)).rejects.toMatchObject({
      code: 'SB4011',
      context: { failure: 'forbidden', permissions: expect.arrayContaining(['routing:queue:add']) },
    });
  });

  test('a write whose answer is lost is sent once and reported as unknown', async () => {
    simulator.faults.add({ fault: { kind: 'drop', when: 'after' }, method: 'POST', path: '/api/v2/routing/skills' });

    await expect(platformOf().create('routing_skill', { name: 'VIP' }, write)).rejects.toMatchObject({
      code: 'SB4007',
      context: { failure: 'unknown' },
    });

    expect(
      simulator
        .organisation('dev')
        .entities('routing_skill')
        .filter((skill) => skill['name'] === 'VIP'),
    ).toHaveLength(1);
  });

  test('a read is sent again after a failure, a refused write after its wait', async () => {
    simulator.faults.add({
      fault: { kind: 'status', status: 503 },
      method: 'GET',
      path: '/api/v2/routing/skills',
      times: 2,
    });
    simulator.faults.add({
      fault: { kind: 'rate-limit', retryAfterSeconds: 7 },
      method: 'POST',
      path: '/api/v2/routing/skills',
    });
    const platform = platformOf();

    const skill = await platform.create('routing_skill', { name: 'VIP' }, write);
    const listing = await platform.list('routing_skill');

    expect(listing.objects.map((object) => object.id)).toContain(skill.id);
    expect(events.filter((event) => event.kind === 'platform.wait').length).toBeGreaterThanOrEqual(3);
  });

  test('an expired token is renewed in the middle of a write', async () => {
    const platform = platformOf();
    await platform.identify();
    simulator.expireTokens();

    const skill = await platform.create('routing_skill', { name: 'VIP' }, write);

    expect((await platform.read('routing_skill', skill.id))?.body['name']).toBe('VIP');
  });

  test('holds a write back when the caller may no longer write', async () => {
    const platform = platformOf();
    platform.guardWrites?.(async () => {
      throw new Error('the lease is lost');
    });

    await expect(platform.create('routing_skill', { name: 'VIP' }, write)).rejects.toThrow('the lease is lost');
    expect((await platform.list('routing_skill')).objects).toEqual([]);

    platform.guardWrites?.(undefined);
    expect((await platform.create('routing_skill', { name: 'VIP' }, write)).body['name']).toBe('VIP');
  });
});

describe('an intercept', () => {
  test('stands around every request that leaves, token requests included', async () => {
    const seen: string[] = [];
    const platform = createGenesysPlatform({
      ...optionsFor('writer'),
      intercept: (send) => (request) => {
        seen.push(`${request.method} ${new URL(request.url).pathname}`);
        return send(request);
      },
    });
    opened.push(platform);

    await platform.create('routing_skill', { name: 'VIP' }, write);

    expect(seen).toEqual(['POST /login/oauth/token', 'POST /api/api/v2/routing/skills']);
  });
});

describe('the access report', () => {
  test('names missing permissions, hidden divisions and the clock', async () => {
    const report = await inspectAccess(optionsFor('limited'), ['routing_queue', 'routing_skill']);

    expect(report).toMatchObject({
      organisation: { clientId: 'limited' },
      canSeeOwnGrants: true,
      rateLimit: { allowed: 300 },
    });
    expect(report.types[0]).toMatchObject({
      type: 'routing_queue',
      missing: { add: ['routing:queue:add'] },
      incompleteBecause: expect.any(String),
    });
    expect(report.types[0]?.missing.view).toBeUndefined();
  });
});

describe('a data action that a test executes', () => {
  const contract = {
    input: { inputSchema: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } },
    output: { successSchema: { type: 'object', properties: { id: { type: 'string' } } } },
  };
  /** Posts as an administrator would; gives the id of what was made. */
  const post = async (path: string, body: object): Promise<string> => {
    const origin = `http://127.0.0.1:${server.port}`;
    const basic = `Basic ${Buffer.from(`writer:${secret}`).toString('base64')}`;
    const grant = {
      method: 'POST',
      headers: { authorization: basic },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    };
    const { access_token: token } = (await (await fetch(`${origin}/login/oauth/token`, grant)).json()) as {
      access_token: string;
    };
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return ((await answer.json()) as { id: string }).id;
  };
  const unstopped = new AbortController().signal;
  /** A platform on which no time limit is ever over. */
  const patient = (clientId: string): ReturnType<typeof createGenesysPlatform> => {
    const options = optionsFor(clientId);
    const sleep = (ms: number): Promise<void> => (ms < 60_000 ? options.clock.sleep(ms) : new Promise(() => undefined));
    const platform = createGenesysPlatform({ ...options, clock: { ...options.clock, sleep } });
    opened.push(platform);
    return platform;
  };
  const prepare = async (): Promise<string> => {
    const integrationId = await post('/api/v2/integrations', { integrationType: { id: 'purecloud-data-actions' } });
    const config = { request: { requestUrlTemplate: '/x', requestType: 'GET' }, response: {} };
    return post('/api/v2/integrations/actions', { name: 'Lookup', category: 'CRM', integrationId, config, contract });
  };

  test('gives its result, or the step that failed without any value', async () => {
    const id = await prepare();
    const { testAction } = patient('writer');
    expect(await testAction({ id, inputs: { id: '42' }, timeoutMs: 60_000 }, unstopped)).toEqual({
      kind: 'action',
      success: true,
      result: { id: '42' },
    });
    expect(await testAction({ id, inputs: { other: 'canary' }, timeoutMs: 60_000 }, unstopped)).toEqual({
      kind: 'action',
      success: false,
      error: 'Validate input: input.schema.validation',
    });
  });

  test('that the client may not execute names the permission', async () => {
    const call = { id: await prepare(), inputs: { id: '1' }, timeoutMs: 60_000 };
    const answer = await patient('limited').testAction(call, unstopped);
    expect(answer).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('integrations:action:execute') as string,
    });
  });
});
