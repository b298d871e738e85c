import { splitSteps } from '../../core/gates/index.ts';
import { undoSteps } from '../../core/rollback/index.ts';
import type { Step } from '../../core/plan/index.ts';
import type { Work } from '../steps/index.ts';
import { appliedSteps } from './applied-steps.ts';
import { descriptorOf, type RunContext } from './run-context.ts';

/** The works of a run before and after its tests: deletions come last, unless something else waits for them. */
export interface ForwardWorks {
  readonly early: readonly Work[];
  readonly late: readonly Work[];
}

/** What the plan has to do, in plan order. */
export function forwardWorks(context: RunContext): ForwardWorks {
  const { steps } = context.run.plan;
  const early = new Set(splitSteps(steps).early.map(({ id }) => id));
  const works = steps.flatMap((step) => toWork(context, step, 'forward'));
  return {
    early: works.filter(({ step }) => early.has(step.id)),
    late: works.filter(({ step }) => !early.has(step.id)),
  };
}

/** What takes back all that the run wrote. The same after a crash, because it comes from the journal alone. */
export function compensationWorks(context: RunContext): readonly Work[] {
  return undoSteps(appliedSteps(context.run.plan, context.memory), context.catalogue).flatMap((step) =>
    toWork(context, step, 'compensate'),
  );
}

function toWork(context: RunContext, step: Step, direction: Work['direction']): readonly Work[] {
  return step.kind === 'noop' ? [] : [{ step, direction, descriptor: descriptorOf(context.catalogue, step.type) }];
}
