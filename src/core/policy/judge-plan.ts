import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import { applyWaivers } from './apply-waivers.ts';
import { limitFindings } from './limit-findings.ts';
import type { PolicyContext } from './policy-check.ts';
import type { PolicySettings } from './policy-settings.ts';
import { judgeByRules } from './rules/judge-by-rules.ts';
import { runChecks } from './run-checks.ts';

/** Codes of plans that decide nothing: another organisation, another environment, already deployed. */
const nothingDecided: readonly string[] = ['SB1019', 'SB1021', 'SB1024'];

/**
 * What the built-in checks and the policies of the project say of a plan: checks by code, then policies by name, each in
 * the order of the plan. Checks look at what the plan leaves and judge only what it touches.
 */
export function judgePlan(context: PolicyContext): readonly Diagnostic[] {
  const { world, plan } = context;
  if (plan.diagnostics.some(({ code }) => nothingDecided.includes(code))) return [];
  const settings = world.input.environment.policies;
  const checked = runChecks(context);
  // What is still to be read makes all of it void; the project's own policies read nothing.
  const judged = world.missing.size > 0 ? [] : judgeByRules(plan, settings);
  return settle([...checked, ...judged], plan, settings);
}

/** What the project's own policies say of a plan, from a file perhaps; the built-in checks need the organisation. */
export function judgeSavedPlan(plan: Plan, settings: PolicySettings): readonly Diagnostic[] {
  return settle(judgeByRules(plan, settings), plan, settings);
}

function settle(
  findings: readonly Diagnostic[],
  plan: Plan,
  settings: PolicySettings | undefined,
): readonly Diagnostic[] {
  return limitFindings(applyWaivers(findings, settings?.waivers ?? [], plan.asOf));
}
