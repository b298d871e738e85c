/** What an approval is bound to: what is inside and outside of it, and why two of them differ. */
export { compareDecisions } from './compare-decisions.ts';
export type { ChangedObject, ComputedValue, DecisionChange, FieldValues } from './decision-change.ts';
export { outsideDecision, type OutsidePart } from './decision-parts.ts';
export { describeDecisionChange } from './describe-change.ts';
