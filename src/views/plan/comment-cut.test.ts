import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, Step } from '../../core/plan/index.ts';
import { plan } from '../testing/plans.ts';
import { reviewedPlan } from '../testing/reviews.ts';
import { hugePlan, longFieldsPlan, refusedPlan } from '../testing/special-plans.ts';
import { planToMarkdown } from './index.ts';

const options = { requestsPerMinute: 240 };

/** Texts as live organisations may have them, markup and line ends included. */
const names = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    'VIP',
    '東京 サポート',
    '`code`',
    '```',
    '</details>',
    '<details>',
    'a|b',
    'line\nend',
    '# head',
    '@all',
    '\\',
    '~~~',
  ),
);
const value = fc.oneof(
  names,
  fc.integer(),
  fc.array(names, { maxLength: 12 }),
  fc.array(names).map((of) => of.join('\n')),
);

const step: fc.Arbitrary<Step> = fc
  .record({
    name: names,
    kind: fc.constantFrom('create', 'update', 'delete', 'noop'),
    action: fc.nat(4),
    before: value,
    after: value,
  })
  .map(({ name, kind, action, before, after }, index = 0) => ({
    id: `s${index}`,
    handle: 'h',
    type: 'routing_queue',
    address: `routing_queue/${name}`,
    phase: 'update',
    dependsOn: [],
    reason: name,
    actions: [action],
    reversibility: 'exact',
    effect: 'none',
    requests: 1,
    ...(kind === 'create' ? { after: { [name]: after } } : {}),
    ...(kind === 'delete' ? { before: { [name]: before } } : {}),
    ...(kind === 'update' ? { changes: [{ path: [name, 'x'], before, after }] } : {}),
    kind,
  })) as fc.Arbitrary<Step>;

const plans: fc.Arbitrary<Plan> = fc.oneof(
  fc.constantFrom(reviewedPlan, refusedPlan, longFieldsPlan, hugePlan(30)),
  fc.array(step, { maxLength: 25 }).map((steps) => ({ ...plan, steps })),
);

/** True when every fence and every fold that opens is closed again, in order, and tables and blocks end before what follows. */
function isWhole(text: string): boolean {
  let fence: string | undefined;
  let open = 0;
  for (const line of text.split('\n')) {
    const mark = /^ *(`{3,})/u.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark === fence && line.trim() === fence) fence = undefined;
    } else if (mark !== undefined && !line.trim().slice(mark.length).includes('`')) fence = mark;
    else if (line.startsWith('<details')) open += 1;
    else if (line === '</details>') open -= 1;
    if (open < 0 || open > 1) return false;
  }
  return fence === undefined && open === 0;
}

describe('a plan cut to a comment', () => {
  it('never is longer than the limit and never ends inside a fold, a fence or a step, at any limit', () => {
    fc.assert(
      fc.property(
        plans,
        fc.oneof(fc.nat(400), fc.nat(20_000)),
        fc.constantFrom('github', 'bitbucket'),
        (given, limit, platform) => {
          const text = planToMarkdown(given, { ...options, limit, platform });
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(isWhole(text)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('leaves nothing out where there is room', () => {
    fc.assert(
      fc.property(plans, (given) => {
        const text = planToMarkdown(given, { ...options, limit: 10_000_000 });
        expect(text).not.toContain('this comment is full');
        expect(isWhole(text)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('tells deletions in full before anything else, and names the rest', () => {
    const text = planToMarkdown(hugePlan(60), { ...options, limit: 6_000 });
    expect(text).toContain('| `field0` | `"value 0"` |');
    expect(text).toMatch(/\d+ steps are only named/u);
  });

  it('says where the whole plan is', () => {
    const cut = { ...options, limit: 3_000 };
    const link = 'https://ci.example.com/runs/7?a=<b>';
    expect(planToMarkdown(hugePlan(60), { ...cut, link })).toContain(
      '[The whole plan](<https://ci.example.com/runs/7?a=%3Cb%3E>)',
    );
    expect(planToMarkdown(hugePlan(60), { ...cut, file: 'out/plan.json' })).toContain(
      'The whole plan is in `out/plan.json`.',
    );
  });

  it('has headings in place of folds where a platform shows none', () => {
    const text = planToMarkdown(reviewedPlan, { ...options, platform: 'bitbucket' });
    expect(text).not.toMatch(/<\/?(?:details|summary|sub)/u);
    expect(text).toContain('#### Action 3: forEach');
  });
});
