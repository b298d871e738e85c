import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { SignalboxError } from '../../core/index.ts';
import { createEventClock } from '../testing/event-clock.ts';
import type { WireAnswer, WireLoss, WireRequest } from '../transport/exchange.ts';
import { createTokenSource, type TokenSource } from './token-source.ts';

const secret = 'canary-secret-7f3a';

function answer(status: number, body: object): WireAnswer {
  return { kind: 'answer', status, headers: {}, text: JSON.stringify(body) };
}

function createSource(respond: (count: number) => WireAnswer | WireLoss): {
  source: TokenSource;
  clock: ReturnType<typeof createEventClock>;
  requests: WireRequest[];
} {
  const clock = createEventClock();
  const requests: WireRequest[] = [];
  const source = createTokenSource({
    exchange: (request) => {
      requests.push(request);
      return Promise.resolve(respond(requests.length));
    },
    loginUrl: 'https://login.example',
    credentials: () => Promise.resolve({ clientId: 'client-1', clientSecret: secret }),
    clock,
    random: () => 0.5,
    emit: () => undefined,
  });
  return { source, clock, requests };
}

const overrun = answer(400, { error: 'invalid_request', description: 'rate limit exceeded; wait' });

describe('tokens', () => {
  test('are not asked for again once the connections are closed', async () => {
    const { source, requests } = createSource(() => ({
      kind: 'lost',
      sent: false,
      reason: 'UND_ERR_DESTROYED',
      cause: undefined,
    }));
    await expect(source.token()).rejects.toMatchObject({ code: 'SB4002' });
    expect(requests).toHaveLength(1);
  });

  test('are asked for once, however many wait for one', async () => {
    const { source, requests } = createSource((count) =>
      answer(200, { access_token: `token-${count}`, expires_in: 86_400 }),
    );

    const tokens = await Promise.all([source.token(), source.token(), source.token()]);

    expect(tokens).toEqual(['token-1', 'token-1', 'token-1']);
    expect(requests).toHaveLength(1);
  });

  test.each([
    {
      name: '60 s before the end of a long life',
      expiresIn: 86_400,
      keptForMs: 86_339_000,
      renewedAfterMs: 86_340_000,
    },
    { name: 'after nine tenths of a short life', expiresIn: 300, keptForMs: 269_000, renewedAfterMs: 270_000 },
  ])('are renewed $name', async ({ expiresIn, keptForMs, renewedAfterMs }) => {
    const { source, clock, requests } = createSource((count) =>
      answer(200, { access_token: `token-${count}`, expires_in: expiresIn }),
    );
    await source.token();

    await clock.run(clock.sleep(keptForMs));
    expect(await source.token()).toBe('token-1');
    await clock.run(clock.sleep(renewedAfterMs - keptForMs));
    expect(await source.token()).toBe('token-2');

    expect(requests).toHaveLength(2);
  });

  test('that were refused are forgotten, a newer one is kept', async () => {
    const { source } = createSource((count) => answer(200, { access_token: `token-${count}`, expires_in: 86_400 }));
    const stale = await source.token();

    source.forget(stale);
    const fresh = await source.token();
    source.forget(stale);

    expect(fresh).toBe('token-2');
    expect(await source.token()).toBe('token-2');
  });

  test('an overrun of the login host is waited out', async () => {
    const { source, clock, requests } = createSource((count) =>
      count < 4 ? overrun : answer(200, { access_token: 'late', expires_in: 60 }),
    );
    const startedAt = clock.now();

    expect(await clock.run(source.token())).toBe('late');

    expect(requests).toHaveLength(4);
    expect(clock.now() - startedAt).toBe(3_500);
  });

  test.each([
    {
      name: 'a wrong secret',
      respond: () => answer(401, { error: 'invalid_client', error_description: `bad secret ${secret}` }),
      code: 'SB4001',
    },
    { name: 'an overrun without end', respond: () => overrun, code: 'SB4002' },
    {
      name: 'no connection',
      respond: (): WireLoss => ({ kind: 'lost', sent: false, reason: 'ECONNREFUSED', cause: new Error('refused') }),
      code: 'SB4002',
    },
    { name: 'an answer without a token', respond: () => answer(200, { hello: secret }), code: 'SB4012' },
  ])('$name is a coded error that shows no secret', async ({ respond, code }) => {
    const { source, clock } = createSource(respond);

    const error: unknown = await clock.run(source.token()).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(SignalboxError);
    expect(error).toMatchObject({ code, context: { failure: 'unavailable' } });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(secret);
    expect(inspect(error, { depth: 20 })).not.toContain(Buffer.from(`client-1:${secret}`).toString('base64'));
  });
});
