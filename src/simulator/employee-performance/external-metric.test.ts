import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const path = '/api/v2/employeeperformance/externalmetrics/definitions';

it('external metrics have a name of their own, up to five decimals, and a currency where they are money', async () => {
  const world = createTestWorld();
  const metric = { name: 'Sales', unit: 'Number', precision: 2, defaultObjectiveType: 'HigherIsBetter', enabled: true };
  const answer = (change: object): Promise<number> =>
    world.call('POST', path, { ...metric, ...change }).then(({ status }) => status);
  expect(await answer({})).toBe(200);
  expect(await answer({ name: 'SALES' })).toBe(409);
  expect(await answer({ name: 'Precise', precision: 6 })).toBe(400);
  expect(await answer({ name: 'Money', unit: 'Currency' })).toBe(400);
  expect(await answer({ name: 'Money', unit: 'Currency', unitDefinition: 'CHF' })).toBe(200);
});
