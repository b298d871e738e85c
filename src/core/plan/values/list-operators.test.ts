import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../json/json.ts';
import { linesOf, planOf } from '../testing/test-world.ts';

const slots = [
  { no: 1, holds: 'tea', wide: true },
  { no: 2, holds: 'salt' },
];
const target = { type: 'rack', key: ['R'] };

function planWith(set: JsonObject): ReturnType<typeof planOf>['plan'] {
  const live = { rack: [{ id: 'r1', name: 'R', slots, rows: ['a', 'b'] }] };
  return planOf({ live, actions: [{ kind: 'update', target, set }] }).plan;
}

describe('a list operator', () => {
  it.each<{ readonly name: string; readonly set: JsonObject; readonly after: unknown }>([
    {
      name: 'adds an item with a new key',
      set: { slots: { $include: [{ no: 3 }] } },
      after: [...slots, { no: 3 }],
    },
    {
      name: 'lays an item over the one that has its key',
      set: { slots: { $include: [{ no: 1, holds: 'rice' }] } },
      after: [{ no: 1, holds: 'rice', wide: true }, slots[1]],
    },
    { name: 'takes out an item by its key alone', set: { slots: { $exclude: [1] } }, after: [slots[1]] },
    {
      name: 'takes out an item by an object with its key',
      set: { slots: { $exclude: [{ no: 2 }] } },
      after: [slots[0]],
    },
    {
      name: 'takes out before it adds',
      set: { slots: { $exclude: [1], $include: [{ no: 1, holds: 'rice' }] } },
      after: [{ no: 1, holds: 'rice' }, slots[1]],
    },
    { name: 'adds to an ordered list at its end', set: { rows: { $include: ['a', 'c'] } }, after: ['a', 'b', 'c'] },
    { name: 'takes computed items', set: { rows: { $exclude: '${["a"]}' } }, after: ['b'] },
  ])('$name', ({ set, after }) => {
    const plan = planWith(set);
    const field = Object.keys(set)[0];
    expect(plan.diagnostics).toEqual([]);
    const [step] = plan.steps;
    const change = step?.kind === 'update' ? step.changes.find(({ path }) => path[0] === field) : undefined;
    expect(change?.after).toEqual(expect.arrayContaining(after as unknown[]));
    expect(change?.after).toHaveLength((after as unknown[]).length);
  });

  it.each<{ readonly set: JsonObject; readonly detail: string }>([
    { set: { rows: { $include: 'c' } }, detail: 'rack/R rows: $include holds "c", not a list.' },
    { set: { rows: { $exclude: null } }, detail: 'rack/R rows: $exclude holds null, not a list.' },
    { set: { rows: { $include: ['c'], extra: 1 } }, detail: 'rack/R rows: extra stands beside $include or $exclude.' },
    { set: { rows: { $replace: [], extra: 1 } }, detail: 'rack/R rows: extra stands beside $replace.' },
  ])('is refused where it does not fit: $detail', ({ set, detail }) => {
    const plan = planWith(set);
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1038', severity: 'error', detail }]);
    expect(linesOf(plan)).toEqual(['noop rack/R']);
  });
});
