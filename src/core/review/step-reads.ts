import { readsOfExpression } from '../expression/index.ts';
import { interpolationsOf } from '../expression/interpolation.ts';
import { formatPath } from '../json/path.ts';
import type { EvaluatedValue, Plan, Step } from '../plan/plan.ts';
import { referencesIn } from '../resource/reference.ts';
import type { StepReads } from './review.ts';

/**
 * What each step of the plan reads besides the object that it writes, in the order of the steps; without those that read
 * nothing. Linear in the steps and values: an iterator gives one text to thousands of objects.
 */
export function findStepReads({ steps, values }: Plan): readonly StepReads[] {
  const byAddress = Map.groupBy(values, ({ address }) => address);
  const byText = new Map<string, readonly string[]>();
  const readsOf = (text: string): readonly string[] => {
    const known = byText.get(text) ?? waysIn(text);
    byText.set(text, known);
    return known;
  };
  return steps
    .map((step) => ({
      stepId: step.id,
      references: referencesOf(step),
      values: computedBy(step, byAddress).map(({ path, expression }) => ({
        path,
        expression,
        reads: readsOf(expression),
      })),
    }))
    .filter((read) => read.references.length + read.values.length > 0);
}

/** Objects that must be found before the step can be written. */
function referencesOf(step: Step): readonly string[] {
  const written = writtenBy(step).flatMap((value) => referencesIn(value));
  return [...new Set(written.map(({ $type, $handle, $ref }) => $ref ?? `${$type}/~${$handle}`))].toSorted();
}

function writtenBy(step: Step): Parameters<typeof referencesIn>[0][] {
  switch (step.kind) {
    case 'create':
      return [step.after];
    case 'update':
    case 'rename':
      return step.changes.map(({ after }) => after);
    case 'delete':
    case 'noop':
      return [];
    default:
      return step satisfies never;
  }
}

/** An object that is renamed was looked at under its old name. */
function computedBy(step: Step, byAddress: ReadonlyMap<string, readonly EvaluatedValue[]>): readonly EvaluatedValue[] {
  if (step.kind === 'noop' || step.kind === 'delete') return [];
  const names = step.kind === 'rename' ? [step.from, step.address] : [step.address];
  return names.flatMap((name) => byAddress.get(name) ?? []).filter(({ action }) => step.actions.includes(action));
}

/** The ways that the expressions of the text take to what they read. They were evaluated, so they can be read. */
function waysIn(text: string): readonly string[] {
  const ways = interpolationsOf(text).flatMap((source) => readsOfExpression(source).chains.map(formatPath));
  return [...new Set(ways)].toSorted();
}
