import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../../src/store/testing/index.ts';
import { openHttpWorld } from '../world/index.ts';
import { randomDisturbance } from './disturbance.ts';
import { randomChange } from './random-change.ts';
import { runOf } from './run-of.ts';

let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
});

afterAll(() => store.close());

it('whatever goes wrong over HTTP and on PostgreSQL, a deployment ends as planned, as before or held, and can be taken back', async () => {
  const endings: string[] = [];
  const property = fc.asyncProperty(randomChange, randomDisturbance, async (change, disturbance) => {
    const name = `run ${endings.length}`;
    endings.push('begun');
    endings.push(await runOf(change, disturbance, (options) => openHttpWorld(store.store, { ...options, name })));
  });

  await fc.assert(property, { numRuns: 30 });

  expect(endings.filter((ending) => ending === 'succeeded').length).toBeGreaterThan(10);
});
