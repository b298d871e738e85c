/**
 * The imperative shell: everything that reads an organisation, writes to it, waits, or remembers. It is given the
 * catalogue and never names a type; every decision is made in core.
 */
export type { AuditEvent, Interval, OrganisationIdentity, PlatformFailure, PlatformReader } from './ports.ts';
export type { Platform, RecordTicket, WriteContext, WriteObstacle } from './ports.ts';
export type { Clock, EmitEvent, EngineEvent, IdSource } from './ports.ts';
export type { Claim, JournalEntry, JournalPhase, Lease, Run, RunKind, RunState, Store } from './ports.ts';
export type { EqualityProof, RunEnding, RunFinding, RunReport } from './report.ts';
export type { StepError, StepResult, StepState, TestResult } from './report.ts';
export type { HttpProbe, ProgramCall, TestRunners } from './assertions/index.ts';
export type { EngineEventKind } from './events/index.ts';
export type { Leasing } from './lease/index.ts';
export type { ContentFormats, DeployPorts, RunGround } from './run/index.ts';
export { simulate, type Simulation, type SimulationPorts, type SimulationRequest } from './simulate/simulate.ts';
export { deploy, findDeployed, refuseChangedDecision, whoChanged, type DeployRequest } from './deploy/index.ts';
export type { DecisionPorts, ExpectedDecision } from './deploy/index.ts';
export { resume } from './resume/index.ts';
export { planRollback, rollback } from './rollback/index.ts';
export type { RollbackGround, RollbackPorts, RollbackRequest, RollbackScope } from './rollback/index.ts';
