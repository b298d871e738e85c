import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

const numbersPerPool = 1000;

/** Pools of telephone numbers, which hold the numbers of IVRs, and of extensions. */
export const numberPoolArea: Area = {
  shares: {
    telephony_providers_edges_did_pool: { part: 0.002, least: 1, most: 100 },
    telephony_providers_edges_extension_pool: { part: 0.001, least: 1, most: 50 },
  },
  build: (draft) => {
    times(draft.count('telephony_providers_edges_did_pool'), (index) => addDidPool(draft, index));
    times(draft.count('telephony_providers_edges_extension_pool'), (index) => addExtensionPool(draft, index));
  },
};

function addDidPool({ add, names }: Draft, index: number): void {
  const first = 5_000_000 + index * numbersPerPool;
  add('telephony_providers_edges_did_pool', {
    name: names.thing('telephony_providers_edges_did_pool'),
    description: names.thing('description'),
    comments: `Block ${index + 1}`,
    startPhoneNumber: `+4930${first}`,
    endPhoneNumber: `+4930${first + numbersPerPool - 1}`,
    provider: 'PURE_CLOUD',
  });
}

function addExtensionPool({ add, names }: Draft, index: number): void {
  const first = 10_000 + index * numbersPerPool;
  add('telephony_providers_edges_extension_pool', {
    name: names.thing('telephony_providers_edges_extension_pool'),
    description: names.thing('description'),
    startNumber: String(first),
    endNumber: String(first + numbersPerPool - 1),
  });
}
