import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../resource/index.ts';
import { linesOf, planOf, testCatalogue } from '../testing/test-world.ts';

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

describe('a division of somebody else', () => {
  const lamp = testCatalogue.find('lamp');
  const catalogue: Catalogue = {
    ...testCatalogue,
    find: (type) =>
      type === 'lamp' && lamp !== undefined
        ? {
            ...lamp,
            fields: [...lamp.fields, 'division'],
            references: [{ path: 'division', wire: 'object', type: 'colour' }],
          }
        : testCatalogue.find(type),
  };
  const live = {
    colour: [
      { id: 'd1', name: 'Home' },
      { id: 'd2', name: 'HR' },
    ],
    lamp: [
      { id: 'l1', name: 'Mine', division: { id: 'd1' } },
      { id: 'l2', name: 'Theirs', division: { id: 'd2' } },
    ],
  };
  const environment = { ownership: [{ division: 'HR', owner: 'hr' }] } as const;

  it.each([
    { name: 'changed in', key: 'Theirs', set: { watt: 3 } },
    { name: 'taken out of', key: 'Theirs', set: { division: { $ref: 'colour/Home' } } },
    { name: 'moved into', key: 'Mine', set: { division: { $ref: 'colour/HR' } } },
    { name: 'made in', key: 'New', set: { division: { $ref: 'colour/HR' } } },
  ])('is not $name', ({ key, set }) => {
    const actions = [{ kind: 'ensure', target: { type: 'lamp', key: [key] }, set }] as const;
    const { plan } = planOf({ live, environment, actions, extra: { catalogue } });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1006', address: `lamp/${key}` }]);
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
