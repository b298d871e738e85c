import { describe, expect, it } from 'vitest';
import type { Action } from '../changeset/action.ts';
import { linesOf, planOf, type TestCase } from './testing/test-world.ts';

const live = { crate: [{ id: 'c1', name: 'A', size: 3 }], colour: [] };
const target = { type: 'crate', key: ['A'] };

const cases: readonly (TestCase & {
  readonly name: string;
  readonly lines: readonly string[];
  readonly skipped: readonly string[];
})[] = [
  {
    name: 'runs an action whose condition holds',
    actions: [{ kind: 'update', target, set: { note: 'x' }, when: 'env.name == "uat"' }],
    lines: ['update crate/A note: - → "x"'],
    skipped: [],
  },
  {
    name: 'skips one whose condition is false, and says which and why',
    actions: [{ kind: 'update', target, set: { note: 'x' }, when: 'env.name ==\n  "prod"' }],
    lines: [],
    skipped: ['update crate/A: its condition `env.name == "prod"` is false.'],
  },
  {
    name: 'skips one for other environments',
    actions: [{ kind: 'delete', target, environments: ['dev', 'prod'] }],
    lines: [],
    skipped: ['delete crate/A: it is for dev, prod.'],
  },
  {
    name: 'lets a condition see what earlier actions leave',
    actions: [
      { kind: 'delete', target },
      { kind: 'create', target: { type: 'colour', key: ['red'] }, when: 'size(resources("crate")) == 0' },
    ],
    lines: ['delete crate/A', 'create colour/red'],
    skipped: [],
  },
  {
    name: 'counts how often an action inside an iterator was skipped',
    actions: [
      {
        kind: 'forEachValue',
        in: [1, 2, 3],
        as: 'n',
        do: [
          {
            kind: 'ensure',
            target: { type: 'colour', key: ['n${n}'] },
            when: 'n == 2',
            source: { file: 'test.yaml', line: 5 },
          } satisfies Action,
        ],
      },
    ],
    lines: ['create colour/n2'],
    skipped: ['ensure colour/n${n}: its condition `n == 2` is false (2 times).'],
  },
];

describe('a condition', () => {
  it.each(cases)('$name', ({ lines, skipped, ...given }) => {
    const { plan } = planOf({ live, ...given });
    expect(linesOf(plan).toSorted()).toEqual([...lines].toSorted());
    const notes = plan.diagnostics.filter(({ code }) => code === 'SB1035');
    expect(notes.map(({ detail }) => detail)).toEqual(skipped);
    expect(notes.every(({ severity }) => severity === 'info')).toBe(true);
  });

  it('says nothing of what stands in for another environment while its own document applies', () => {
    const { plan } = planOf({
      live,
      actions: [
        { kind: 'ensure', target, document: { note: 'x' }, environments: ['dev'], source: { file: 'a', line: 1 } },
        { kind: 'ensure', target, document: { note: 'y' }, environments: ['uat'], source: { file: 'a', line: 1 } },
      ],
    });
    expect(plan.diagnostics).toEqual([]);
    expect(linesOf(plan)).toEqual(['update crate/A note: - → "y"']);
  });
});

describe('create and update', () => {
  it('refuse what is there already, and what is not there', () => {
    const { plan } = planOf({
      live,
      actions: [
        { kind: 'create', target },
        { kind: 'update', target: { type: 'crate', key: ['B'] }, set: { note: 'x' } },
      ],
    });
    expect(plan.diagnostics).toMatchObject([
      { code: 'SB1036', detail: 'crate/A is there already, as c1.', severity: 'error' },
      { code: 'SB1037', detail: 'crate/B does not exist in uat.', severity: 'error' },
    ]);
  });

  it('see what earlier actions did', () => {
    const { plan } = planOf({
      live,
      actions: [
        { kind: 'rename', target, to: 'B' },
        { kind: 'create', target },
        { kind: 'update', target: { type: 'crate', key: ['B'] }, set: { note: 'x' } },
      ],
    });
    expect(plan.diagnostics).toEqual([]);
    expect(linesOf(plan)).toEqual(['rename crate/A → crate/B name: "A" → "B"; note: - → "x"', 'create crate/A']);
  });

  it('do not mistake what this very artifact made before for somebody else’s', () => {
    const { plan } = planOf({
      live,
      actions: [{ kind: 'create', target, set: { size: 3 } }],
      extra: { deployedBefore: { runId: 'run_1' } },
    });
    expect(plan.diagnostics).toEqual([]);
    expect(linesOf(plan)).toEqual(['noop crate/A']);
  });
});
