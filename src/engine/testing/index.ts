/**
 * What tests of any folder share about the engine's ports: the contract of a Store, the store in memory, and
 * sample values, processes that die, and a bench to deploy on. Nothing here is part of the product.
 */
export { createMemoryStore } from '../memory/memory-store.ts';
export { Crash, createMortalPorts } from './mortal-ports.ts';
export { createVirtualClock, type VirtualClock } from '../memory/virtual-clock.ts';
export { testStoreContract, type StoreUnderTest } from './store-contract.ts';
export { sampleEntry, sampleRun } from './store-fixtures.ts';
export { artifactOf, createWorkbench, ensure, ref } from './workbench.ts';
