/** What a reviewer needs besides the decision: side effects, reach, cost, risk and the way back. */
export { predictedMoves } from './effects/predicted-moves.ts';
export { proposeChanges } from './propose-changes.ts';
export type {
  ComputedField,
  DeploymentCost,
  EndpointCost,
  InverseStep,
  LiveRoute,
  MergedField,
  MergeOutcome,
} from './review.ts';
export type { PlannedTest, PlanReview, PlanSubject, Reach, ReachedObject, RouteState } from './review.ts';
export type { Risk, RiskClass, RiskReason, RollbackForecast, SideEffect, StepCounts, StepReads } from './review.ts';
export type { RollbackTerms } from './review.ts';
