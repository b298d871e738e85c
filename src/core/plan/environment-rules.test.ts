import { describe, expect, it } from 'vitest';
import type { EnvironmentRules } from '../environment/environment.ts';
import { decisionOf } from './decision.ts';
import { linesOf, planOf, type TestCase } from './testing/test-world.ts';

const red = { id: 'c1', name: 'Red' };
const later: Partial<EnvironmentRules> = { earlierStages: ['dev'] };

function codesOf(given: TestCase): readonly string[] {
  return planOf(given).plan.diagnostics.map(({ code }) => code);
}

describe('a mapping', () => {
  const mappings = [
    { from: 'crate/Big DEV', to: 'crate/Big' },
    { from: 'colour/* DEV', to: 'colour/*' },
  ];

  it('leads actions to the counterpart, whatever they do with it', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k1', name: 'Big', size: 1 }], colour: [red, { id: 'c2', name: 'Blue' }] },
      parts: { crate_labels: { k1: [{ id: 'k1', crate: { id: 'k1' } }] } },
      environment: { mappings },
      actions: [
        {
          kind: 'ensure',
          target: { type: 'crate', key: ['Big DEV'] },
          set: { size: 2, colours: [{ $ref: 'colour/Red DEV' }] },
        },
        {
          kind: 'ensure',
          target: { type: 'crate_labels', key: ['Big DEV'] },
          set: { colours: [{ $ref: 'colour/Red DEV' }] },
        },
        { kind: 'rename', target: { type: 'colour', key: ['Blue DEV'] }, to: 'Green DEV' },
        { kind: 'ensure', target: { type: 'colour', key: ['White DEV'] } },
      ],
    });
    expect(plan.diagnostics).toEqual([]);
    expect(linesOf(plan).toSorted()).toEqual([
      'create colour/White',
      'rename colour/Blue → colour/Green name: "Blue" → "Green"',
      'update crate/Big colours: - → ["colour/Red"]; size: 1 → 2',
      'update crate_labels/Big colours: - → ["colour/Red"]',
    ]);
  });

  it('leads ref() to the counterpart', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k1', name: 'Big', size: 7 }] },
      environment: { mappings },
      actions: [
        { kind: 'ensure', target: { type: 'crate', key: ['New'] }, set: { size: '${ref("crate", "Big DEV").size}' } },
      ],
    });
    expect(plan.steps).toMatchObject([{ kind: 'create', after: { size: 7 } }]);
    expect(plan.mapped).toEqual([{ from: 'crate/Big DEV', to: 'crate/Big' }]);
  });

  it('is in the plan where it leads elsewhere, once, and not in the decision', () => {
    const ensure = (name: string) =>
      ({
        kind: 'ensure',
        target: { type: 'crate', key: [name] },
        document: { mate: { $ref: `crate/${name}` } },
      }) as const;
    const decide = (name: string, given: typeof mappings) =>
      planOf({
        live: { crate: [{ id: 'k1', name: 'Big' }] },
        environment: { mappings: given },
        actions: [ensure(name)],
      }).plan;
    const [mapped, plain] = [decide('Big DEV', mappings), decide('Big', mappings)];
    expect(mapped.mapped).toEqual([{ from: 'crate/Big DEV', to: 'crate/Big' }]);
    expect(plain.mapped).toBeUndefined();
    expect(mapped.steps.map(({ kind }) => kind)).toEqual(['update']);
    expect(decisionOf(mapped)).toEqual({ ...decisionOf(plain), artifactDigest: mapped.artifactDigest });
  });

  it('of a value holds for what is set, in documents and by iterators, and not for what expressions give', () => {
    const { plan } = planOf({
      live: { crate: [{ id: 'k1', name: 'Big' }] },
      environment: {
        values: { host: 'dev.test' },
        valueMappings: [{ type: 'crate', field: 'note', from: '*dev.test', to: '*example.com' }],
      },
      actions: [
        { kind: 'forEach', type: 'crate', as: 'crate', set: { note: 'api.dev.test' } },
        { kind: 'ensure', target: { type: 'crate', key: ['A'] }, document: { note: 'www.dev.test' } },
        { kind: 'ensure', target: { type: 'crate', key: ['B'] }, set: { note: '${env.values.host}' } },
      ],
    });
    expect(linesOf(plan)).toEqual(['create crate/A', 'create crate/B', 'update crate/Big note: - → "api.example.com"']);
    expect(plan.steps.slice(0, 2)).toMatchObject([
      { after: { note: 'www.example.com' } },
      { after: { note: 'dev.test' } },
    ]);
  });
});

describe('what belongs to one environment', () => {
  const ours: Partial<EnvironmentRules> = { ...later, portability: { colour: 'environment' } };
  const green = { kind: 'ensure', target: { type: 'colour', key: ['Green'] } } as const;
  const crate = {
    kind: 'ensure',
    target: { type: 'crate', key: ['A'] },
    set: { colours: [{ $ref: 'colour/Red' }] },
  } as const;

  it.each([
    { name: 'is not promoted', actions: [green], codes: ['SB1050'] },
    {
      name: 'is not changed by what is promoted',
      actions: [{ kind: 'forEach', type: 'colour', as: 'colour', set: { name: 'x' } } as const],
      codes: ['SB1050'],
    },
    {
      name: 'is not deleted by what is promoted',
      actions: [{ kind: 'delete', target: { type: 'colour', key: ['Red'] } } as const],
      codes: ['SB1050'],
    },
    {
      name: 'is made by an action for that environment alone',
      actions: [{ ...green, environments: ['uat'] }],
      codes: [],
    },
    {
      name: 'is not made by an action for two',
      actions: [{ ...green, environments: ['uat', 'prod'] }],
      codes: ['SB1050'],
    },
    { name: 'is not pointed at by what is promoted', actions: [crate], codes: ['SB1050'] },
    {
      name: 'is pointed at by an action for that environment alone',
      actions: [{ ...crate, environments: ['uat'] }],
      codes: [],
    },
    {
      name: 'is pointed at through a mapping, to the same name too',
      actions: [crate],
      environment: { mappings: [{ from: 'colour/Red', to: 'colour/Red' }] },
      codes: [],
    },
    {
      name: 'is promoted in the first environment of all',
      actions: [green, crate],
      environment: { earlierStages: [] },
      codes: [],
    },
    {
      name: 'travels where the project says so',
      actions: [green, crate],
      environment: { portability: { colour: 'portable' as const } },
      codes: [],
    },
  ])('$name', ({ actions, environment, codes }) => {
    expect(codesOf({ live: { colour: [red] }, actions, environment: { ...ours, ...environment } })).toEqual(codes);
  });
});

describe('what stands for a counterpart', () => {
  const ours: Partial<EnvironmentRules> = { ...later, portability: { colour: 'mapped' } };
  const actions = [
    { kind: 'ensure', target: { type: 'crate', key: ['A'] }, set: { colours: [{ $ref: 'colour/Redd' }] } },
  ] as const;

  it('is never guessed, however near a name is: the reference is refused, with what would help', () => {
    const { plan } = planOf({ live: { colour: [red] }, actions, environment: ours });
    expect(plan.steps.filter(({ kind }) => kind === 'create' || kind === 'update')).not.toContainEqual(
      expect.objectContaining({
        after: expect.objectContaining({ colours: [expect.objectContaining({ $handle: 'c1' })] }),
      }),
    );
    expect(plan.diagnostics).toMatchObject([
      {
        code: 'SB1051',
        severity: 'error',
        detail:
          'crate/A refers to colour/Redd: no mapping names it, and uat has no such colour. The nearest name is colour/Red.',
        remedy: expect.stringContaining('signalbox mappings suggest'),
      },
    ]);
  });

  it('says what a mapping leads to when that is not there either', () => {
    const environment = { ...ours, mappings: [{ from: 'colour/Redd', to: 'colour/Rot' }] };
    expect(planOf({ live: { colour: [red] }, actions, environment }).plan.diagnostics).toMatchObject([
      { code: 'SB1051', detail: expect.stringContaining('it stands for colour/Rot here, but uat has no such colour') },
    ]);
  });

  it('may be hidden: then nothing is said about a mapping', () => {
    expect(codesOf({ live: { colour: [red] }, actions, environment: ours, incomplete: ['colour'] })).toEqual([
      'SB1007',
    ]);
  });
});

describe('a record of another tool', () => {
  const objects = { source: 'terraform/prod.tfstate', names: { crate: { k1: 'module.a.genesyscloud_crate.big[0]' } } };
  const rule = { owner: 'terraform', objects } as const;
  const live = {
    crate: [
      { id: 'k1', name: 'Big', size: 1 },
      { id: 'k2', name: 'Small', size: 1 },
    ],
    colour: [red],
  };
  const parts = { crate_labels: { k1: [{ id: 'k1', crate: { id: 'k1' } }] } };
  const big = { type: 'crate', key: ['Big'] } as const;

  it.each([
    { name: 'changed', action: { kind: 'ensure', target: big, set: { size: 2 } } as const, what: 'size of crate/Big' },
    { name: 'renamed', action: { kind: 'rename', target: big, to: 'Huge' } as const, what: 'name of crate/Big' },
    { name: 'deleted', action: { kind: 'delete', target: big } as const, what: 'crate/Big' },
    {
      name: 'changed in its facets',
      action: {
        kind: 'ensure',
        target: { type: 'crate_labels', key: ['Big'] },
        set: { colours: [{ $ref: 'colour/Red' }] },
      } as const,
      what: 'colours of crate_labels/Big',
    },
  ])('keeps what it lists from being $name', ({ action, what }) => {
    const { plan } = planOf({ live, parts, actions: [action], environment: { ownership: [rule] } });
    expect(plan.diagnostics).toMatchObject([
      {
        code: 'SB1006',
        detail: `${what} belongs to "terraform": terraform/prod.tfstate has it as module.a.genesyscloud_crate.big[0].`,
      },
    ]);
  });

  it('says nothing of what it does not list', () => {
    const actions = [{ kind: 'ensure', target: { type: 'crate', key: ['Small'] }, set: { size: 2 } }] as const;
    expect(codesOf({ live, actions, environment: { ownership: [rule] } })).toEqual([]);
  });

  it('gives way to an earlier rule over a field', () => {
    const own = { type: 'crate', field: 'size', owner: 'signalbox' } as const;
    const change = (set: { readonly size?: number; readonly note?: string }) =>
      codesOf({ live, actions: [{ kind: 'ensure', target: big, set }], environment: { ownership: [own, rule] } });
    expect(change({ size: 2 })).toEqual([]);
    expect(change({ note: 'x' })).toEqual(['SB1006']);
  });

  it('is asked about a created object too, which has no id yet', () => {
    const actions = [{ kind: 'ensure', target: { type: 'crate', key: ['New'] }, set: { size: 2 } }] as const;
    expect(codesOf({ live, actions, environment: { ownership: [rule] } })).toEqual([]);
  });
});

describe('labels', () => {
  const live = {
    crate: [
      { id: 'k1', name: 'A', size: 5, mate: { id: 'k2' } },
      { id: 'k2', name: 'B', size: 20 },
      { id: 'k3', name: 'C' },
    ],
  };
  const note = {
    kind: 'forEach',
    type: 'crate',
    as: 'crate',
    where: 'crate.labels.tier == "big"',
    set: { note: 'x' },
  } as const;
  const matched = (labels: EnvironmentRules['labels']) =>
    planOf({ live, actions: [note], environment: { labels } }).plan.matches[0]?.matched.map(({ address }) => address);

  it.each([
    { name: 'a pattern of names', labels: [{ type: 'crate', name: 'A', labels: { tier: 'big' } }], who: ['crate/A'] },
    {
      name: 'a condition over fields, defaults filled in',
      labels: [{ type: 'crate', name: '*', where: 'object.size >= 10.0', labels: { tier: 'big' } }],
      who: ['crate/B', 'crate/C'],
    },
    {
      name: 'a condition that looks at a reference',
      labels: [
        { type: 'crate', name: '*', where: 'has(object.mate) && object.mate.name == "B"', labels: { tier: 'big' } },
      ],
      who: ['crate/A'],
    },
    {
      name: 'a condition with values of the environment',
      labels: [
        {
          type: 'crate',
          name: '*',
          where: 'object.size < env.values.limit && object.name != "C"',
          labels: { tier: 'big' },
        },
      ],
      who: ['crate/A', 'crate/B'],
    },
    {
      name: 'the later of two that fit',
      labels: [
        { type: 'crate', name: '*', labels: { tier: 'big' } },
        { type: 'crate', name: 'B', labels: { tier: 'odd' } },
      ],
      who: ['crate/A', 'crate/C'],
    },
  ])('come from $name', ({ labels, who }) => {
    expect(matched(labels)).toEqual(who);
  });

  it('make a changeset relative when it writes what they look at', () => {
    const labels = [{ type: 'crate', name: '*', where: 'object.size > 10', labels: { tier: 'big' } }];
    const grow = { ...note, set: { size: 11 } };
    expect(planOf({ live, actions: [note], environment: { labels } }).plan.relative).toBe(false);
    expect(planOf({ live, actions: [grow], environment: { labels } }).plan.relative).toBe(true);
  });
});

it('an expired exception is a warning and stops nothing', () => {
  const base = { resource: 'crate/Big', reason: 'old trunk', owner: 'dana@example.com' };
  const exceptions = [
    { ...base, expires: '2026-11-19' },
    { ...base, expires: '2026-11-20' },
  ];
  const { plan } = planOf({
    live: {},
    actions: [{ kind: 'ensure', target: { type: 'crate', key: ['Big'] } }],
    environment: { exceptions },
  });
  expect(plan.diagnostics).toMatchObject([
    {
      code: 'SB1052',
      severity: 'warning',
      detail: 'crate/Big: dana@example.com answered for it until 2026-11-19 (old trunk).',
    },
  ]);
});

describe('modes of single objects', () => {
  const live = {
    crate: [
      { id: 'k1', name: 'VIP 1', size: 1 },
      { id: 'k2', name: 'Plain', size: 1 },
    ],
  };
  const grow = { kind: 'forEach', type: 'crate', as: 'crate', set: { size: 2 } } as const;

  it('go before the mode of their type, the first that fits', () => {
    const objectModes = [
      { resource: 'crate/VIP *', mode: 'manage' },
      { resource: 'crate/*', mode: 'observe' },
    ] as const;
    const { plan } = planOf({ live, actions: [grow], environment: { objectModes } });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1005', address: 'crate/Plain' }]);
  });

  it('leave as it is what is only seeded', () => {
    const objectModes = [{ resource: 'crate/VIP *', mode: 'seed' }] as const;
    const actions = ['VIP 1', 'VIP 2', 'Plain'].map(
      (name) => ({ kind: 'ensure', target: { type: 'crate', key: [name] }, set: { size: 2 } }) as const,
    );
    const { plan } = planOf({ live, actions, environment: { objectModes } });
    expect(linesOf(plan).toSorted()).toEqual([
      'create crate/VIP 2',
      'noop crate/VIP 1',
      'update crate/Plain size: 1 → 2',
    ]);
  });
});
