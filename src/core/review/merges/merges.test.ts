import { describe, expect, it } from 'vitest';
import type { Baseline, BaselineField } from '../../baseline/baseline.ts';
import { planOf, type BareAction, type TestCase } from '../../plan/testing/test-world.ts';
import type { Plan } from '../../plan/plan.ts';
import { proposeChanges } from '../propose-changes.ts';
import { ensure, remove } from '../testing/reach-world.ts';

const field = (path: string, value: BaselineField['value']): BaselineField => ({ path: path.split('.'), value });

function baselineOf(type: string, name: string, id: string, fields: readonly BaselineField[]): Baseline {
  const address = `${type}/${name}`;
  return { environment: 'uat', entries: { [address]: { address, type, id, fields, runId: 'run_1' } } };
}

/** The plan of an action on a crate that run_1 deployed with these fields. */
function planFor(given: {
  readonly deployed: readonly BaselineField[];
  readonly live: NonNullable<TestCase['inputs']>;
  readonly actions: readonly BareAction[];
}): Plan {
  const { plan } = planOf(
    {
      live: { crate: [{ id: 'c1', name: 'Box', ...given.live }], colour: [{ id: 'k1', name: 'Red' }] },
      actions: given.actions,
      extra: { baseline: baselineOf('crate', 'Box', 'c1', given.deployed) },
    },
    proposeChanges,
  );
  return plan;
}

const warnings = (plan: Plan): readonly string[] =>
  plan.diagnostics.filter(({ code }) => code === 'SB1060').map(({ detail }) => detail);

interface Row {
  readonly name: string;
  readonly given: Parameters<typeof planFor>[0];
  readonly texts: readonly string[];
  readonly outcomes: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'nothing moved',
    given: { deployed: [field('size', 3)], live: { size: 3 }, actions: [ensure('crate', 'Box', { size: 4 })] },
    outcomes: [],
    texts: [],
  },
  {
    name: 'the changeset says what it said before, and somebody changed it',
    given: { deployed: [field('size', 3)], live: { size: 7 }, actions: [ensure('crate', 'Box', { size: 3 })] },
    outcomes: ['overwritten'],
    texts: ['size was 3 after run_1 and is 7 now; the plan sets it back to 3.'],
  },
  {
    name: 'both changed it',
    given: { deployed: [field('size', 3)], live: { size: 7 }, actions: [ensure('crate', 'Box', { size: 4 })] },
    outcomes: ['conflict'],
    texts: ['size was 3 after run_1 and is 7 now; the changeset wants another value, and the plan writes 4.'],
  },
  {
    name: 'both changed it to the same',
    given: { deployed: [field('size', 3)], live: { size: 4 }, actions: [ensure('crate', 'Box', { size: 4 })] },
    outcomes: ['agreed'],
    texts: ['size was 3 after run_1 and is 4 now, which is what the changeset wants.'],
  },
  {
    name: 'the plan leaves it alone',
    given: {
      deployed: [field('size', 3), field('note', 'ours')],
      live: { size: 3, note: 'theirs' },
      actions: [ensure('crate', 'Box', { size: 4 })],
    },
    outcomes: ['kept'],
    texts: ['note was "ours" after run_1 and is "theirs" now; the plan keeps that.'],
  },
  {
    name: 'fields beside each other inside one object are told apart',
    given: {
      deployed: [field('settings.timeoutMs', 5), field('settings.tone', 1)],
      live: { settings: { timeoutMs: 6, tone: 2 } },
      actions: [ensure('crate', 'Box', { settings: { timeoutMs: 5 } })],
    },
    outcomes: ['overwritten', 'kept'],
    texts: [
      'settings.timeoutMs was 5 after run_1 and is 6 now; the plan sets it back to 5.',
      'settings.tone was 1 after run_1 and is 2 now; the plan keeps that.',
    ],
  },
  {
    name: 'a value that is gone',
    given: { deployed: [field('note', 'ours')], live: {}, actions: [ensure('crate', 'Box', { note: 'ours' })] },
    outcomes: ['overwritten'],
    texts: ['note was "ours" after run_1 and is nothing now; the plan sets it back to "ours".'],
  },
  {
    name: 'a default counts as the value',
    given: { deployed: [field('size', 10)], live: {}, actions: [ensure('crate', 'Box', { note: 'x' })] },
    outcomes: [],
    texts: [],
  },
  {
    name: 'references are named',
    given: {
      deployed: [field('mate', { $handle: 'c9', $type: 'crate' })],
      live: { mate: { id: 'c1' } },
      actions: [ensure('crate', 'Box', { size: 4 })],
    },
    outcomes: ['kept'],
    texts: ['mate was crate/~c9 after run_1 and is crate/Box now; the plan keeps that.'],
  },
  {
    name: 'a deletion of what somebody changed',
    given: { deployed: [field('size', 3)], live: { size: 7 }, actions: [remove('crate', 'Box')] },
    outcomes: ['overwritten'],
    texts: ['size was 3 after run_1 and is 7 now; the plan deletes the object.'],
  },
];

describe('edits by hand since the last deployment', () => {
  it.each(rows)('$name', ({ given, outcomes, texts }) => {
    const merges = planFor(given).review?.merges ?? [];
    expect(merges.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(merges.map(({ text }) => text)).toEqual(texts);
  });

  it('are warned of where the plan writes over them, and only there', () => {
    const kept = rows.filter(({ outcomes }) => outcomes.every((outcome) => outcome === 'kept' || outcome === 'agreed'));
    expect(kept.flatMap(({ given }) => warnings(planFor(given)))).toEqual([]);
    const lost = { deployed: [field('size', 3)], live: { size: 7 }, actions: [ensure('crate', 'Box', { size: 4 })] };
    expect(warnings(planFor(lost))).toHaveLength(1);
  });

  it('name the step that writes', () => {
    const lost = { deployed: [field('size', 3)], live: { size: 7 }, actions: [ensure('crate', 'Box', { size: 4 })] };
    expect(planFor(lost).review?.merges).toMatchObject([
      { address: 'crate/Box', baseline: 3, live: 7, wanted: 4, runId: 'run_1', stepId: 's1' },
    ]);
  });

  it('leave the decision alone where the plan keeps them', () => {
    const digestWith = (note: string): string =>
      planFor({
        deployed: [field('size', 3), field('note', 'ours')],
        live: { size: 3, note },
        actions: [ensure('crate', 'Box', { size: 4 })],
      }).decisionDigest;
    expect(digestWith('theirs')).toBe(digestWith('ours'));
  });
});
