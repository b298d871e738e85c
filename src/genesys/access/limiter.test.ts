import { expect, test } from 'vitest';
import type { EngineEvent } from '../../engine/index.ts';
import { createEventClock } from '../testing/event-clock.ts';
import { createLimiter, type Limiter } from './limiter.ts';
import type { RateReport } from './rate-report.ts';

interface Server {
  readonly answer: () => Promise<RateReport>;
  readonly seen: { count: number; refused: number; largestWindow: number };
}

/** A platform that counts in windows of a minute which begin with the first request. */
function createServer(
  clock: ReturnType<typeof createEventClock>,
  options: { readonly allowed: number; readonly latencyMs: number; readonly foreignPerRequest?: number },
): Server {
  const seen = { count: 0, refused: 0, largestWindow: 0 };
  let window = { startedAt: Number.NEGATIVE_INFINITY, count: 0 };
  const answer = async (): Promise<RateReport> => {
    await clock.sleep(options.latencyMs / 2);
    const now = clock.now();
    if (now - window.startedAt >= 60_000) window = { startedAt: now, count: 0 };
    const passes = window.count < options.allowed;
    if (passes) window.count += 1 + (options.foreignPerRequest ?? 0);
    seen.count += passes ? 1 : 0;
    seen.refused += passes ? 0 : 1;
    seen.largestWindow = Math.max(seen.largestWindow, window.count);
    const resetMs = Math.max(1, Math.ceil((window.startedAt + 60_000 - now) / 1000)) * 1000;
    const report = {
      count: window.count,
      allowed: options.allowed,
      resetMs,
      isLimited: !passes,
      ...(passes ? {} : { retryAfterMs: resetMs }),
    };
    await clock.sleep(options.latencyMs / 2);
    return report;
  };
  return { answer, seen };
}

async function sendMany(limiter: Limiter, server: Server, total: number): Promise<void> {
  let left = total;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const permit = await limiter.acquire();
      permit.release(await server.answer());
    }
  };
  await Promise.all(Array.from({ length: 12 }, worker));
}

test.each([
  { name: '1320 requests at 300 a minute', allowed: 300, reserve: 30, total: 1320, latencyMs: 120 },
  { name: 'a smaller allowance than documented', allowed: 180, reserve: 20, total: 900, latencyMs: 200 },
  { name: 'no reserve at all', allowed: 300, reserve: 0, total: 1200, latencyMs: 80 },
])('uses the allowance up and is never refused: $name', async ({ allowed, reserve, total, latencyMs }) => {
  const clock = createEventClock();
  const startedAt = clock.now();
  const server = createServer(clock, { allowed, latencyMs });
  const limiter = createLimiter({ reserve, concurrency: 8, clock, random: () => 0.5, emit: () => undefined });

  await clock.run(sendMany(limiter, server, total));

  const minutes = (clock.now() - startedAt) / 60_000;
  expect(server.seen).toMatchObject({ count: total, refused: 0 });
  expect(server.seen.largestWindow).toBeLessThanOrEqual(allowed - reserve);
  expect(minutes / (total / (allowed - reserve))).toBeLessThanOrEqual(1.1);
});

test('leaves room for what others use of the same credential', async () => {
  const clock = createEventClock();
  const server = createServer(clock, { allowed: 300, latencyMs: 100, foreignPerRequest: 1 });
  const limiter = createLimiter({ reserve: 30, concurrency: 8, clock, random: () => 0.5, emit: () => undefined });

  await clock.run(sendMany(limiter, server, 600));

  expect(server.seen).toMatchObject({ count: 600, refused: 0 });
});

test('sends one request alone until the platform has told its allowance', async () => {
  const clock = createEventClock();
  const limiter = createLimiter({ reserve: 0, concurrency: 8, clock, random: () => 0.5, emit: () => undefined });
  const first = await limiter.acquire();
  let isSecondOut = false;
  const second = limiter.acquire().then(() => {
    isSecondOut = true;
  });

  await new Promise((done) => setImmediate(done));
  expect(isSecondOut).toBe(false);
  first.release({ count: 1, allowed: 300, resetMs: 60_000, isLimited: false });
  await second;

  expect(isSecondOut).toBe(true);
});

test('a refusal stops everything for as long as Retry-After says, visibly', async () => {
  const clock = createEventClock();
  const events: EngineEvent[] = [];
  const limiter = createLimiter({
    reserve: 0,
    concurrency: 8,
    clock,
    random: () => 0,
    emit: (event) => events.push(event),
  });
  const startedAt = clock.now();
  (await limiter.acquire()).release({
    count: 300,
    allowed: 300,
    resetMs: 40_000,
    isLimited: true,
    retryAfterMs: 40_000,
  });

  await clock.run(limiter.acquire());

  expect(clock.now() - startedAt).toBeGreaterThanOrEqual(40_000);
  expect(events).toMatchObject([{ kind: 'platform.wait', data: { reason: 'rate-limit' } }]);
});

test('a refusal of one endpoint holds nobody else back', async () => {
  const clock = createEventClock();
  const limiter = createLimiter({ reserve: 0, concurrency: 8, clock, random: () => 0, emit: () => undefined });
  const startedAt = clock.now();
  (await limiter.acquire()).release({
    count: 12,
    allowed: 300,
    resetMs: 50_000,
    isLimited: true,
    retryAfterMs: 30_000,
  });

  await clock.run(limiter.acquire());

  expect(clock.now()).toBe(startedAt);
});

test('goes on after a window that no answer described', async () => {
  const clock = createEventClock();
  const startedAt = clock.now();
  const limiter = createLimiter({ reserve: 290, concurrency: 4, clock, random: () => 0, emit: () => undefined });
  const drain = async (): Promise<void> => {
    for (let sent = 0; sent < 25; sent += 1) (await limiter.acquire()).release({ isLimited: false });
  };

  await clock.run(drain());

  expect(clock.now() - startedAt).toBe(120_000);
});
