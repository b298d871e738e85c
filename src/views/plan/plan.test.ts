import { describe, expect, it } from 'vitest';
import { displayWidth, plainScreen } from '../index.ts';
import { plan } from '../testing/plans.ts';
import { reviewedPlan } from '../testing/reviews.ts';
import { planToHuman, planToJson, planToMarkdown } from './index.ts';

const options = { requestsPerMinute: 240, organisation: 'Contoso' };
const escape = '\u001B';

describe('a plan', () => {
  it('reads as the golden text on 80 columns', async () => {
    await expect(planToHuman(plainScreen, plan, options)).toMatchFileSnapshot('golden/plan.txt');
  });

  it('reads as the golden Markdown', async () => {
    await expect(planToMarkdown(plan, options)).toMatchFileSnapshot('golden/plan.md');
  });

  it('reads as the golden text with its review', async () => {
    await expect(planToHuman(plainScreen, reviewedPlan, options)).toMatchFileSnapshot('golden/reviewed.txt');
    const unfolded = planToHuman({ ...plainScreen, unfolded: true }, reviewedPlan, options);
    await expect(unfolded).toMatchFileSnapshot('golden/reviewed-unfolded.txt');
  });

  it('reads as the golden Markdown with its review', async () => {
    await expect(planToMarkdown(reviewedPlan, options)).toMatchFileSnapshot('golden/reviewed.md');
  });

  it('never needs more columns than the screen has', () => {
    for (const width of [60, 80, 132]) {
      const lines = planToHuman({ ...plainScreen, width, unfolded: true }, reviewedPlan, options).split('\n');
      // The decision digest stays in one piece on any screen, so that it can be copied.
      expect(lines.filter((line) => displayWidth(line) > width && !line.startsWith('decision '))).toEqual([]);
      expect(lines).toContain(`decision ${plan.decisionDigest}`);
    }
  });

  it('shows colour only where it is allowed', () => {
    expect(planToHuman(plainScreen, plan, options)).not.toContain(escape);
    expect(planToHuman({ ...plainScreen, colour: true }, plan, options)).toContain(`${escape}[32m`);
  });

  it('says the same with and without colour', () => {
    const coloured = planToHuman({ ...plainScreen, colour: true }, plan, options);
    expect(coloured.replaceAll(new RegExp(`${escape}\\[\\d+m`, 'g'), '')).toBe(planToHuman(plainScreen, plan, options));
  });

  it('gives JSON that holds the plan and its counts', () => {
    const view = JSON.parse(planToJson(plan, options)) as Record<string, unknown>;
    expect(view).toMatchObject({ apiVersion: 'signalbox/v1', kind: 'Plan', hasChanges: true, estimatedMinutes: 3 });
    expect(view['counts']).toEqual({ create: 1, update: 2, rename: 1, delete: 1, noop: 1 });
    expect(view['plan']).toEqual(plan);
  });

  it('says which addresses stand for others here, the first of many', () => {
    const mapped = Array.from({ length: 9 }, (_, index) => ({ from: `user/u${index}@uat`, to: `user/u${index}@prod` }));
    const [first] = mapped;
    const lines = (given: typeof plan): readonly string[] =>
      planToHuman(plainScreen, given, options)
        .split('\n')
        .map((line) => line.trim());
    expect(lines({ ...plan, mapped: first === undefined ? [] : [first] })).toContain(
      'mapped        user/u0@uat is user/u0@prod',
    );
    expect(lines({ ...plan, mapped }).join(' ')).toContain('user/u2@uat is user/u2@prod; and 6 more');
    expect(planToMarkdown({ ...plan, mapped }, options)).toMatch(/- mapped here: user\/u0.*; and 3 more$/mu);
  });

  it('folds many steps of one action and says how many are folded away', () => {
    const update = plan.steps.filter(({ id }) => id === 's3');
    const many = Array.from({ length: 50 }, (_, index) =>
      update.map((step) => ({ ...step, address: `routing_queue/Q${index}` })),
    );
    const long = { ...plan, steps: many.flat() };
    expect(planToHuman(plainScreen, long, options)).toContain('… and 20 more (--verbose shows all)');
    expect(planToHuman({ ...plainScreen, unfolded: true }, long, options)).toContain('routing_queue/Q49');
  });

  it('shows a deleted document by its first fields, the rest on demand', () => {
    const fields = Array.from({ length: 60 }, (_, index) => [`field${index}`, index] as const);
    const steps = plan.steps.map((step) =>
      step.kind === 'delete' ? { ...step, before: Object.fromEntries(fields) } : step,
    );
    const long = { ...plan, steps };
    const text = planToHuman(plainScreen, long, options);
    expect(text).toContain('      field4  4\n      … and 55 more fields; --verbose shows all\n');
    expect(planToHuman({ ...plainScreen, unfolded: true }, long, options)).toContain('field59');
    expect(planToMarkdown(long, options)).toContain('… and 55 more fields');
  });

  it('shows all changes of an update, however many', () => {
    const changes = Array.from({ length: 40 }, (_, index) => ({ path: [`f${index}`], before: 0, after: 1 }));
    const steps = plan.steps.map((step) => (step.id === 's3' && step.kind === 'update' ? { ...step, changes } : step));
    expect(planToHuman(plainScreen, { ...plan, steps }, options)).toContain('f39  0 → 1');
  });

  it('fits a comment: cut between steps, with the way to the whole', () => {
    const update = plan.steps.find(({ id }) => id === 's2');
    const many = Array.from({ length: 400 }, (_, index) => ({
      ...update,
      id: `u${index}`,
      address: `routing_queue/Q${index}`,
    }));
    const long = { ...plan, steps: [...plan.steps, ...many] as typeof plan.steps };

    const text = planToMarkdown(long, options);

    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.length).toBeGreaterThan(60_000);
    expect(text).toMatch(/\d+ steps are only named.*: this comment is full\./u);
    expect(text).toContain('--out plan.json');
    expect(text).toContain(plan.decisionDigest);
    expect(text.match(/<details>/gu)?.length).toBe(text.match(/<\/details>/gu)?.length);
    // Every step that is shown is shown to its end.
    const blocks = text.split('**`routing_queue/Q').slice(1);
    const told = blocks.filter((block) => !block.includes('not shown here'));
    expect(blocks).toHaveLength(400);
    expect(told.length).toBeGreaterThan(50);
    expect(told.every((block) => block.includes('| `description` |') && block.includes('reaches interactions'))).toBe(
      true,
    );
    expect(planToMarkdown(plan, options)).not.toContain('comment is full');
  });

  it('shows names from live organisations without letting them move the cursor', () => {
    const hostile = { ...plan, changeset: `evil${escape}[2Jname\u202E` };
    const text = planToHuman(plainScreen, hostile, options);
    expect(text).not.toContain(escape);
    expect(text).toContain('\\u001b[2Jname\\u202e');
  });
});
