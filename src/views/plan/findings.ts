import type { Diagnostic } from '../../core/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import { diagnosticsToJunit } from '../diagnostic/junit.ts';
import { diagnosticsToSarif, type RuleMeanings } from '../diagnostic/sarif.ts';

/** What checks and policies found in a plan as SARIF. What names an object only is shown where the author wrote of it. */
export function planToSarif(plan: Plan, version: string, meanings?: RuleMeanings): string {
  return diagnosticsToSarif(placedFindings(plan), version, meanings);
}

/** What checks and policies found in a plan as JUnit XML: errors fail. */
export function planToJunit(plan: Plan): string {
  return diagnosticsToJunit(placedFindings(plan), `simulate ${plan.changeset} ${plan.environment}`);
}

function placedFindings({ diagnostics, steps }: Plan): readonly Diagnostic[] {
  const sources = new Map(steps.map(({ address, source }) => [address, source]));
  return diagnostics.map((entry) => {
    const source = entry.source ?? (entry.address === undefined ? undefined : sources.get(entry.address));
    return source === undefined ? entry : { ...entry, source };
  });
}
