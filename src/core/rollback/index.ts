/** Taking back what a run did: as the compensation of a failed run, or as a plan of its own. */
export type { AppliedStep, KeptPart } from './applied-step.ts';
export { isChosen, type Selection } from './choose-steps.ts';
export { currentId } from './current-id.ts';
export { undoSteps } from './undo-steps.ts';
export { planRollback } from './plan-rollback.ts';
export { unnamedIn, type Names } from './label-steps.ts';
export type { KeyHolder, RollbackInput } from './rollback-input.ts';
export { forecastRollback } from './forecast/forecast-rollback.ts';
