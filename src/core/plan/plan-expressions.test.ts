import { describe, expect, it } from 'vitest';
import { linesOf, planOf } from './testing/test-world.ts';

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

  it('sees the environment: its name, its organisation and its values', () => {
    const note = '${env.name} ${env.organisationId} ${env.values.limit}';
    const { plan } = planOf({
      live,
      actions: [{ kind: 'forEach', type: 'crate', as: 'c', where: 'c.name == "A"', set: { note } }],
    });
    expect(linesOf(plan)).toEqual([`update crate/A note: - → "${plan.environment} ${plan.organisationId} 3000"`]);
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
