/** The one planner: simulate, deploy, rollback and drift all decide through it. Never reads or writes anything itself. */
export { planChanges, planInWorld } from './plan-changes.ts';
export { decisionDigest, decisionOf } from './decision.ts';
export type { ContentFormats, PlanInput, PlanResult } from './plan-input.ts';
export type { PlanErrorCode } from '../errors.ts';
export type { CreateStep, Decision, DeleteStep, EvaluatedValue, FieldChange, Handle } from './plan.ts';
export type { LinkedReference, MatchSet, NoopStep, Phase, Plan, PlannedAction, RenameStep } from './plan.ts';
export type { Step, UpdateStep } from './plan.ts';
