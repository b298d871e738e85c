import type { Plan } from '../../core/plan/index.ts';
import { jsonDocument } from '../text/document.ts';
import type { PlanViewOptions } from './plan-options.ts';
import { estimatedMinutes } from './review-words.ts';
import { countKinds, hasChanges } from './plan-summary.ts';

/** A plan as JSON, kind `Plan`: `hasChanges`, `counts` by step kind, `estimatedMinutes`, then the plan as it is. */
export function planToJson(plan: Plan, options: PlanViewOptions): string {
  return jsonDocument('Plan', {
    hasChanges: hasChanges(plan),
    counts: countKinds(plan),
    estimatedMinutes: estimatedMinutes(plan, options),
    ...(options.snapshot === undefined ? {} : { snapshot: options.snapshot }),
    plan,
  });
}
