import type { Diagnostic, SourceLocation } from '../../diagnostic/diagnostic.ts';
import { SignalboxError } from '../../error.ts';
import { evaluateCondition } from '../../expression/evaluate.ts';
import { interpolate } from '../../expression/interpolation.ts';
import type { ExpressionScope } from '../../expression/scope.ts';
import { createStepBudget } from '../../expression/step-budget.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { valueAt } from '../../json/path.ts';
import type { Plan } from '../../plan/plan.ts';
import { policyErrorCodes } from '../errors.ts';
import type { PolicyRule, PolicySettings } from '../policy-settings.ts';
import { viewOfEnvironment, viewOfPlan } from './plan-view.ts';

/** What all rules together may spend on one plan: some ten conditions on each of 5,000 steps many times over. */
const policySteps = 5_000_000;

/** Names that expressions of rules know, besides the variable of `forEach`. */
export const ruleVariables: readonly string[] = ['plan', 'env'];

/**
 * What the project's own policies find in a plan, in the order of their names and of its steps. Needs nothing but the
 * plan, so that a saved one gives the same findings. A rule that can not be evaluated is an error (SB1100), never silent.
 */
export function judgeByRules(plan: Plan, settings: PolicySettings | undefined): readonly Diagnostic[] {
  const rules = (settings?.policies ?? []).flatMap((policy) => policy.rules);
  if (rules.length === 0) return [];
  const scope: ExpressionScope = {
    variables: { plan: viewOfPlan(plan), env: viewOfEnvironment(plan) },
    resources: () => [],
    ref: () => undefined,
    budget: createStepBudget(policySteps),
  };
  const sources = new Map(plan.steps.map(({ id, source }) => [id, source]));
  return rules.flatMap((rule) => {
    const severity = settings?.checks[rule.code]?.severity ?? rule.severity;
    return severity === 'off' ? [] : judgeByRule({ ...rule, severity }, scope, sources);
  });
}

function judgeByRule(
  rule: PolicyRule,
  scope: ExpressionScope,
  sources: ReadonlyMap<string, SourceLocation | undefined>,
): readonly Diagnostic[] {
  try {
    if (rule.when !== undefined && !evaluateCondition(rule.when, scope)) return [];
    const elements = rule.forEach === undefined ? [undefined] : listAt(rule.forEach, scope);
    return elements.flatMap((element) => {
      const seen = element === undefined ? scope : withVariable(scope, rule.as, element);
      return evaluateCondition(rule.deny, seen) ? [finding(rule, seen, { element, sources })] : [];
    });
  } catch (error) {
    if (!(error instanceof SignalboxError)) throw error;
    return [unusable(rule, error)];
  }
}

function withVariable(scope: ExpressionScope, name: string, value: Json): ExpressionScope {
  return { ...scope, variables: { ...scope.variables, [name]: value } };
}

/** The list at a path such as `plan.steps`; taken as it is, because a copy of thousands of steps is dear. */
function listAt(path: string, scope: ExpressionScope): readonly Json[] {
  const list = valueAt(scope.variables as JsonObject, path.split('.'));
  if (isJsonArray(list)) return list;
  throw new SignalboxError({
    code: 'SB1100',
    message: `${path} is no list in this plan`,
    remedy: policyErrorCodes.SB1100.remedy,
  });
}

function finding(
  rule: PolicyRule,
  scope: ExpressionScope,
  at: {
    readonly element: Json | undefined;
    readonly sources: ReadonlyMap<string, SourceLocation | undefined>;
  },
): Diagnostic {
  const { address, id } = isJsonObject(at.element) ? at.element : {};
  const source = typeof id === 'string' ? at.sources.get(id) : undefined;
  return {
    code: rule.code,
    severity: rule.severity,
    summary: rule.summary,
    detail: String(interpolate(rule.message, scope)),
    remedy: rule.remedy,
    ...(typeof address === 'string' ? { address } : {}),
    ...(source === undefined ? {} : { source }),
  };
}

function unusable(rule: PolicyRule, error: SignalboxError): Diagnostic {
  const { summary, remedy } = policyErrorCodes.SB1100;
  return { code: 'SB1100', severity: 'error', summary, detail: `${rule.code}: ${error.message}`, remedy };
}
