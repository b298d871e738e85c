import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../plan/world/world.ts';
import type { PlanReview, Risk, RiskReason } from '../review.ts';
import { planRules } from './plan-rules.ts';
import { gravestFirst, riskFactsOf } from './risk-facts.ts';
import { stepRules } from './step-rules.ts';

/** All rules, in the order in which reasons of one class are told. */
const rules = [...stepRules, ...planRules];

/** More addresses than this are told by their number alone. */
const mostAddresses = 20;

/** How much care the plan asks for, by the rules that fit it. Outside the decision: it follows from it and from reads. */
export function judgeRisk(world: World, plan: Plan, review: Pick<PlanReview, 'reach' | 'merges' | 'rollback'>): Risk {
  const facts = riskFactsOf(world, plan, review);
  const found =
    facts.steps.length === 0 ? [] : rules.flatMap(({ rule, judge }) => judge(facts).map((each) => ({ ...each, rule })));
  const reasons = gravestFirst.flatMap((risk) =>
    found
      .filter((reason) => reason.class === risk)
      .map((reason): RiskReason => ({ ...reason, addresses: reason.addresses.slice(0, mostAddresses) })),
  );
  return { class: reasons[0]?.class ?? 'low', reasons };
}
