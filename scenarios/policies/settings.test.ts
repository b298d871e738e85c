import { describe, expect, it } from 'vitest';
import { knownChecks, type PolicySettings } from '../../src/core/policy/index.ts';
import { ensure, findingsOf, proposed, type PolicyCase } from './judge.ts';

const queue = ensure('routing_queue', 'Sales', { acwSettings: { timeoutMs: 60 } });
const settings = (given: Partial<PolicySettings>): Pick<PolicyCase, 'environment'> => ({
  environment: { policies: { checks: {}, waivers: [], policies: [], ...given } },
});
const facts = (given: PolicyCase): readonly string[] =>
  findingsOf('SB1131', given).map(({ severity, detail }) => `${severity} ${detail}`);
const why = 'routing_queue/Sales: after-call work takes 0.06 s; sane is 1 to 900 s.';

describe('what is set about a check', () => {
  it('decides its severity', () => {
    const given = { actions: [queue], ...settings({ checks: { SB1131: { severity: 'error' } } }) };
    expect(facts(given)).toEqual([`error ${why}`]);
  });

  it('turns it off', () => {
    const off = { severity: 'off', reason: 'milliseconds are meant' } as const;
    expect(facts({ actions: [queue], ...settings({ checks: { SB1131: off } }) })).toEqual([]);
  });
});

describe('a waiver', () => {
  const waiver = { check: 'SB1131', address: 'routing_queue/Sal*', reason: 'a trial', until: '2026-11-20' };

  it('makes a finding mere information until its last day, and says so', () => {
    const given = { actions: [queue], ...settings({ waivers: [waiver] }) };
    expect(facts(given)).toEqual([`info ${why} Waived until 2026-11-20 (a trial).`]);
  });

  it('counts no longer on the day after, and the finding says so', () => {
    const given = { actions: [queue], ...settings({ waivers: [{ ...waiver, until: '2026-11-19' }] }) };
    expect(facts(given)).toEqual([`warning ${why} Its waiver ran out on 2026-11-19 (a trial).`]);
  });

  it('covers neither other objects nor other checks', () => {
    const others = [
      { ...waiver, address: 'routing_queue/Other' },
      { ...waiver, check: 'SB1130' },
    ];
    expect(facts({ actions: [queue], ...settings({ waivers: others }) })).toEqual([`warning ${why}`]);
  });
});

describe('findings', () => {
  it('are limited to a hundred of a kind, the last of which counts the rest', () => {
    const actions = Array.from({ length: 130 }, (_, index) =>
      ensure('routing_queue', `Q${index}`, { acwSettings: { timeoutMs: 60 } }),
    );
    const found = findingsOf('SB1131', { actions });
    expect(found).toHaveLength(100);
    expect(found.at(-1)?.detail).toMatch(/ 30 more like this\.$/u);
  });

  it('are none for a changeset that is not for the environment', () => {
    const { plan } = proposed({ actions: [], metadata: { reason: 'TODO' }, extra: { environmentDigest: 'x' } });
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(['SB1101']);
    const elsewhere = proposed({ metadata: { reason: 'TODO' }, environment: { organisationId: 'another' } });
    expect(elsewhere.plan.diagnostics.map(({ code }) => code)).toEqual(['SB1021']);
  });

  it('say where in the changeset the object is touched', () => {
    expect(findingsOf('SB1131', { actions: [queue] })).toMatchObject([
      { address: 'routing_queue/Sales', source: { file: 'changesets/test.yaml', line: 1 } },
    ]);
  });
});

describe('speed', () => {
  it('lets all checks and a policy look at 5,000 steps in less than half a second of the plan', () => {
    const size = 5_000;
    const live = {
      routing_queue: Array.from({ length: size }, (_, index) => ({
        id: `q${index}`,
        name: `Queue ${index}`,
        memberCount: 3,
        acwSettings: { timeoutMs: 30_000 },
      })),
    };
    const given: PolicyCase = {
      live,
      actions: [{ kind: 'forEach', type: 'routing_queue', as: 'q', set: { acwSettings: { timeoutMs: 60 } } }],
      environment: {
        limits: { maxObjects: size, maxDeletes: 0 },
        policies: { checks: {}, waivers: [], policies: [policy] },
      },
    };
    const all = Object.fromEntries(codes.map((code) => [code, { severity: 'off', reason: 'measured' } as const]));
    const without = {
      ...given,
      environment: { ...given.environment, policies: { checks: all, waivers: [], policies: [] } },
    };
    proposed(given);
    const base = fastest(() => proposed(without));
    const judged = fastest(() => proposed(given));
    expect(proposed(given).plan.steps).toHaveLength(size);
    expect(judged - base).toBeLessThan(500);
  });
});

const policy = {
  name: 'times',
  rules: [
    {
      code: 'POLICY/times/short',
      summary: 'too short',
      severity: 'warning',
      forEach: 'plan.steps',
      as: 'step',
      deny: 'step.kind == "update" && step.changes.exists(c, c.field == "acwSettings.timeoutMs" && c.after < 1000)',
      message: '${step.address}',
      remedy: 'Longer.',
    },
  ],
} as const;
const codes = knownChecks.filter(({ plannedBy }) => plannedBy === undefined).map(({ code }) => code);

/** The fastest of three, in milliseconds of processor time. */
function fastest(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
