import type { Plan } from '../../core/plan/index.ts';
import type { RunMemory } from '../journal/index.ts';

/** Tells whether a run took away the key of the object with this id. */
export type LeavingTest = (id: string) => boolean;

/**
 * The test of a run, which listings may contradict for a while. The steps that free a key are looked up once, what became
 * of them at each call.
 */
export function createLeavingTest({ steps }: Plan, memory: Pick<RunMemory, 'forward' | 'compensate'>): LeavingTest {
  const idsOf = (kinds: readonly string[]): readonly string[] =>
    steps.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const freeing = [
    { records: memory.forward, ids: idsOf(['rename', 'delete']) },
    { records: memory.compensate, ids: idsOf(['rename', 'create']) },
  ];
  return (id) =>
    freeing.some(
      ({ records, ids }) => records.size > 0 && ids.some((stepId) => records.get(stepId)?.outcome?.id === id),
    );
}
