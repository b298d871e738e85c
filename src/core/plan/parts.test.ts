import { describe, expect, it } from 'vitest';
import { linesOf, planOf, type BareAction, type TestCase } from './testing/test-world.ts';

const box = { id: 'k1', name: 'Box' };
const parts: TestCase['parts'] = {
  lock: { k1: [{ id: 'k1/l1', crate: { id: 'k1' }, code: 7 }] },
  tag: {
    k1: [
      { id: 'k1/t1', crate: { id: 'k1' }, kind: 'warning', text: 'fragile', tone: 'red' },
      { id: 'k1/t2', crate: { id: 'k1' }, kind: 'hint', text: 'fragile', tone: 'blue' },
    ],
  },
};

interface Case {
  readonly name: string;
  readonly action: BareAction;
  readonly lines: readonly string[];
}

const lock = (...key: readonly string[]) => ({ type: 'lock', key });
const tag = (...key: readonly string[]) => ({ type: 'tag', key });

const there: readonly Case[] = [
  {
    name: 'changes the only child of its parent, which has no key part of its own',
    action: { kind: 'ensure', target: lock('Box'), set: { code: 8 } },
    lines: ['update lock/Box code: 7 → 8'],
  },
  {
    name: 'deletes the only child of its parent',
    action: { kind: 'delete', target: lock('Box') },
    lines: ['delete lock/Box'],
  },
  {
    name: 'tells children apart by all key parts of their own',
    action: { kind: 'ensure', target: tag('Box', 'hint', 'fragile'), set: { tone: 'grey' } },
    lines: ['update tag/Box/hint/fragile tone: "blue" → "grey"'],
  },
  {
    name: 'makes a child with several key parts of its own',
    action: { kind: 'ensure', target: tag('Box', 'hint', 'heavy'), set: { tone: 'grey' } },
    lines: ['create tag/Box/hint/heavy'],
  },
];

describe('keys of children', () => {
  it.each(there)('$name', ({ action, lines }) => {
    const { plan } = planOf({ live: { crate: [box] }, parts, actions: [action] });
    expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(linesOf(plan)).toEqual(lines);
  });

  it('makes the only child of a parent that has none', () => {
    const { plan } = planOf({
      live: { crate: [box] },
      actions: [{ kind: 'ensure', target: lock('Box'), set: { code: 1 } }],
    });
    expect(linesOf(plan)).toEqual(['create lock/Box']);
    expect(plan.steps).toMatchObject([{ kind: 'create', after: { code: 1, crate: { $handle: 'k1' } } }]);
  });

  it('fills every key part in', () => {
    const { plan } = planOf({
      live: { crate: [box] },
      actions: [{ kind: 'ensure', target: tag('Box', 'hint', 'heavy') }],
    });
    expect(plan.steps).toMatchObject([{ after: { kind: 'hint', text: 'heavy', crate: { $handle: 'k1' } } }]);
  });
});

describe('keys that name another object', () => {
  const sign = { kind: 'ensure', target: { type: 'sign', key: ['Cellar', 'Wine', 'left'] } } as const;

  it('refer to it in what is made, whatever parts its own key has', () => {
    const { plan } = planOf({ live: { shelf: [{ id: 's1', room: 'Cellar', name: 'Wine' }] }, actions: [sign] });
    expect(plan.diagnostics).toEqual([]);
    expect(plan.steps).toMatchObject([
      { kind: 'create', after: { shelf: { $handle: 's1', $type: 'shelf' }, side: 'left' } },
    ]);
  });

  it('refer to what the same changeset makes, which comes first', () => {
    const shelf = { kind: 'ensure', target: { type: 'shelf', key: ['Cellar', 'Wine'] } } as const;
    const { plan } = planOf({ live: {}, actions: [shelf, sign] });
    expect(linesOf(plan)).toEqual(['create shelf/Cellar/Wine', 'create sign/Cellar/Wine/left']);
    expect(plan.steps[1]).toMatchObject({ dependsOn: [plan.steps[0]?.id] });
  });

  it('are reported when nothing has the name', () => {
    const { plan } = planOf({ live: {}, actions: [sign] });
    expect(plan.diagnostics.map(({ code }) => code)).toContain('SB1002');
  });
});
