import type { DecisionChange } from '../../core/decision/index.ts';
import type { Plan } from '../../core/plan/index.ts';

/** Two decisions side by side. */
export interface DecisionComparison {
  readonly earlier: ComparedPlan;
  readonly later: ComparedPlan;
  /** Empty when both are the same decision. */
  readonly changes: readonly DecisionChange[];
  /** Who changed what in between, one sentence each; undefined where nobody was asked. */
  readonly who?: readonly string[] | undefined;
}

/** A plan that is compared, by what it was called on the command line. */
export interface ComparedPlan {
  readonly name: string;
  readonly plan: Plan;
}
