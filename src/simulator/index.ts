/**
 * A Genesys Cloud to run on a desk: the public API over HTTP or in process, for any number of organisations, with
 * faults, limits, consistency lag and a clock of one's choice. It imports nothing of the product, so it cannot share
 * the product's mistakes.
 */
export { createVirtualClock, type ClockChoice, type VirtualClock } from './kernel/clock.ts';
export type { Entity, JsonObject } from './kernel/values.ts';
export type { OrganisationHandle } from './organisation-handle.ts';
export type { ClientSeed, HumanSeed, OrganisationSeed, OrganisationSettings } from './seeds.ts';
export { servedOperations, servedTypes, type ServedOperation, type ServedType } from './served.ts';
export { createSimulator, type Simulator, type SimulatorOptions } from './simulator.ts';
export type { OrganisationState, SimulatorState } from './state/snapshot.ts';
export type { FaultDesk, FaultKind, FaultRule } from './steering/faults.ts';
export type { LoggedRequest, UsageCount, UsageDesk } from './steering/usage.ts';
export { ConnectionDroppedError, type SimulatorRequest, type SimulatorResponse } from './wire/message.ts';
export { worldSize } from './world-builder/world-size.ts';
export type { ListenAddress, Listening } from './wire/server.ts';
