/** Drift as functions of values: live against baseline over the owned fields, and who the audits say did it. */
export type {
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
