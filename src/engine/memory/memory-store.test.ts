import { createMemoryStore } from './memory-store.ts';
import { testStoreContract } from '../testing/store-contract.ts';

testStoreContract('in memory', () => {
  let now = 1_772_000_000_000;
  return Promise.resolve({
    store: createMemoryStore({ now: () => now }),
    passTime: async (ms) => {
      now += ms;
    },
    close: () => Promise.resolve(),
  });
});
