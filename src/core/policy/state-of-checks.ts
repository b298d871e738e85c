import type { Severity } from '../diagnostic/diagnostic.ts';
import type { EnvironmentRules } from '../environment/environment.ts';
import { knownChecks, meaningOfCheck } from './known-checks.ts';
import type { ParameterValue } from './policy-check.ts';
import type { Waiver } from './policy-settings.ts';
import { parametersOf, severityOf } from './run-checks.ts';

/** How one check or policy rule is taken in an environment. */
export interface CheckState {
  readonly code: string;
  readonly name: string;
  /** What is wrong when it finds something. */
  readonly summary: string;
  readonly remedy: string;
  /** What it looks at; absent for rules of the project's own. */
  readonly looksAt?: string | undefined;
  readonly severity: Severity | 'off';
  /** Who says so: the check itself, the files of the project, planning, which can not be told otherwise, or its policy. */
  readonly setBy: 'default' | 'settings' | 'planning' | 'policy';
  /** Why it is set so, where somebody said; for checks of planning what changes their answer. */
  readonly reason?: string | undefined;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly waivers: readonly Waiver[];
}

/** Every check by code, then every rule of the project's own policies for the environment. */
export function stateOfChecks(environment: Pick<EnvironmentRules, 'protected' | 'policies'>): readonly CheckState[] {
  const { policies } = environment;
  const waiversOf = (code: string): readonly Waiver[] =>
    (policies?.waivers ?? []).filter(({ check }) => check === code);
  const checks = knownChecks.map((check): CheckState => {
    const setting = policies?.checks[check.code];
    const { summary, remedy } = meaningOfCheck(check);
    return {
      code: check.code,
      name: check.name,
      summary,
      remedy,
      looksAt: check.looksAt,
      severity: severityOf(check, environment),
      setBy: check.plannedBy !== undefined ? 'planning' : setting === undefined ? 'default' : 'settings',
      reason: check.plannedBy ?? setting?.reason,
      parameters: parametersOf(check, setting),
      waivers: waiversOf(check.code),
    };
  });
  const rules = (policies?.policies ?? []).flatMap((policy) =>
    policy.rules.map(({ code, summary, remedy, severity }): CheckState => {
      const setting = policies?.checks[code];
      return {
        code,
        name: code.slice('POLICY/'.length),
        summary,
        remedy,
        severity: setting?.severity ?? severity,
        setBy: setting === undefined ? 'policy' : 'settings',
        reason: setting?.reason,
        parameters: {},
        waivers: waiversOf(code),
      };
    }),
  );
  return [...checks, ...rules];
}
