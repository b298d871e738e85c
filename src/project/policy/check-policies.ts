import { nearestName, type Diagnostic, type SourceLocation } from '../../core/index.ts';
import { checkExpression, placedExpressionsOf, readsOfExpression } from '../../core/expression/index.ts';
import { ruleVariables, type PolicyRule } from '../../core/policy/index.ts';
import { SignalboxError } from '../../core/index.ts';
import { problem, suggestion } from '../files/problem.ts';
import type { LoadedProject } from '../project.ts';
import type { LoadedPolicy } from './load-policy.ts';

/** What is wrong with the policies of a project: expressions, names they can not see, environments that are not there. */
export function checkPolicies({ policies, environments }: LoadedProject): readonly Diagnostic[] {
  const known = environments.map(({ name }) => name);
  return policies.flatMap((loaded) => [
    ...(loaded.environments ?? []).flatMap((name, index) =>
      known.includes(name) ? [] : [unknownEnvironment(loaded, { name, index, known })],
    ),
    ...loaded.policy.rules.flatMap((rule, index) => checkRule(loaded, rule, index)),
  ]);
}

function unknownEnvironment(
  { locate }: LoadedPolicy,
  { name, index, known }: { readonly name: string; readonly index: number; readonly known: readonly string[] },
): Diagnostic {
  const place = locate(['spec', 'environments', index]);
  const hint = suggestion(nearestName(name, known), known);
  return problem('SB2018', place, `${place.file}:${place.line}: there is no environment "${name}".${hint}`);
}

function checkRule({ locate }: LoadedPolicy, rule: PolicyRule, index: number): readonly Diagnostic[] {
  const at = (field: string): SourceLocation => locate(['spec', 'rules', index, field]);
  const inside = rule.forEach === undefined ? ruleVariables : [...ruleVariables, rule.as];
  return [
    ...(rule.when === undefined ? [] : checkOne(rule.when, at('when'), ruleVariables)),
    ...checkOne(rule.deny, at('deny'), inside),
    ...messageExpressions(rule.message, at('message'), inside),
  ];
}

function messageExpressions(message: string, place: SourceLocation, names: readonly string[]): readonly Diagnostic[] {
  try {
    return placedExpressionsOf(message).flatMap(({ source }) => checkOne(source, place, names));
  } catch (error) {
    if (!(error instanceof SignalboxError)) throw error;
    const { code, message: summary, remedy } = error;
    return [{ code, severity: 'error', summary, detail: message, remedy, source: place }];
  }
}

function checkOne(source: string, place: SourceLocation, names: readonly string[]): readonly Diagnostic[] {
  const wrong = checkExpression(source, place, names);
  if (wrong.length > 0) return wrong;
  const { types, dynamic } = readsOfExpression(source);
  if (types.length === 0 && !dynamic) return [];
  return [problem('SB2082', place, `${place.file}:${place.line}: resources(…) and ref(…) see nothing in a policy.`)];
}
