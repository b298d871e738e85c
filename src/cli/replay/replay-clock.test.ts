import { expect, it } from 'vitest';
import { createHurryingClock } from './replay-clock.ts';

it('hurries through the past, never passes the present, and then is the machine’s', () => {
  const hour = 3_600_000;
  let machine = 100 * hour;
  const clock = createHurryingClock(() => machine);
  const start = clock.now();
  expect(start).toBeLessThan(machine);
  machine += 1000;
  expect(clock.now() - start).toBe(20_000);
  machine += 10 * hour;
  expect(clock.now()).toBe(machine);
  clock.arrive();
  machine += 1000;
  expect(clock.now()).toBe(machine);
});
