/**
 * Built-in checks and the project's own policies: pure looks at a plan, its review and the organisation it leaves. What
 * they find are diagnostics. Here is also what projects may set about them.
 */
export { judgeSavedPlan } from './judge-plan.ts';
export { isPolicyCode, knownChecks } from './known-checks.ts';
export { noChecks } from './no-checks.ts';
export type { CheckParameter, ParameterValue } from './policy-check.ts';
export type { CheckSetting, PolicyRule, PolicySettings, ProjectPolicy, Waiver } from './policy-settings.ts';
export { compareFindings, type ExpectedFinding, type FindingDifference } from './rules/compare-findings.ts';
export { ruleVariables } from './rules/judge-by-rules.ts';
export { stateOfChecks, type CheckState } from './state-of-checks.ts';
