import { describe, expect, it } from 'vitest';
import { digestText } from '../json/canonical-json.ts';
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

describe('iterators', () => {
  const live = {
    crate: ['A', 'B', 'C'].map((name, index) => ({
      id: `k${index}`,
      name,
      size: index,
      settings: { timeoutMs: 1000 * (index + 1) },
    })),
  };
  const double = { settings: { timeoutMs: '${min(crate.settings.timeoutMs * inputs.factor, env.values.limit)}' } };

  it('changes every match by a value computed from it, fixed and shown, and calls the changeset relative', () => {
    const { plan } = planOf({
      live,
      inputs: { factor: 2 },
      actions: [{ kind: 'forEach', type: 'crate', as: 'crate', where: 'crate.size < 2', set: double }],
    });
    expect(linesOf(plan)).toEqual([
      'update crate/A settings.timeoutMs: 1000 → 2000',
      'update crate/B settings.timeoutMs: 2000 → 3000',
    ]);
    expect(plan.relative).toBe(true);
    expect(plan.matches[0]?.matched.map(({ address }) => address)).toEqual(['crate/A', 'crate/B']);
    expect(plan.values.map(({ value }) => value)).toEqual([2000, 3000]);
  });

  it('refuses a number of matches that was not expected, zero included', () => {
    const none = planOf({
      live,
      actions: [{ kind: 'forEach', type: 'crate', as: 'c', where: 'c.size > 9', set: { size: 1 } }],
    });
    expect(none.plan.diagnostics[0]).toMatchObject({ code: 'SB1008' });
    const many = planOf({
      live,
      actions: [{ kind: 'forEach', type: 'crate', as: 'c', expect: { max: 2 }, set: { size: 1 } }],
    });
    expect(many.plan.diagnostics[0]?.detail).toContain('3 objects');
    const allowed = planOf({
      live,
      actions: [{ kind: 'forEach', type: 'crate', as: 'c', where: 'false', expect: { min: 0 }, set: { size: 1 } }],
    });
    expect(allowed.plan.diagnostics).toEqual([]);
  });

  it('sees labels that the environment gives by name', () => {
    const { plan } = planOf({
      live,
      environment: { labels: [{ type: 'crate', name: 'B*', labels: { tier: 'vip' } }] },
      actions: [
        {
          kind: 'forEach',
          type: 'crate',
          as: 'c',
          where: 'c.labels.tier == "vip"',
          set: { note: 'important' },
        },
      ],
    });
    expect(linesOf(plan)).toEqual(['update crate/B note: - → "important"']);
  });

  it('does not run a relative changeset a second time', () => {
    const { plan } = planOf({
      live,
      inputs: { factor: 2 },
      actions: [{ kind: 'forEach', type: 'crate', as: 'crate', set: double }],
      extra: { deployedBefore: { runId: 'run_1' } },
    });
    expect(plan.steps).toEqual([]);
    expect(plan.diagnostics[0]).toMatchObject({ code: 'SB1019', severity: 'info' });
  });

  it('shows where a broken expression breaks', () => {
    const { plan } = planOf({
      live,
      actions: [{ kind: 'forEach', type: 'crate', as: 'c', where: 'c.size ==', set: { size: 1 } }],
    });
    expect(plan.diagnostics[0]).toMatchObject({ code: 'SB2501', severity: 'error', source: { file: 'test.yaml' } });
  });
});

describe('circles', () => {
  it('creates first and links later when two new objects name each other', () => {
    const { plan } = planOf({
      actions: [
        { kind: 'ensure', target: { type: 'crate', key: ['A'] } },
        { kind: 'ensure', target: { type: 'crate', key: ['B'] }, set: { mate: { $ref: 'crate/A' } } },
        { kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { mate: { $ref: 'crate/B' } } },
      ],
    });
    expect(linesOf(plan)).toEqual(['create crate/A', 'create crate/B', 'update crate/A mate: - → "crate/B"']);
    expect(plan.steps[2]?.dependsOn).toEqual(['s1', 's2']);
  });

  it('publishes content between the creation of what it names and the link back', () => {
    const text = JSON.stringify({ name: 'Hold', crates: ['A'] });
    const { plan } = planOf({
      contents: [text],
      actions: [
        { kind: 'ensure', target: { type: 'crate', key: ['A'] } },
        { kind: 'ensure', target: { type: 'tune', key: ['Hold'] }, set: { content: { $content: digestText(text) } } },
        { kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { tune: { $ref: 'tune/Hold' } } },
      ],
    });
    expect(linesOf(plan)).toEqual(['create crate/A', 'create tune/Hold', 'update crate/A tune: - → "tune/Hold"']);
    expect(Object.values(plan.contents)).toEqual([text]);
  });

  it('unlinks before it deletes two objects that name each other', () => {
    const { plan } = planOf({
      live: {
        crate: [
          { id: 'k1', name: 'A', mate: { id: 'k2' } },
          { id: 'k2', name: 'B', mate: { id: 'k1' } },
        ],
      },
      actions: [
        { kind: 'delete', target: { type: 'crate', key: ['A'] } },
        { kind: 'delete', target: { type: 'crate', key: ['B'] } },
      ],
    });
    expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(linesOf(plan)).toEqual(['update crate/A mate: "crate/B" → null', 'delete crate/B', 'delete crate/A']);
  });
});

describe('deletes', () => {
  it('refuses what something still refers to, and allows it once the reference goes', () => {
    const live = { colour: [red], crate: [{ id: 'k1', name: 'A', colours: [{ id: 'c1' }] }] };
    const refused = planOf({ live, actions: [{ kind: 'delete', target: { type: 'colour', key: ['Red'] } }] });
    expect(refused.plan.diagnostics[0]).toMatchObject({ code: 'SB1011', detail: expect.stringContaining('crate/A') });
    const allowed = planOf({
      live,
      actions: [
        { kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { colours: [] } },
        { kind: 'delete', target: { type: 'colour', key: ['Red'] } },
      ],
    });
    expect(linesOf(allowed.plan)).toEqual(['update crate/A colours: ["colour/Red"] → []', 'delete colour/Red']);
    expect(allowed.plan.diagnostics).toMatchObject([{ code: 'SB1022', severity: 'info' }]);
  });

  it('believes the dependency tracking of the platform', () => {
    const { plan } = planOf({
      live: { colour: [red] },
      consumers: { c1: [{ type: 'tune', id: 't1', name: 'Hold' }] },
      actions: [{ kind: 'delete', target: { type: 'colour', key: ['Red'] } }],
    });
    expect(plan.diagnostics[0]).toMatchObject({ code: 'SB1011', detail: expect.stringContaining('tune/Hold') });
  });

  it('is nothing to do when the object is gone already, and counts against the cap otherwise', () => {
    expect(planOf({ actions: [{ kind: 'delete', target: { type: 'colour', key: ['Red'] } }] }).plan).toMatchObject({
      steps: [],
      diagnostics: [],
    });
    const capped = planOf({
      live: { colour: [red] },
      environment: { limits: { maxObjects: 9, maxDeletes: 0 } },
      actions: [{ kind: 'delete', target: { type: 'colour', key: ['Red'] } }],
    });
    expect(capped.plan.diagnostics.map(({ code }) => code)).toContain('SB1010');
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

describe('content', () => {
  const text = '{"name":"{{name}}","crates":[]}';
  const rendered = '{"name":"Hold","crates":[]}';
  const set = { content: { $content: digestText(text), substitutions: { name: 'Hold' } } };
  const actions = [{ kind: 'ensure', target: { type: 'tune', key: ['Hold'] }, set }] as const;
  const live = { tune: [{ id: 't1', name: 'Hold', published: '4' }] };

  it('asks for no export when the baseline knows the digest and the revision', () => {
    const entry = {
      address: 'tune/Hold',
      type: 'tune',
      id: 't1',
      fields: [],
      runId: 'r',
      content: { digest: digestText(rendered), revision: '4' },
    };
    const { plan, read } = planOf({
      live,
      actions,
      contents: [text],
      extra: { baseline: { environment: 'uat', entries: { 'tune/Hold': entry } } },
    });
    expect(plan.steps.map(({ kind }) => kind)).toEqual(['noop']);
    expect(read).toEqual(['type tune']);
  });

  it('compares the export by meaning otherwise', () => {
    const same = planOf({ live, actions, contents: [text], exported: { t1: '{ "crates": [], "name": "Hold" }' } });
    expect(same.plan.steps.map(({ kind }) => kind)).toEqual(['noop']);
    const other = planOf({ live, actions, contents: [text], exported: { t1: '{"name":"Hold","crates":["X"]}' } });
    expect(other.plan.steps[0]).toMatchObject({ kind: 'update', phase: 'publish' });
    expect(Object.keys(other.plan.contents)).toHaveLength(2);
  });

  it('refuses a text that lacks a substitution or calls itself something else', () => {
    const lacking = planOf({
      live,
      contents: [text],
      actions: [
        { kind: 'ensure', target: { type: 'tune', key: ['Hold'] }, set: { content: { $content: digestText(text) } } },
      ],
    });
    expect(lacking.plan.diagnostics[0]).toMatchObject({ code: 'SB1016', detail: expect.stringContaining('{{name}}') });
    const renamed = planOf({
      live,
      contents: [text],
      actions: [
        {
          kind: 'ensure',
          target: { type: 'tune', key: ['Hold'] },
          set: { content: { $content: digestText(text), substitutions: { name: 'Other' } } },
        },
      ],
    });
    expect(renamed.plan.diagnostics[0]).toMatchObject({ code: 'SB1017' });
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

describe('names behind references', () => {
  it('are read because an expression looks at them, and only then', () => {
    const live = {
      crate: [{ id: 'k1', name: 'A', tune: { id: 't1' } }],
      tune: [{ id: 't1', name: 'Hold' }],
    };
    const forEach = { kind: 'forEach', type: 'crate', as: 'c', set: { note: 'x' } } as const;
    const looking = planOf({ live, actions: [{ ...forEach, where: 'c.tune.name == "Hold"' }] });
    expect(looking.plan.matches[0]?.matched).toHaveLength(1);
    expect(looking.read).toEqual(['type tune', 'type crate']);
    expect(planOf({ live, actions: [forEach] }).read).toEqual(['type crate']);
    const nested = 'resources("crate").exists(o, o.tune.name == "Hold" && o.id == c.id)';
    expect(planOf({ live, actions: [{ ...forEach, where: nested }] }).plan.matches[0]?.matched).toHaveLength(1);
  });
});

describe('renames', () => {
  const live = { crate: [{ id: 'k1', name: 'A' }], tune: [{ id: 't1', name: 'Hold', published: '1' }] };
  const consumers = { k1: [{ type: 'tune', id: 't1', name: 'Hold' }] };
  const rename = { kind: 'rename', target: { type: 'crate', key: ['A'] }, to: 'B' } as const;

  it('tell which published contents go on naming the object by its old name', () => {
    const { plan } = planOf({ live, consumers, actions: [rename] });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1031', severity: 'warning' }]);
    expect(plan.diagnostics[0]?.detail).toContain('tune/Hold');
    expect(linesOf(plan)).toEqual(['rename crate/A → crate/B name: "A" → "B"']);
  });

  it('say nothing of contents that the same changeset publishes again', () => {
    const text = JSON.stringify({ name: 'Hold', crates: ['B'] });
    const publish = {
      kind: 'ensure',
      target: { type: 'tune', key: ['Hold'] },
      set: { content: { $content: digestText(text) } },
    } as const;
    const exported = { t1: JSON.stringify({ name: 'Hold', crates: ['A'] }) };
    const { plan } = planOf({ live, consumers, exported, contents: [text], actions: [rename, publish] });
    expect(plan.diagnostics).toEqual([]);
  });
});

describe('ref', () => {
  it('finds an object by a composite key written as in an address', () => {
    const { plan } = planOf({
      live: { shelf: [{ id: 's1', room: 'Hall', name: 'Top', height: 7 }], crate: [{ id: 'k1', name: 'A', size: 1 }] },
      actions: [
        { kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { size: '${ref("shelf", "hall/Top").height}' } },
      ],
    });
    expect(linesOf(plan)).toEqual(['update crate/A size: 1 → 7']);
  });
});

describe('runaway expressions', () => {
  it('are stopped once all of them together spent too much, and named', () => {
    const live = { colour: Array.from({ length: 1500 }, (_, index) => ({ id: `c${index}`, name: `C${index}` })) };
    const where = 'resources("colour").exists(a, resources("colour").exists(b, a.name == b.name + "x"))';
    const { plan } = planOf({
      live,
      actions: [{ kind: 'forEach', type: 'colour', as: 'c', where, set: { name: 'x' } }],
    });
    expect(plan.diagnostics[0]).toMatchObject({ code: 'SB2503', source: { file: 'test.yaml', line: 1 } });
    expect(plan.diagnostics[0]?.detail).toContain('exists');
  });
});
