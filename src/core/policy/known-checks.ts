import { planErrorCodes, type PlanErrorCode } from '../errors.ts';
import type { ErrorCodeMeaning } from '../error.ts';
import { builtInChecks } from './built-in-checks.ts';
import { policyErrorCodes } from './errors.ts';
import { plannedChecks } from './planned-checks.ts';
import type { CheckFacts } from './policy-check.ts';

/** Every check there is, those of planning included, by code. */
export const knownChecks: readonly CheckFacts[] = [...plannedChecks, ...builtInChecks].toSorted((left, right) =>
  left.code < right.code ? -1 : 1,
);

/** What a check's code means and what to do next. */
export function meaningOfCheck({ code }: CheckFacts): ErrorCodeMeaning {
  const meanings: Readonly<Record<string, ErrorCodeMeaning>> = { ...planErrorCodes, ...policyErrorCodes };
  return meanings[code] ?? { summary: code, remedy: '' };
}

/** Planning's answers to rules that the project made; its other refusals are mistakes in the change. */
const rulesOfPlanning: readonly string[] = [
  'SB1005',
  'SB1006',
  'SB1009',
  'SB1010',
  'SB1050',
] satisfies readonly PlanErrorCode[];
const codesOfChecks: ReadonlySet<string> = new Set(builtInChecks.map(({ code }) => code));

/** True for a finding of a check or policy: a rule that the project made refuses, and the change is no mistake as such. */
export function isPolicyCode(code: string): boolean {
  return rulesOfPlanning.includes(code) || codesOfChecks.has(code) || code.startsWith('POLICY/');
}
