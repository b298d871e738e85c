import type { Step } from '../plan/plan.ts';
import type { WaveRule, WaveSize } from './gate-rules.ts';

/** Steps that run together, before a pause. */
export interface Wave {
  /** Counts from 1. */
  readonly number: number;
  /** In plan order. */
  readonly stepIds: readonly string[];
  /** How many objects it touches, parts counted with the object they belong to. */
  readonly objects: number;
}

/** The steps of a plan before and after its tests, in plan order: deletions come last, unless something else waits for them. */
export function splitSteps(steps: readonly Step[]): {
  readonly early: readonly Step[];
  readonly late: readonly Step[];
} {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const early = new Set<string>();
  const waiting = steps.filter(({ phase }) => phase !== 'delete');
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (early.has(step.id)) continue;
    early.add(step.id);
    for (const id of step.dependsOn) {
      const needed = byId.get(id);
      if (needed !== undefined) waiting.push(needed);
    }
  }
  return { early: steps.filter(({ id }) => early.has(id)), late: steps.filter(({ id }) => !early.has(id)) };
}

/**
 * The plan's steps cut into waves. An object is never split, and whatever a step waits for is in its wave or an earlier one,
 * so a wave may be larger than its size. What runs before the tests and what runs after never share a wave.
 */
export function partitionWaves(rule: WaveRule, steps: readonly Step[]): readonly Wave[] {
  const written = steps.filter(({ kind }) => kind !== 'noop');
  const { early, late } = splitSteps(written);
  const total = new Set(written.map(objectOf)).size;
  const waves: Wave[] = [];
  for (const part of [early, late]) cutPart(rule, part, total, waves);
  return waves;
}

function cutPart(rule: WaveRule, steps: readonly Step[], total: number, waves: Wave[]): void {
  const order = new Map(steps.map((step, index) => [step.id, index]));
  let taken: Step[] = [];
  const close = (): void => {
    if (taken.length === 0) return;
    taken.sort((left, right) => (order.get(left.id) ?? 0) - (order.get(right.id) ?? 0));
    const objects = new Set(taken.map(objectOf)).size;
    waves.push({ number: waves.length + 1, stepIds: taken.map(({ id }) => id), objects });
    taken = [];
  };
  for (const group of closures(steps)) {
    taken.push(...group);
    const size = sizeOf(rule.sizes[Math.min(waves.length, rule.sizes.length - 1)], total);
    if (new Set(taken.map(objectOf)).size >= size) close();
  }
  close();
}

/** Each object that nothing else waits for, with all it waits for and was in no earlier group; plan order decides. */
function closures(steps: readonly Step[]): readonly (readonly Step[])[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const byObject = Map.groupBy(steps, objectOf);
  const needed = new Set(
    steps.flatMap((step) =>
      step.dependsOn.flatMap((id) => {
        const other = byId.get(id);
        return other === undefined || objectOf(other) === objectOf(step) ? [] : [objectOf(other)];
      }),
    ),
  );
  const placed = new Set<string>();
  const take = (object: string): readonly Step[] => {
    const group: Step[] = [];
    const waiting = [object];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (placed.has(next)) continue;
      placed.add(next);
      const own = byObject.get(next) ?? [];
      group.push(...own);
      for (const { dependsOn } of own)
        for (const id of dependsOn) {
          const other = byId.get(id);
          if (other !== undefined) waiting.push(objectOf(other));
        }
    }
    return group;
  };
  const roots = [...byObject.keys()].filter((object) => !needed.has(object));
  // Objects that wait for each other in a circle have no root.
  return [...roots, ...byObject.keys()].map(take).filter((group) => group.length > 0);
}

/** Parts go with the object they belong to. */
function objectOf({ handle }: Step): string {
  return handle.split('/')[0] ?? handle;
}

function sizeOf(size: WaveSize | undefined, total: number): number {
  if (size === undefined) return total;
  return 'objects' in size ? size.objects : Math.max(1, Math.ceil((total * size.percent) / 100));
}
