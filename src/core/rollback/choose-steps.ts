import type { Step } from '../plan/plan.ts';
import { matchesGlob } from '../text/glob.ts';
import type { AppliedStep } from './applied-step.ts';

/** Which steps of a run are meant: one-line addresses, `*` for any text in them, or types; all where nothing is said. */
export type Selection = readonly string[] | undefined;

/** The steps that are meant. */
export function chooseSteps(applied: readonly AppliedStep[], only: Selection): readonly AppliedStep[] {
  return only === undefined ? applied : applied.filter(({ step }) => isChosen(step, only));
}

/** True for a step that is meant; a renamed object is by either of its names. */
export function isChosen(step: Step, only: Selection): boolean {
  return only === undefined || only.some((wanted) => fits(step, wanted));
}

/** What was named and is none of the steps. */
export function unknownIn(applied: readonly AppliedStep[], only: Selection): readonly string[] {
  return (only ?? []).filter((wanted) => !applied.some(({ step }) => fits(step, wanted)));
}

function fits(step: Step, wanted: string): boolean {
  const names = step.kind === 'rename' ? [step.address, step.from] : [step.address];
  return step.type === wanted || names.some((name) => name === wanted || matchesGlob(wanted, name));
}
