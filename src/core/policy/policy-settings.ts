import type { Severity } from '../diagnostic/diagnostic.ts';
import type { ParameterValue } from './policy-check.ts';

/** How one check or policy rule is taken here. */
export interface CheckSetting {
  /** `off`: it is not run; then there is a reason. Absent: its own severity. */
  readonly severity?: Severity | 'off' | undefined;
  /** Why, for whoever reads the rules. */
  readonly reason?: string | undefined;
  /** Values that differ from the defaults, by the name of the parameter. */
  readonly parameters?: Readonly<Record<string, ParameterValue>> | undefined;
}

/** A finding that somebody accepted for a while: it is shown, and forbids nothing until the date is past. */
export interface Waiver {
  /** Code of a check or policy rule. */
  readonly check: string;
  /** Glob over the address of the finding; absent: all of the check's findings. */
  readonly address?: string | undefined;
  readonly reason: string;
  /** The last day (`2026-12-31`, UTC) on which it counts. */
  readonly until: string;
}

/** One rule of the project's own, in expressions over the plan. */
export interface PolicyRule {
  /** Stable: `POLICY/<policy>/<rule>`; what findings, settings and waivers name. */
  readonly code: string;
  /** What is wrong when it finds something, in one line. */
  readonly summary: string;
  readonly severity: Severity;
  /** Condition on the whole plan without which the rule says nothing. */
  readonly when?: string | undefined;
  /** Expression that gives a list; the rule is asked for each of its elements. */
  readonly forEach?: string | undefined;
  /** The variable that holds the element. */
  readonly as: string;
  /** Condition; true means that there is something to object to. */
  readonly deny: string;
  /** Text with `${…}`. */
  readonly message: string;
  readonly remedy: string;
}

/** A file of rules for one environment. */
export interface ProjectPolicy {
  readonly name: string;
  readonly rules: readonly PolicyRule[];
}

/** Everything about checks and policies that an environment sets; part of its digest, so part of every decision. */
export interface PolicySettings {
  readonly checks: Readonly<Record<string, CheckSetting>>;
  readonly waivers: readonly Waiver[];
  /** The project's own policies that are for this environment, sorted by name. */
  readonly policies: readonly ProjectPolicy[];
}
