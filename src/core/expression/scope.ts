import type { Json } from '../json/json.ts';
import type { StepBudget } from './step-budget.ts';

/** What an expression can see. Pure: the same scope gives the same value. */
export interface ExpressionScope {
  /** `inputs`, `env`, the iterator's object, earlier `let` variables. */
  readonly variables: Readonly<Record<string, Json>>;
  /** Every object of the type as the earlier actions leave it, in address order; each with `id`, `address`, `labels`. */
  readonly resources: (type: string) => readonly Json[];
  /** One object by type and name (a composite key as in an address: `Holidays/2026-12-25`), or undefined. */
  readonly ref: (type: string, name: string) => Json | undefined;
  /** Where a call of a number would go at an instant; only tests know it. Throws a RangeError for what is no instant. */
  readonly route?: ((number: string, at: string) => Json) | undefined;
  /** Shared by all evaluations that are given the same one; without it every evaluation has a budget of its own. */
  readonly budget?: StepBudget | undefined;
}
