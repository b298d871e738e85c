/** Steps that evaluations may still spend. A step is one function call, one visited element or 1,000 characters. */
export interface StepBudget {
  /** Below zero once it is overdrawn; it never recovers. */
  left: number;
}

/** Steps of one evaluation; about a second of work. */
const defaultSteps = 2_000_000;

/** A fresh budget. Give one to several scopes to bound all their evaluations together. */
export function createStepBudget(steps: number = defaultSteps): StepBudget {
  return { left: steps };
}

/** Takes steps off the budget; throws once it is overdrawn, however the expression treats errors. */
export function spend(budget: StepBudget, steps: number): void {
  budget.left -= steps;
  if (budget.left < 0) throw new Error('the step budget is used up');
}
