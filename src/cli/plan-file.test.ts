import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../core/plan/index.ts';
import { parsePlanFile } from '../project/index.ts';
import { planToJson } from '../views/index.ts';
import {
  deletingPlan,
  emptyPlan,
  hugePlan,
  longFieldsPlan,
  plan,
  refusedPlan,
  reviewedPlan,
} from '../views/testing/index.ts';

const published = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL('../../schemas/plan.json', import.meta.url), 'utf8')) as z.core.JSONSchema.JSONSchema,
);

const plans = [
  { name: 'a plan', given: plan },
  { name: 'a plan with its review', given: reviewedPlan },
  { name: 'an empty plan', given: emptyPlan },
  { name: 'a refused plan', given: refusedPlan },
  { name: 'a plan of deletions', given: deletingPlan },
  { name: 'a plan with long fields', given: longFieldsPlan },
  { name: 'a huge plan', given: hugePlan(200) },
  { name: 'a plan of a rollback', given: { ...plan, actions: undefined } },
];

describe('the JSON of a plan', () => {
  const documentOf = (given: Plan): unknown => JSON.parse(planToJson(given, { requestsPerMinute: 240 }));

  it.each(plans)('is valid by the published schema and read back as it was: $name', ({ given }) => {
    const document = documentOf(given);
    expect(published.safeParse(document).error).toBeUndefined();
    expect(parsePlanFile(document)).toEqual({ plan: JSON.parse(JSON.stringify(given)) as Plan });
  });

  it('may have keys that are not known here', () => {
    const document = { ...(documentOf(plan) as object), later: 1 };
    expect(parsePlanFile(document)).toHaveProperty('plan');
  });

  it.each([
    { name: 'no object', change: () => [] },
    { name: 'another kind', change: (document: object) => ({ ...document, kind: 'RunReport' }) },
    { name: 'no plan', change: (document: object) => ({ ...document, plan: null }) },
    {
      name: 'a step of no kind',
      change: (document: object) => ({ ...document, plan: { ...plan, steps: [{ ...plan.steps[0], kind: 'purge' }] } }),
    },
    { name: 'a text for a list', change: (document: object) => ({ ...document, plan: { ...plan, reads: 'all' } }) },
  ])('is refused with its place: $name', ({ change }) => {
    const document = change(documentOf(plan) as object);
    const parsed = parsePlanFile(document);
    expect(published.safeParse(document).success).toBe(false);
    expect('problems' in parsed ? parsed.problems.length : 0).toBeGreaterThan(0);
  });
});
