import { expect, it } from 'vitest';
import { createVirtualClock } from '../memory/virtual-clock.ts';
import { lookUntil } from './patience.ts';

it('does not believe an answer that was under way until the patience was over', async () => {
  const clock = createVirtualClock();
  const start = clock.now();
  const look = async (): Promise<string> => {
    const seen = clock.now() - start >= 4_000 ? 'new' : 'old';
    await clock.sleep(40_000);
    return seen;
  };

  expect(await lookUntil(clock, 10_000, look, (seen) => seen === 'new')).toBe('new');
});

it('looks at least once, and gives the last look when nothing ever settles', async () => {
  const clock = createVirtualClock();
  let looks = 0;

  expect(
    await lookUntil(
      clock,
      0,
      async () => (looks += 1),
      () => false,
    ),
  ).toBe(1);
  expect(
    await lookUntil(
      clock,
      1_000,
      async () => (looks += 1),
      () => false,
    ),
  ).toBe(looks);
  expect(looks).toBeGreaterThan(3);
});
