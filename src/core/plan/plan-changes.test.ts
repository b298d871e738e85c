import { describe, expect, it } from 'vitest';
import { linesOf, planOf } from './testing/test-world.ts';

const red = { id: 'c1', name: 'Red' };
const blue = { id: 'c2', name: 'Blue' };

describe('ensure', () => {
  it('creates what is missing and links references to what is there', () => {
    const { plan, read } = planOf({
      live: { colour: [red] },
      actions: [
        {
          kind: 'ensure',
          target: { type: 'crate', key: ['Big: #1'] },
          set: { size: 3, colours: [{ $ref: 'colour/red' }] },
        },
      ],
    });
    expect(plan.diagnostics).toEqual([]);
    expect(linesOf(plan)).toEqual(['create crate/Big: #1']);
    expect(plan.steps[0]).toMatchObject({
      handle: 'new#1',
      after: { size: 3, colours: [{ $handle: 'c1', $ref: 'colour/Red' }] },
    });
    expect(read).toEqual(['type crate', 'type colour']);
  });

  it('refuses a text with the id of an object that is only about to be made', () => {
    const { plan } = planOf({
      live: { colour: [red] },
      actions: [
        { kind: 'ensure', target: { type: 'colour', key: ['Blue'] } },
        { kind: 'ensure', target: { type: 'crate', key: ['Known'] }, set: { note: '${ref("colour", "Red").id}' } },
        {
          kind: 'ensure',
          target: { type: 'crate', key: ['Unknown'] },
          set: { note: 'see ${ref("colour", "Blue").id}' },
        },
      ],
    });
    expect(plan.diagnostics).toMatchObject([
      {
        code: 'SB1028',
        address: 'crate/Unknown',
        detail:
          'crate/Unknown note: see ${ref("colour", "Blue").id} gives the id of colour/Blue, which this changeset makes.',
      },
    ]);
  });

  it('changes only declared fields that differ, defaults and list order left out of it', () => {
    const { plan } = planOf({
      live: {
        colour: [red, blue],
        crate: [{ id: 'k1', name: 'Big', note: 'hand-made', colours: [{ id: 'c2' }, { id: 'c1' }] }],
      },
      actions: [
        {
          kind: 'ensure',
          target: { type: 'crate', key: ['Big'] },
          set: { size: 10, settings: { timeoutMs: 2000 }, colours: [{ $ref: 'colour/Red' }, { $ref: 'colour/Blue' }] },
        },
      ],
    });
    expect(linesOf(plan)).toEqual(['update crate/Big settings.timeoutMs: 1000 → 2000']);
  });

  it('finds nothing to do when run again on the result', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k1', name: 'Big', size: 3 }] },
      actions: [{ kind: 'ensure', target: { type: 'crate', key: ['BIG'] }, set: { size: 3 } }],
    });
    expect(plan.steps.map((step) => step.kind)).toEqual(['noop']);
    expect(plan.requests).toBe(0);
  });

  it('adds to and takes from a list without owning the rest of it', () => {
    const { plan } = planOf({
      live: {
        colour: [red, blue, { id: 'c3', name: 'Green' }],
        crate: [{ id: 'k1', name: 'Big', colours: [{ id: 'c1' }, { id: 'c3' }] }],
      },
      actions: [
        {
          kind: 'ensure',
          target: { type: 'crate', key: ['Big'] },
          set: { colours: { $include: [{ $ref: 'colour/Blue' }], $exclude: [{ $ref: 'colour/Red' }] } },
        },
      ],
    });
    const [step] = plan.steps;
    expect(step?.kind === 'update' && step.changes[0]?.after).toMatchObject([{ $handle: 'c3' }, { $handle: 'c2' }]);
  });

  it('names the nearest field for one it does not know', () => {
    const { plan } = planOf({
      live: { crate: [] },
      actions: [{ kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { sizze: 1 } }],
    });
    expect(plan.diagnostics[0]).toMatchObject({ code: 'SB1020', source: { line: 1 } });
    expect(plan.diagnostics[0]?.detail).toContain('Did you mean "size"?');
  });

  it('sets a facet of an object that the same plan creates, after it', () => {
    const { plan } = planOf({
      live: { colour: [red] },
      actions: [
        { kind: 'ensure', target: { type: 'crate', key: ['A'] } },
        { kind: 'ensure', target: { type: 'crate_labels', key: ['A'] }, set: { colours: [{ $ref: 'colour/Red' }] } },
      ],
    });
    expect(linesOf(plan)).toEqual(['create crate/A', 'update crate_labels/A colours: - → ["colour/Red"]']);
    expect(plan.steps[1]).toMatchObject({ handle: 'new#1', dependsOn: ['s1'] });
  });
});

describe('what is given on creation and never shown', () => {
  const set = { watt: 5, serial: 'S-1' };
  const actions = [{ kind: 'ensure', target: { type: 'lamp', key: ['Desk'] }, set }] as const;

  it('belongs to the new object', () => {
    expect(planOf({ live: {}, actions }).plan.steps[0]).toMatchObject({
      kind: 'create',
      after: { name: 'Desk', ...set },
    });
  });

  it('is taken as it is once the object exists', () => {
    const { plan } = planOf({ live: { lamp: [{ id: 'l1', name: 'Desk', watt: 4 }] }, actions });
    expect(plan.diagnostics).toEqual([]);
    expect(linesOf(plan)).toEqual(['update lamp/Desk watt: 4 → 5']);
  });
});

describe('identity', () => {
  it('refuses a key that two live objects share until a pin says which', () => {
    const live = {
      lamp: [
        { id: 'l1', name: 'Desk' },
        { id: 'l2', name: 'Desk' },
      ],
    };
    const actions = [{ kind: 'ensure', target: { type: 'lamp', key: ['Desk'] }, set: { watt: 5 } }] as const;
    expect(planOf({ live, actions }).plan.diagnostics[0]).toMatchObject({ code: 'SB1003' });
    const pinned = planOf({
      live,
      actions,
      environment: { pins: [{ address: 'lamp/Desk', id: 'l2', reason: 'the new one' }] },
    });
    expect(pinned.plan.steps[0]).toMatchObject({ kind: 'update', handle: 'l2', address: 'lamp/Desk' });
  });

  it('refuses to make a twin of a managed object that somebody renamed', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k1', name: 'Huge' }] },
      actions: [{ kind: 'ensure', target: { type: 'crate', key: ['Big'] } }],
      extra: {
        baseline: {
          environment: 'uat',
          entries: { 'crate/Big': { address: 'crate/Big', type: 'crate', id: 'k1', fields: [], runId: 'run_1' } },
        },
      },
    });
    expect(plan.diagnostics[0]).toMatchObject({ code: 'SB1004', detail: expect.stringContaining('crate/Huge') });
    expect(plan.steps).toEqual([]);
  });

  it('takes an unseen object for unseen, not for absent', () => {
    const actions = [
      { kind: 'ensure', target: { type: 'crate', key: ['Big'] } },
      { kind: 'delete', target: { type: 'crate', key: ['Old'] } },
    ] as const;
    const { plan } = planOf({ live: {}, incomplete: ['crate'], actions });
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(['SB1007', 'SB1007']);
  });

  it('resolves references through the mappings of the environment', () => {
    const { plan } = planOf({
      live: { colour: [{ id: 'c9', name: 'Red@uat' }] },
      actions: [
        { kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { colours: [{ $ref: 'colour/Red@dev' }] } },
      ],
      environment: { mappings: [{ from: 'colour/*@dev', to: 'colour/*@uat' }] },
    });
    expect(plan.steps[0]).toMatchObject({ after: { colours: [{ $handle: 'c9' }] } });
  });
});

describe('several actions', () => {
  it('lets later actions see what earlier ones leave: rename, then ensure the old name, means two objects', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k1', name: 'A', size: 1 }] },
      actions: [
        { kind: 'rename', target: { type: 'crate', key: ['A'] }, to: 'B' },
        { kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { size: 2 } },
      ],
    });
    expect(linesOf(plan)).toEqual(['rename crate/A → crate/B name: "A" → "B"', 'create crate/A']);
    expect(plan.steps[1]?.dependsOn).toEqual(['s1']);
  });

  it('folds all actions on one object to one net change', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k1', name: 'A', size: 1 }] },
      actions: [
        { kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { size: 5 } },
        { kind: 'rename', target: { type: 'crate', key: ['A'] }, to: 'B' },
        { kind: 'ensure', target: { type: 'crate', key: ['B'] }, set: { size: 7 } },
      ],
    });
    expect(linesOf(plan)).toEqual(['rename crate/A → crate/B name: "A" → "B"; size: 1 → 7']);
    expect(plan.steps[0]?.actions).toEqual([0, 1, 2]);
  });

  it('refuses to swap names', () => {
    const { plan } = planOf({
      live: {
        crate: [
          { id: 'k1', name: 'A' },
          { id: 'k2', name: 'B' },
        ],
      },
      actions: [{ kind: 'rename', target: { type: 'crate', key: ['A'] }, to: 'B' }],
    });
    expect(plan.diagnostics[0]).toMatchObject({ code: 'SB1012' });
  });

  it('lets a delete free a key before it is taken again', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k1', name: 'A' }] },
      actions: [
        { kind: 'delete', target: { type: 'crate', key: ['A'] } },
        { kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { size: 2 } },
      ],
    });
    expect(linesOf(plan)).toEqual(['delete crate/A', 'create crate/A']);
    expect(plan.steps[0]?.phase).toBe('free-key');
  });
});

describe('who may write', () => {
  const live = { crate: [{ id: 'k1', name: 'A', size: 1 }] };
  const actions = [{ kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { size: 2 } }] as const;

  it('refuses types that are only observed, and leaves seeded objects alone', () => {
    expect(planOf({ live, actions, environment: { modes: { crate: 'observe' } } }).plan.diagnostics[0]).toMatchObject({
      code: 'SB1005',
    });
    expect(
      planOf({ live, actions, environment: { modes: { crate: 'seed' } } }).plan.steps.map(({ kind }) => kind),
    ).toEqual(['noop']);
  });

  it('refuses a field of another owner and leaves the other fields free', () => {
    const environment = { ownership: [{ type: 'crate', field: 'size', owner: 'business' as const }] };
    expect(planOf({ live, actions, environment }).plan.diagnostics[0]).toMatchObject({
      code: 'SB1006',
      detail: expect.stringContaining('business'),
    });
    const other = planOf({
      live,
      environment,
      actions: [{ kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { note: 'n' } }],
    });
    expect(other.plan.diagnostics).toEqual([]);
  });
});

describe('decision digest', () => {
  const actions = [{ kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { size: 2 } }] as const;
  const digestOf = (body: object): string =>
    planOf({ live: { crate: [{ id: 'k1', name: 'A', size: 1, ...body }] }, actions }).plan.decisionDigest;

  it('stays the same for edits to fields that nobody decided on', () => {
    expect(digestOf({ note: 'edited meanwhile', version: 7 })).toBe(digestOf({ note: 'before', version: 6 }));
  });

  it('changes when a value that was decided on changed', () => {
    expect(digestOf({ size: 5 })).not.toBe(digestOf({ size: 1 }));
  });

  it('does not depend on the order in which the platform lists', () => {
    const live = [
      { id: 'k1', name: 'A' },
      { id: 'k2', name: 'B' },
    ];
    const each = [{ kind: 'forEach', type: 'crate', as: 'c', set: { note: 'x' } }] as const;
    expect(planOf({ live: { crate: live }, actions: each }).plan).toEqual(
      planOf({ live: { crate: live.toReversed() }, actions: each }).plan,
    );
  });
});
