import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createInProcessWorld } from '../world/index.ts';
import { randomDisturbance } from './disturbance.ts';
import { randomChange } from './random-change.ts';
import { runOf, type Endings } from './run-of.ts';

it('whatever goes wrong, a deployment ends as planned, as before or held, and can be taken back', async () => {
  const endings: Endings = {};
  const property = fc.asyncProperty(randomChange, randomDisturbance, async (change, disturbance) => {
    const ending = await runOf(change, disturbance, async (options) => createInProcessWorld(options));
    endings[ending] = (endings[ending] ?? 0) + 1;
  });

  await fc.assert(property, { numRuns: 300 });

  expect(endings['succeeded']).toBeGreaterThan(100);
  expect(endings['compensated']).toBeGreaterThan(0);
});
