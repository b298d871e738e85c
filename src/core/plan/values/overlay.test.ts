import { describe, expect, it } from 'vitest';
import { linesOf, planOf } from '../testing/test-world.ts';

const colours = [
  { id: 'c1', name: 'Red' },
  { id: 'c2', name: 'Blue' },
];

describe('values laid over an object that is there', () => {
  it('add to the live list where the document from config does not declare it', () => {
    const { plan } = planOf({
      live: { colour: colours, crate: [{ id: 'k1', name: 'Big', size: 3, colours: [{ id: 'c1' }] }] },
      actions: [
        {
          kind: 'ensure',
          target: { type: 'crate', key: ['Big'] },
          document: { name: 'Big', size: 4 },
          set: { colours: { $include: [{ $ref: 'colour/Blue' }] } },
        },
      ],
    });
    expect(plan.diagnostics).toEqual([]);
    expect(linesOf(plan)).toEqual([
      'update crate/Big colours: ["colour/Red"] → ["colour/Red","colour/Blue"]; size: 3 → 4',
    ]);
  });

  it('replace an object as a whole where `set` says so, with a document from config too', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k1', name: 'Big', settings: { timeoutMs: 5, by: 'hand' } }] },
      actions: [
        {
          kind: 'ensure',
          target: { type: 'crate', key: ['Big'] },
          document: { name: 'Big', settings: { timeoutMs: 6 } },
          set: { settings: { $replace: { timeoutMs: 7 } } },
        },
      ],
    });
    expect(linesOf(plan)).toEqual(['update crate/Big settings: {"timeoutMs":5,"by":"hand"} → {"timeoutMs":7}']);
  });

  it('leave what is there when an object says nothing', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k1', name: 'Big', settings: { timeoutMs: 5, by: 'hand' } }] },
      actions: [{ kind: 'ensure', target: { type: 'crate', key: ['Big'] }, set: { settings: {} } }],
    });
    expect(linesOf(plan)).toEqual(['noop crate/Big']);
  });

  it('clear a field that goes back to its default once, and then find nothing to do', () => {
    const clear = { kind: 'ensure', target: { type: 'crate', key: ['Big'] }, set: { size: null } } as const;
    expect(linesOf(planOf({ live: { crate: [{ id: 'k1', name: 'Big', size: 3 }] }, actions: [clear] }).plan)).toEqual([
      'update crate/Big size: 3 → null',
    ]);
    expect(linesOf(planOf({ live: { crate: [{ id: 'k1', name: 'Big', size: 10 }] }, actions: [clear] }).plan)).toEqual([
      'noop crate/Big',
    ]);
  });
});
