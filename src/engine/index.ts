/**
 * The imperative shell: everything that reads an organisation, writes to it, waits, or remembers. It is given the
 * catalogue and never names a type; every decision is made in core.
 */
export type * from './ports.ts';
export type * from './report.ts';
export { countStates } from './report.ts';
export { engineErrorCodes, type EngineErrorCode } from './errors.ts';
export type { EngineEventKind } from './events/index.ts';
export type { Leasing } from './lease/index.ts';
export type { ContentFormats, DeployPorts, RunGround } from './run/index.ts';
export { answerReads, beginSnapshot } from './pull/pull.ts';
export { simulate, type Simulation, type SimulationPorts, type SimulationRequest } from './simulate/simulate.ts';
export { deploy, type DeployRequest } from './deploy/index.ts';
export { resume } from './resume/index.ts';
export {
  planRollback,
  rollback,
  type RollbackGround,
  type RollbackPorts,
  type RollbackRequest,
  type RollbackScope,
} from './rollback/index.ts';
