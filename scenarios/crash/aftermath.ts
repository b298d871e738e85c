/* oxlint-disable vitest/valid-expect -- the second argument says which of many cases failed */
import { expect } from 'vitest';
import type { RunReport, StepResult, Store } from '../../src/engine/index.ts';
import type { CanonicalOrganisation, Written } from '../world/index.ts';

/** What is left when everything is over. */
export interface Aftermath {
  /** How the run ended, or that there was nothing to resume and how it stood then. */
  readonly ending: string;
  readonly organisation: CanonicalOrganisation;
  readonly written: Written;
}

/** How a run ended, by its report or, where its process died after the end, by the store. */
export async function endingOf(store: Store, environment: string, report: RunReport | undefined): Promise<string> {
  if (report !== undefined) return report.ending;
  const [run] = await store.listRuns({ environment, limit: 1 });
  return run?.state ?? 'no run';
}

const untouched: readonly StepResult['state'][] = ['compensated', 'skipped', 'matching'];

/**
 * Holds a report of a held run against the organisation: what it says was taken back or never begun is as before, what
 * it says is applied is as planned, and of a step that failed or is held it says why.
 */
export function expectTruthful(
  report: RunReport,
  found: CanonicalOrganisation,
  sides: { readonly before: CanonicalOrganisation; readonly after: CanonicalOrganisation },
): void {
  const byAddress = Map.groupBy(report.steps, (step) => step.address);
  for (const [address, steps] of byAddress) {
    const states = steps.map(({ state }) => state);
    if (states.every((state) => untouched.includes(state)))
      expect(found[address], address).toEqual(sides.before[address]);
    if (states.every((state) => state === 'applied')) expect(found[address], address).toEqual(sides.after[address]);
    for (const step of steps)
      if (['failed', 'held'].includes(step.state)) expect(step.error?.message, address).toBeTruthy();
  }
  for (const [address, document] of Object.entries(found)) {
    const sidesOf = [sides.before[address], sides.after[address]];
    if (!byAddress.has(address)) expect(sidesOf, address).toContainEqual(document);
  }
}
