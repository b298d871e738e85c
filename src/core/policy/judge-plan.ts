import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { PolicyCheck, PolicyContext } from './policy-check.ts';

const checks: readonly PolicyCheck[] = [];

/** What the built-in checks and the policies of the project say of a plan, in a stable order. */
export function judgePlan(context: PolicyContext): readonly Diagnostic[] {
  return checks.flatMap((check) => check(context));
}
