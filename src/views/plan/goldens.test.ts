import { describe, expect, it } from 'vitest';
import type { Plan } from '../../core/plan/index.ts';
import { decisionChangeToHuman, decisionChangeToMarkdown, decisionToHuman, decisionToMarkdown } from '../index.ts';
import { displayWidth, plainScreen } from '../index.ts';
import { compareDecisions } from '../../core/decision/index.ts';
import { plan } from '../testing/plans.ts';
import { reviewedPlan } from '../testing/reviews.ts';
import { deletingPlan, emptyPlan, hugePlan, longFieldsPlan, refusedPlan } from '../testing/special-plans.ts';
import { planToHuman, planToJson, planToJunit, planToMarkdown, planToSarif } from './index.ts';

const options = { requestsPerMinute: 240, organisation: 'Contoso' };
const coloured = { ...plainScreen, colour: true };

const later: Plan = {
  ...plan,
  environmentDigest: `sha256:${'9'.repeat(64)}`,
  asOf: '2026-03-02T09:00:00.000Z',
  decisionDigest: `sha256:${'78'.repeat(32)}`,
  steps: plan.steps.flatMap((step) => {
    if (step.kind === 'delete') return [];
    if (step.id !== 's3' || step.kind !== 'update') return [step];
    return [{ ...step, changes: [{ path: ['acwSettings', 'timeoutMs'], before: 5000, after: 10000 }] }];
  }),
};
const comparison = {
  earlier: { name: 'approved.json', plan },
  later: { name: 'run_0mwq', plan: later },
  changes: compareDecisions(plan, later),
  who: ['Róisín Byrne changed 東京サポート at 2026-03-01T16:20:00Z'],
};

const texts: readonly { readonly name: string; readonly text: () => string }[] = [
  { name: 'coloured.ansi', text: () => planToHuman(coloured, reviewedPlan, options) },
  { name: 'empty.txt', text: () => planToHuman(plainScreen, emptyPlan, options) },
  { name: 'empty.md', text: () => planToMarkdown(emptyPlan, options) },
  { name: 'refused.txt', text: () => planToHuman(plainScreen, refusedPlan, options) },
  { name: 'refused.md', text: () => planToMarkdown(refusedPlan, options) },
  { name: 'deleting.txt', text: () => planToHuman(plainScreen, deletingPlan, options) },
  { name: 'deleting.md', text: () => planToMarkdown(deletingPlan, { ...options, platform: 'bitbucket' }) },
  { name: 'long-fields.txt', text: () => planToHuman(plainScreen, longFieldsPlan, options) },
  { name: 'long-fields.md', text: () => planToMarkdown(longFieldsPlan, options) },
  { name: 'rollback.txt', text: () => planToHuman(plainScreen, { ...plan, actions: undefined }, options) },
  { name: 'huge.txt', text: () => planToHuman(plainScreen, hugePlan(60), options) },
  {
    name: 'huge-cut.md',
    text: () => planToMarkdown(hugePlan(60), { ...options, limit: 6_000, link: 'https://ci.example.com/runs/7' }),
  },
  {
    name: 'huge-cut-file.md',
    text: () => planToMarkdown(hugePlan(8), { ...options, limit: 2_500, file: 'plan.json' }),
  },
  { name: 'plan.json', text: () => planToJson(reviewedPlan, options) },
  { name: 'refused.sarif.json', text: () => planToSarif(refusedPlan, '1.2.3', meaningOf) },
  { name: 'refused.junit.xml', text: () => planToJunit(refusedPlan) },
  { name: 'fine.junit.xml', text: () => planToJunit({ ...plan, diagnostics: [] }) },
  { name: 'decision.txt', text: () => decisionToHuman(plainScreen, plan) },
  { name: 'decision.md', text: () => decisionToMarkdown(plan) },
  { name: 'explain-change.txt', text: () => decisionChangeToHuman(plainScreen, comparison) },
  { name: 'explain-change.md', text: () => decisionChangeToMarkdown(comparison) },
];

function meaningOf(code: string) {
  return code === 'SB1002'
    ? {
        summary: 'A reference names nothing that exists',
        remedy: 'Create the object.',
        why: 'References travel by name.',
      }
    : undefined;
}

describe('what people and programs read of a plan', () => {
  it.each(texts)('is the golden $name', async ({ name, text }) => {
    await expect(text()).toMatchFileSnapshot(`golden/${name}`);
  });

  it.each(texts.filter(({ name }) => name.endsWith('.txt')))('fits 80 columns in $name', ({ text }) => {
    const lines = text().split('\n');
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });
});

describe('SARIF of a plan', () => {
  interface Log {
    readonly version: string;
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly {
          readonly physicalLocation?: {
            readonly artifactLocation: { readonly uri: string };
            readonly region?: { readonly startLine: number };
          };
        }[];
        readonly partialFingerprints: Readonly<Record<string, string>>;
      }[];
    }[];
  }

  it('keeps to what SARIF 2.1.0 asks of results and rules', () => {
    const log = JSON.parse(planToSarif(refusedPlan, '1.2.3')) as Log;
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run?.results).toHaveLength(refusedPlan.diagnostics.length);
    for (const result of run?.results ?? []) {
      expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(result.message.text).not.toBe('');
      for (const { physicalLocation } of result.locations) {
        expect(physicalLocation?.artifactLocation.uri ?? 'x').toMatch(/^[^\s:]+$/u);
        expect(physicalLocation?.region?.startLine ?? 1).toBeGreaterThan(0);
      }
    }
    const prints = run?.results.map(({ partialFingerprints }) => partialFingerprints['signalbox/v1']);
    expect(new Set(prints).size).toBe(refusedPlan.diagnostics.length);
  });

  it('shows what names an object only where the author wrote of it', () => {
    const [step] = deletingPlan.steps;
    const finding = { code: 'SB1100', severity: 'error', summary: 's', detail: 'd', remedy: 'r' } as const;
    const found = { ...deletingPlan, diagnostics: [{ ...finding, address: step?.address }] };
    const log = JSON.parse(planToSarif(found, '1.2.3')) as Log;
    expect(log.runs[0]?.results[0]?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'changesets/tidy.yaml' },
      region: { startLine: 6 },
    });
  });
});
