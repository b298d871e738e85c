import type { Work } from '../steps/index.ts';
import type { RunContext } from '../run/run-context.ts';
import { forwardWorks } from '../run/works.ts';

/** Works that run together, between two pauses. */
export interface WaveWorks {
  /** Counts from 1; absent for a plan without waves. */
  readonly number?: number | undefined;
  readonly works: readonly Work[];
}

/** The works of a run before and after its tests, cut into the waves of its plan; one part each where it has none. */
export function waveWorks(context: RunContext): {
  readonly early: readonly WaveWorks[];
  readonly late: readonly WaveWorks[];
} {
  const { early, late } = forwardWorks(context);
  const { waves } = context.run.plan;
  if (waves === undefined) return { early: [{ works: early }], late: [{ works: late }] };
  const cut = (works: readonly Work[]): readonly WaveWorks[] =>
    waves.flatMap(({ number, stepIds }) => {
      const ids = new Set(stepIds);
      const own = works.filter(({ step }) => ids.has(step.id));
      return own.length === 0 ? [] : [{ number, works: own }];
    });
  return { early: cut(early), late: cut(late) };
}
