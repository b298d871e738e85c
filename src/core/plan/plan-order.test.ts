import { describe, expect, it } from 'vitest';
import { digestText } from '../json/canonical-json.ts';
import { linesOf, planOf, type BareAction } from './testing/test-world.ts';

const red = { id: 'c1', name: 'Red' };

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

  const moves: readonly BareAction[] = [
    { kind: 'delete', target: { type: 'colour', key: ['Red'] } },
    { kind: 'ensure', target: { type: 'colour', key: ['Red'] } },
  ];

  it('lets go of what is deleted before its key is taken by what takes its place', () => {
    const { plan } = planOf({
      live: {
        colour: [red, { id: 'c2', name: 'Blue' }],
        crate: [{ id: 'k1', name: 'A', colours: [{ id: 'c1' }, { id: 'c2' }] }],
      },
      actions: [
        ...moves,
        {
          kind: 'ensure',
          target: { type: 'crate', key: ['A'] },
          set: { size: 3, colours: [{ $ref: 'colour/Red' }, { $ref: 'colour/Blue' }] },
        },
      ],
    });
    expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(linesOf(plan)).toEqual([
      'update crate/A colours: ["colour/Red","colour/Blue"] → ["colour/Blue"]',
      'delete colour/Red',
      'create colour/Red',
      'update crate/A colours: ["colour/Blue"] → ["colour/Red","colour/Blue"]; size: 10 → 3',
    ]);
    expect(plan.steps.map(({ dependsOn }) => dependsOn)).toEqual([[], ['s1'], ['s2'], ['s1', 's3']]);
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

  it('refuses a child that something still refers to, and allows it once the reference goes', () => {
    const live = { crate: [{ id: 'k1', name: 'A' }], parcel: [{ id: 'p1', name: 'Post', tag: { id: 'k1/t1' } }] };
    const parts = { tag: { k1: [{ id: 'k1/t1', crate: { id: 'k1' }, kind: 'hint', text: 'heavy' }] } };
    const deletion = { kind: 'delete', target: { type: 'tag', key: ['A', 'hint', 'heavy'] } } as const;
    const letGo = { kind: 'ensure', target: { type: 'parcel', key: ['Post'] }, set: { tag: null } } as const;

    const refused = planOf({ live, parts, actions: [deletion] });
    const allowed = planOf({ live, parts, actions: [letGo, deletion] });

    expect(refused.plan.diagnostics).toMatchObject([
      { code: 'SB1011', detail: expect.stringContaining('parcel/Post') },
    ]);
    expect(allowed.plan.diagnostics).toEqual([]);
    expect(linesOf(allowed.plan)).toEqual([
      'update parcel/Post tag: "tag/A/hint/heavy" → null',
      'delete tag/A/hint/heavy',
    ]);
  });

  const shelf = { id: 'h1', room: 'Hall', name: 'Top' };
  const dust = { id: 'd1', name: 'Grey', on: { id: 'h1' } };
  const sweep: BareAction = { kind: 'delete', target: { type: 'shelf', key: ['Hall', 'Top'] } };

  it('lets go what the platform made with the object and removes with it, and says so', () => {
    const consumers = { h1: [{ type: 'dust', id: 'd1', name: 'Grey' }] };
    for (const extra of [{}, { consumers }]) {
      const { plan } = planOf({ live: { shelf: [shelf], dust: [dust] }, ...extra, actions: [sweep] });
      expect(linesOf(plan)).toEqual(['delete shelf/Hall/Top']);
      const detail = 'With shelf/Hall/Top the platform removes dust/Grey.';
      expect(plan.diagnostics.find(({ code }) => code === 'SB1034')).toMatchObject({ severity: 'info', detail });
    }
  });

  it('refuses all the same where that refers to the object in another way too', () => {
    const { plan } = planOf({ live: { shelf: [shelf], dust: [{ ...dust, under: { id: 'h1' } }] }, actions: [sweep] });
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(['SB1011']);
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
