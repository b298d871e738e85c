import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import type { SignalboxError } from '../../core/index.ts';
import type { EngineEvent } from '../../engine/index.ts';
import { answerJson, startApiServer, type Answering, type ApiServer } from '../testing/api-server.ts';
import { openExchange } from '../transport/exchange.ts';
import type { ApiCall } from './api-call.ts';
import { createClient, type GenesysClient } from './client.ts';

const secret = 'canary-secret-90aa';
const read: ApiCall = { method: 'GET', path: '/api/v2/routing/skills/{id}', params: { id: 's 1' }, repeatable: true };
const write: ApiCall = {
  method: 'PUT',
  path: '/api/v2/routing/skills/{id}',
  params: { id: 's1' },
  body: { name: 'VIP', password: 'canary-field-11' },
  repeatable: false,
  versioned: true,
  secrets: ['canary-field-11'],
};

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function setUp(
  answering: Answering,
): Promise<{ client: GenesysClient; server: ApiServer; events: EngineEvent[]; slept: number[] }> {
  const server = await startApiServer(answering);
  const desk = openExchange({ userAgent: 'signalbox-test', timeoutMs: 300, connections: 4 });
  open.push(desk, server);
  const events: EngineEvent[] = [];
  const slept: number[] = [];
  let time = 0;
  const clock = {
    now: () => time,
    sleep: (ms: number) => {
      time += ms;
      slept.push(ms);
      return Promise.resolve();
    },
  };
  const settings = {
    credentials: () => Promise.resolve({ clientId: 'c', clientSecret: secret }),
    clock,
    random: () => 0.5,
    reserve: 0,
    concurrency: 4,
    emit: (event: EngineEvent) => events.push(event),
  };
  return {
    client: createClient(settings, desk.exchange, { api: server.url, login: server.url }),
    server,
    events,
    slept,
  };
}

async function errorOf(promise: Promise<unknown>): Promise<SignalboxError> {
  return (await promise.then(
    () => undefined,
    (error: unknown) => error,
  )) as SignalboxError;
}

describe('reads', () => {
  test('carry the token and the agent, and encode their parameters', async () => {
    const { client, server } = await setUp((_, response) => answerJson(response, 200, { id: 's1' }));

    const answer = await client.call({ ...read, query: { expand: 'a,b' } });

    expect(answer.body).toEqual({ id: 's1' });
    expect(server.seen).toMatchObject([
      {
        method: 'GET',
        url: '/api/v2/routing/skills/s%201?expand=a%2Cb',
        headers: { authorization: 'Bearer token-1', 'user-agent': 'signalbox-test' },
      },
    ]);
  });

  test('are repeated after 5xx with growing waits, each one an event', async () => {
    const { client, server, events, slept } = await setUp((_, response, count) =>
      answerJson(response, count < 4 ? 503 : 200, {}),
    );

    await client.call(read);

    expect(server.seen).toHaveLength(4);
    expect(slept).toEqual([500, 1000, 2000]);
    expect(events.map((event) => event.kind)).toEqual(['platform.wait', 'platform.wait', 'platform.wait']);
  });

  test('are repeated after a dropped connection and after a time-out', async () => {
    const { client, server } = await setUp((_, response, count) => {
      if (count === 1) response.destroy();
      else if (count > 2) answerJson(response, 200, {});
    });

    await client.call(read);

    expect(server.seen).toHaveLength(3);
  });

  test('give up in the end, with the correlation id', async () => {
    const { client, server } = await setUp((_, response) =>
      answerJson(response, 500, { message: 'boom', code: 'internal' }, { 'ININ-Correlation-Id': 'corr-1' }),
    );

    const error = await errorOf(client.call(read));

    expect(server.seen).toHaveLength(7);
    expect(error).toMatchObject({
      code: 'SB4006',
      context: {
        failure: 'unavailable',
        correlationId: 'corr-1',
        status: 500,
        path: '/api/v2/routing/skills/{id}',
        platformCode: 'internal',
        platformMessage: 'boom',
      },
    });
  });

  test('501 is not repeated', async () => {
    const { client, server } = await setUp((_, response) => answerJson(response, 501, {}));

    expect(await errorOf(client.call(read))).toMatchObject({ code: 'SB4009' });
    expect(server.seen).toHaveLength(1);
  });
});

describe('writes', () => {
  test.each([
    { name: '500', answering: ((_, response) => answerJson(response, 500, {})) as Answering },
    { name: '503', answering: ((_, response) => answerJson(response, 503, {}, { 'retry-after': '1' })) as Answering },
    { name: 'a dropped connection', answering: ((_, response) => response.destroy()) as Answering },
    { name: 'no answer in time', answering: (() => undefined) as Answering },
    {
      name: 'an answer that breaks off',
      answering: ((_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{');
        setImmediate(() => response.destroy());
      }) as Answering,
    },
  ])('are never repeated after $name: the outcome is unknown', async ({ answering }) => {
    const { client, server } = await setUp(answering);

    const error = await errorOf(client.call(write));

    expect(error).toMatchObject({ code: 'SB4007', context: { failure: 'unknown' } });
    expect(server.seen).toHaveLength(1);
  });

  test('are repeated after 429, which was not executed', async () => {
    const { client, server, slept } = await setUp((_, response, count) =>
      count === 1 ? answerJson(response, 429, {}, { 'retry-after': '3' }) : answerJson(response, 200, {}),
    );

    await client.call(write);

    expect(server.seen).toHaveLength(2);
    expect(slept[0]).toBeGreaterThanOrEqual(3000);
  });

  test('are repeated once with a new token after 401, then refused', async () => {
    const { client, server } = await setUp((_, response) => answerJson(response, 401, { message: 'bad token' }));

    expect(await errorOf(client.call(write))).toMatchObject({ code: 'SB4003', context: { failure: 'unavailable' } });
    expect(server.seen.map((request) => request.headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('that could not be sent are repeated, then unavailable', async () => {
    const { client, server, slept } = await setUp((_, response) => answerJson(response, 200, {}));
    await client.call(read);
    await server.close();
    // The connection that was open has to notice that it is closed.
    await new Promise((done) => setTimeout(done, 50));

    const error = await errorOf(client.call(write));

    expect(error).toMatchObject({ code: 'SB4004', context: { failure: 'unavailable', reason: 'ECONNREFUSED' } });
    expect(slept).toHaveLength(6);
  });

  test.each([
    {
      status: 409,
      message: 'The version number of the modified resource must match the version number in the database.',
      code: 'SB4008',
      failure: 'conflict',
    },
    { status: 400, message: 'Version 3 does not match the current version 4', code: 'SB4008', failure: 'conflict' },
    { status: 409, message: 'The site is being changed', code: 'SB4009', failure: 'rejected' },
    { status: 400, message: 'still referenced', code: 'SB4009', failure: 'rejected' },
    { status: 412, message: 'library not visible', code: 'SB4009', failure: 'rejected' },
    { status: 404, message: 'gone', code: 'SB4010', failure: 'gone' },
    { status: 410, message: 'gone', code: 'SB4010', failure: 'gone' },
    { status: 408, message: 'slow', code: 'SB4007', failure: 'unknown' },
    { status: 403, message: 'You need routing:skill:manage', code: 'SB4011', failure: 'forbidden' },
  ])('$status "$message" is $failure', async ({ status, message, code, failure }) => {
    const { client } = await setUp((_, response) =>
      answerJson(response, status, { message, details: [{ fieldName: 'name', errorCode: 'bad' }] }),
    );

    expect(await errorOf(client.call(write))).toMatchObject({ code, context: { failure, details: ['name bad'] } });
  });

  test('a 409 on a type without versions is no conflict', async () => {
    const { client } = await setUp((_, response) =>
      answerJson(response, 409, { message: 'a flow version refers to it' }),
    );

    expect(await errorOf(client.call({ ...write, versioned: false }))).toMatchObject({ code: 'SB4009' });
  });
});

test('no error, cause or event shows a secret, a token or a secret field', async () => {
  const echo =
    (status: number): Answering =>
    (request, response) =>
      answerJson(response, status, { message: `${request.headers.authorization} ${secret} ${request.body}` });
  const answerings: Answering[] = [
    ...[400, 401, 403, 404, 409, 500, 501].map(echo),
    (_, response) => response.destroy(),
    () => undefined,
    (request, response) => response.end(`<p>${request.headers.authorization}</p>`),
  ];
  for (const answering of answerings) {
    const { client, events } = await setUp(answering);
    for (const call of [read, write]) {
      const error = await errorOf(client.call(call));
      const shown = inspect([error, events], { depth: 30, showHidden: true }) + JSON.stringify(error.context);
      for (const hidden of [secret, 'token-1', 'token-2', 'canary-field-11']) expect(shown).not.toContain(hidden);
    }
  }
}, 60_000);
