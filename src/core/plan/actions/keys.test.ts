import { describe, expect, it } from 'vitest';
import { linesOf, planOf } from '../testing/test-world.ts';

const baselineOf = (address: string, type: string, id: string) => ({
  environment: 'uat',
  entries: { [address]: { address, type, id, fields: [], runId: 'run_1' } },
});

describe('keys', () => {
  it('are not taken from another object by setting the name', () => {
    const { plan } = planOf({
      live: {
        crate: [
          { id: 'k1', name: 'Big' },
          { id: 'k2', name: 'Small' },
        ],
      },
      actions: [{ kind: 'ensure', target: { type: 'crate', key: ['Big'] }, set: { name: 'Small' } }],
    });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1029', address: 'crate/Big' }]);
  });

  it('of new objects are those of their address', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k2', name: 'Small' }] },
      actions: [{ kind: 'ensure', target: { type: 'crate', key: ['Big'] }, set: { name: 'Small' } }],
    });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1029', address: 'crate/Big' }]);
  });

  it('may be written another way in a document that means the same', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k1', name: 'Big', size: 3 }] },
      actions: [{ kind: 'ensure', target: { type: 'crate', key: ['Big'] }, document: { name: 'BIG', size: 4 } }],
    });
    expect(plan.diagnostics).toEqual([]);
    expect(linesOf(plan)).toEqual(['update crate/BIG name: "Big" → "BIG"; size: 3 → 4']);
  });

  it('do not become the same for several matches of an iterator', () => {
    const { plan } = planOf({
      live: {
        crate: [
          { id: 'k1', name: 'A' },
          { id: 'k2', name: 'B' },
        ],
      },
      actions: [{ kind: 'forEach', type: 'crate', as: 'crate', set: { name: 'Same' } }],
    });
    expect(plan.diagnostics.map(({ code }) => code)).toContain('SB1029');
  });

  it('with more parts than the type has are no address of anything', () => {
    const { plan } = planOf({
      actions: [{ kind: 'ensure', target: { type: 'colour', key: ['Red', 'Dark'] } }],
    });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1026' }]);
  });

  it('of a managed object that somebody renamed can be given back', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k1', name: 'Renamed' }] },
      actions: [{ kind: 'rename', target: { type: 'crate', key: ['Renamed'] }, to: 'Big' }],
      extra: { baseline: baselineOf('crate/Big', 'crate', 'k1') },
    });
    expect(plan.diagnostics).toEqual([]);
    expect(linesOf(plan)).toEqual(['rename crate/Renamed → crate/Big name: "Renamed" → "Big"']);
  });

  it('shared with a twin made by hand still mean the object that is bound', () => {
    const { plan } = planOf({
      live: {
        lamp: [
          { id: 'l1', name: 'Desk', watt: 3 },
          { id: 'l2', name: 'Desk', watt: 3 },
        ],
      },
      actions: [{ kind: 'ensure', target: { type: 'lamp', key: ['Desk'] }, set: { watt: 5 } }],
      extra: { baseline: baselineOf('lamp/Desk', 'lamp', 'l1') },
    });
    expect(plan.diagnostics).toEqual([]);
    expect(plan.steps).toMatchObject([{ kind: 'update', handle: 'l1' }]);
  });
});

describe('a part that can not be seen', () => {
  const live = { crate: [{ id: 'k1', name: 'Big' }] };

  it('is not taken for one to be made', () => {
    const { plan } = planOf({
      live,
      incomplete: ['crate_labels'],
      actions: [{ kind: 'ensure', target: { type: 'crate_labels', key: ['Big'] }, set: { colours: [] } }],
    });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1007', address: 'crate_labels/Big' }]);
    expect(plan.steps).toEqual([]);
  });

  it('is not taken for one that is gone', () => {
    const { plan } = planOf({
      live,
      incomplete: ['crate_labels'],
      actions: [{ kind: 'delete', target: { type: 'crate_labels', key: ['Big'] } }],
    });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1007' }]);
  });
});

it('an iterator says when it may not see all that could match', () => {
  const { plan } = planOf({
    live: { crate: [{ id: 'k1', name: 'Big', size: 3 }] },
    incomplete: ['crate'],
    actions: [{ kind: 'forEach', type: 'crate', as: 'crate', set: { size: 5 } }],
  });
  expect(plan.diagnostics).toMatchObject([
    {
      code: 'SB1007',
      severity: 'warning',
      detail: expect.stringContaining('the client sees one division only') as string,
    },
  ]);
  expect(linesOf(plan)).toEqual(['update crate/Big size: 3 → 5']);
});
