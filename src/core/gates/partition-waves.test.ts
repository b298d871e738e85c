import { describe, expect, it } from 'vitest';
import type { Step } from '../plan/plan.ts';
import type { WaveSize } from './gate-rules.ts';
import { partitionWaves } from './partition-waves.ts';

/** `a: create after b c` says one step. Handle: the letter before a dot, so `a.1` is a second step of `a`. */
function steps(...lines: readonly string[]): readonly Step[] {
  return lines.map((line) => {
    const [id = '', rest = ''] = line.split(': ');
    const [kind = 'update', after = ''] = rest.split(' after ');
    const dependsOn = after === '' ? [] : after.split(' ');
    const handle = id.split('.')[0] ?? id;
    return { id, kind, handle, dependsOn, phase: kind === 'delete' ? 'delete' : 'update' } as unknown as Step;
  });
}

const rows: readonly {
  readonly name: string;
  readonly sizes: readonly WaveSize[];
  readonly steps: readonly Step[];
  readonly waves: readonly string[];
}[] = [
  {
    name: 'by number, the last size repeats',
    sizes: [{ objects: 1 }, { objects: 2 }],
    steps: steps('a: update', 'b: update', 'c: update', 'd: update', 'e: update', 'f: update'),
    waves: ['a', 'b c', 'd e', 'f'],
  },
  {
    name: 'by share of all',
    sizes: [{ percent: 10 }, { percent: 50 }],
    steps: steps(...'abcdefghij'.split('').map((id) => `${id}: update`)),
    waves: ['a', 'b c d e f', 'g h i j'],
  },
  {
    name: 'what a step waits for comes with it, in plan order',
    sizes: [{ objects: 2 }],
    steps: steps('s: create', 't: create', 'q: create after s', 'r: create after t'),
    waves: ['s q', 't r'],
  },
  {
    name: 'what two wait for comes with the first',
    sizes: [{ objects: 2 }],
    steps: steps('s: create', 'q: create after s', 'r: create after s'),
    waves: ['s q', 'r'],
  },
  {
    name: 'a closure larger than the size is not split',
    sizes: [{ objects: 1 }],
    steps: steps('s: create', 't: create', 'q: create after s t', 'r: update'),
    waves: ['s t q', 'r'],
  },
  {
    name: 'a circle stays together',
    sizes: [{ objects: 1 }],
    steps: steps('q: create', 'f: create after q', 'q.1: update after f', 'z: update'),
    waves: ['z', 'q f q.1'],
  },
  {
    name: 'deletions after the tests have waves of their own',
    sizes: [{ objects: 3 }],
    steps: steps('a: update', 'b: update', 'x: delete', 'y: delete'),
    waves: ['a b', 'x y'],
  },
  {
    name: 'a deletion that frees what another step needs goes before',
    sizes: [{ objects: 3 }],
    steps: steps('x: delete', 'a: rename after x'),
    waves: ['x a'],
  },
  { name: 'nothing to do has no waves', sizes: [{ objects: 3 }], steps: steps('a: noop'), waves: [] },
];

describe('waves', () => {
  it.each(rows)('$name', ({ sizes, steps: given, waves }) => {
    const cut = partitionWaves({ sizes, pauseMinutes: 0 }, given);
    expect(cut.map(({ stepIds }) => stepIds.join(' '))).toEqual(waves);
    expect(cut.map(({ number }) => number)).toEqual(waves.map((_, index) => index + 1));
  });

  it('hold every step once and never before what it waits for', () => {
    const many = steps(
      ...Array.from({ length: 200 }, (_, index) => {
        const after = [index - 7, index - 31]
          .filter((other) => other >= 0 && index % 3 === 0)
          .map((other) => `n${other}`);
        return `n${index}: update${after.length === 0 ? '' : ` after ${after.join(' ')}`}`;
      }),
    );
    const cut = partitionWaves({ sizes: [{ percent: 3 }], pauseMinutes: 0 }, many);
    const waveOf = new Map(cut.flatMap(({ number, stepIds }) => stepIds.map((id) => [id, number] as const)));
    expect(waveOf.size).toBe(many.length);
    for (const { id, dependsOn } of many)
      for (const other of dependsOn) expect(waveOf.get(other)).toBeLessThanOrEqual(waveOf.get(id) ?? 0);
    expect(cut.length).toBeGreaterThan(10);
  });
});
