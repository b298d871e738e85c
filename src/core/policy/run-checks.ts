import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts';
import { builtInChecks } from './built-in-checks.ts';
import { policyErrorCodes } from './errors.ts';
import type { CheckFacts, ParameterValue, PolicyCheck, PolicyContext } from './policy-check.ts';
import type { CheckSetting, PolicySettings } from './policy-settings.ts';
import { touchedObjects, type TouchedObject } from './touched-objects.ts';

/** What all built-in checks find, in the order of their codes; severities as set. Waivers are not applied yet. */
export function runChecks(context: PolicyContext): readonly Diagnostic[] {
  const { environment } = context.world.input;
  const touched = touchedObjects(context.world, context.plan);
  const byType = Map.groupBy(touched, ({ type }) => type);
  return builtInChecks.flatMap((check) => {
    const severity = severityOf(check, environment);
    if (severity === 'off') return [];
    const seen = check.types === undefined ? touched : check.types.flatMap((type) => byType.get(type) ?? []);
    return runCheck(check, severity, { ...context, touched: seen });
  });
}

/** The severity that the check has in the environment: what is set there, else its own. */
export function severityOf(
  check: CheckFacts,
  environment: { readonly protected: boolean; readonly policies?: PolicySettings | undefined },
): Severity | 'off' {
  const own = environment.protected ? (check.protectedSeverity ?? check.severity) : check.severity;
  return environment.policies?.checks[check.code]?.severity ?? own;
}

/** The values of the check's parameters: what is set, else the defaults. */
export function parametersOf(
  check: CheckFacts,
  setting: CheckSetting | undefined,
): Readonly<Record<string, ParameterValue>> {
  const defaults = Object.fromEntries(Object.entries(check.parameters).map(([name, given]) => [name, given.default]));
  return { ...defaults, ...setting?.parameters };
}

function runCheck(
  check: PolicyCheck,
  severity: Severity,
  context: PolicyContext & { readonly touched: readonly TouchedObject[] },
): readonly Diagnostic[] {
  const setting = context.world.input.environment.policies?.checks[check.code];
  const { summary, remedy } = policyErrorCodes[check.code];
  return check.run(context, parametersOf(check, setting)).map(({ detail, address, source }) => ({
    code: check.code,
    severity,
    summary,
    detail,
    remedy,
    ...(address === undefined ? {} : { address }),
    ...(source === undefined ? {} : { source }),
  }));
}
