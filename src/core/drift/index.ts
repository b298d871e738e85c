/** Drift as functions of values: live against baseline over the owned fields, and who the audits say did it. */
export { applyExceptions, type UndeclaredDrift } from './apply-exceptions.ts';
export type {
  DeclaredDrift,
  DriftAuthor,
  DriftBlindSpot,
  DriftedField,
  DriftFinding,
  DriftKind,
  DriftOrigin,
  DriftReport,
} from './drift.ts';
export { compareBaseline, type BaselineComparison } from './compare-baseline.ts';
export { attributeFinding, type Attribution, type ChangeRecord } from './attribute.ts';
