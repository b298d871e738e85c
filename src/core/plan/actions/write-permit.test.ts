import { describe, expect, it } from 'vitest';
import { linesOf, planOf } from '../testing/test-world.ts';

const big = { id: 'k1', name: 'Big', size: 3, note: 'theirs' };

describe('what belongs to somebody else', () => {
  it('stays theirs when a rule gives Signalbox only one of the fields written', () => {
    const { plan } = planOf({
      live: { crate: [big] },
      environment: {
        ownership: [
          { type: 'crate', field: 'size', owner: 'signalbox' },
          { type: 'crate', owner: 'terraform' },
        ],
      },
      actions: [{ kind: 'ensure', target: { type: 'crate', key: ['Big'] }, set: { size: 4, note: 'ours' } }],
    });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1006', detail: 'note of crate/Big belongs to "terraform".' }]);
  });

  it('is not deleted because Signalbox has one field of it', () => {
    const { plan } = planOf({
      live: { crate: [big] },
      environment: {
        ownership: [
          { type: 'crate', field: 'size', owner: 'signalbox' },
          { type: 'crate', owner: 'terraform' },
        ],
      },
      actions: [{ kind: 'delete', target: { type: 'crate', key: ['Big'] } }],
    });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1006' }]);
  });
});

describe('a type of which Signalbox only makes what is missing', () => {
  const environment = { modes: { crate: 'seed' } } as const;

  it('is not changed by an iterator', () => {
    const { plan } = planOf({
      live: { crate: [big] },
      environment,
      actions: [{ kind: 'forEach', type: 'crate', as: 'crate', set: { size: 5 } }],
    });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1005' }]);
  });

  it('is not deleted and not renamed', () => {
    const { plan } = planOf({
      live: { crate: [big, { ...big, id: 'k2', name: 'Small' }] },
      environment,
      actions: [
        { kind: 'delete', target: { type: 'crate', key: ['Big'] } },
        { kind: 'rename', target: { type: 'crate', key: ['Small'] }, to: 'Tiny' },
      ],
    });
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(['SB1005', 'SB1005']);
  });

  it('may be made and filled in one plan', () => {
    const { plan } = planOf({
      environment,
      actions: [
        { kind: 'ensure', target: { type: 'crate', key: ['New'] }, set: { size: 5 } },
        { kind: 'forEach', type: 'crate', as: 'crate', set: { note: 'x' } },
      ],
    });
    expect(plan.diagnostics).toEqual([]);
    expect(linesOf(plan)).toEqual(['create crate/New']);
  });
});
