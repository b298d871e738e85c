import type { ExpressionScope } from '../scope.ts';
import { createStepBudget, spend, type StepBudget } from '../step-budget.ts';

/** The evaluation that is running: its scope and what it may still spend. */
export interface Evaluation {
  readonly scope: ExpressionScope;
  readonly budget: StepBudget;
}

// CEL functions are registered once and take no context, so the running evaluation is found here. Evaluation is
// synchronous; nesting (a scope that evaluates on its own) is kept apart by restoring the outer one.
let running: Evaluation | undefined;

/** Runs the work as one evaluation of the scope. */
export function withEvaluation<Result>(scope: ExpressionScope, work: (evaluation: Evaluation) => Result): Result {
  const outer = running;
  const evaluation = { scope, budget: scope.budget ?? createStepBudget() };
  running = evaluation;
  try {
    return work(evaluation);
  } finally {
    running = outer;
  }
}

/** The running evaluation. Precondition: inside `withEvaluation`. */
export function currentEvaluation(): Evaluation {
  if (running === undefined) throw new Error('no expression is being evaluated');
  return running;
}

/** Spends steps of the running evaluation. */
export function spendSteps(steps: number): void {
  spend(currentEvaluation().budget, steps);
}
