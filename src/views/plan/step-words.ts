import { formatPath, type SourceLocation } from '../../core/index.ts';
import type { Plan, Step } from '../../core/plan/index.ts';
import type { StepReads } from '../../core/review/index.ts';
import { effectWords, reversibilityWords } from './plan-summary.ts';

/** `file:line`, or the file where the line is not known. */
export function placeText({ file, line }: SourceLocation): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** What a step is about, in words: `routing_wrapupcode/Old → routing_wrapupcode/New` for a rename. */
export function stepName(step: Step): string {
  return step.kind === 'rename' ? `${step.from} → ${step.address}` : step.address;
}

/**
 * What a step says of itself besides its fields: why, whom it reaches, what undoing means unless that is exact, what it
 * waits for, and which later actions have a say in it.
 */
export function stepFacts(plan: Plan, step: Step): readonly string[] {
  if (step.kind === 'noop') return [];
  const [, ...others] = step.actions;
  return [
    step.reason,
    step.effect === 'none' ? '' : effectWords[step.effect],
    step.reversibility === 'exact' ? '' : reversibilityWords[step.reversibility],
    step.dependsOn.length === 0 ? '' : `after ${step.dependsOn.join(', ')}`,
    (plan.waves?.length ?? 0) < 2 ? '' : waveText(plan, step),
    others.length === 0 || plan.actions === undefined
      ? ''
      : `and by action ${others.map((action) => action + 1).join(', ')}`,
  ].filter((fact) => fact !== '');
}

/** What a step reads besides its object: what it refers to, and what its computed fields come from. */
export function readsText({ references, values }: StepReads): string {
  const computed = values.map(({ path, reads }) => `for ${formatPath(path)}: ${reads.join(', ') || 'nothing'}`);
  return `reads ${[...references, ...computed].join('; ')}`;
}

function waveText({ waves = [] }: Plan, { id }: Step): string {
  const wave = waves.find(({ stepIds }) => stepIds.includes(id));
  return wave === undefined ? '' : `wave ${wave.number}`;
}

/** What all steps of a group say of themselves, to be said once; nothing where they differ or there is only one. */
export function sharedFacts(plan: Plan, steps: readonly Step[]): readonly string[] {
  const busy = steps.filter(({ kind }) => kind !== 'noop');
  const [first, ...others] = busy.map((step) => stepFacts(plan, step));
  if (first === undefined || others.length === 0) return [];
  return first.filter((fact) => others.every((facts) => facts.includes(fact)));
}
