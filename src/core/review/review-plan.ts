import type { Plan } from '../plan/plan.ts';
import type { World } from '../plan/world/world.ts';
import { judgePlan } from '../policy/judge-plan.ts';
import { forecastRollback } from '../rollback/index.ts';
import { forecastCost } from './cost/forecast-cost.ts';
import { countSteps } from './count-steps.ts';
import { findSideEffects } from './effects/side-effects.ts';
import { withWindowFit } from './fit-window.ts';
import { withPlannedTests } from './planned-tests.ts';
import { findReach } from './reach/find-reach.ts';
import { findMerges } from './merges/find-merges.ts';
import { warnOfMerges } from './merges/warn-of-merges.ts';
import { judgeRisk } from './risk/judge-risk.ts';
import { findStepReads } from './step-reads.ts';
import type { PlanReview, PlanSubject } from './review.ts';

/** The plan with its review, and with what checks and policies say of both. Notes reads that it lacks in the world. */
export function reviewPlan(world: World, plan: Plan): Plan {
  const found = {
    counts: countSteps(plan.steps),
    sideEffects: findSideEffects(world, plan),
    reads: findStepReads(plan),
    subject: subjectOf(world),
    reach: findReach(world, plan),
    cost: forecastCost(world, plan),
    merges: findMerges(world, plan),
    rollback: forecastRollback(world, plan),
  };
  const sections: PlanReview = { ...found, risk: judgeRisk(world, plan, found) };
  const review = withPlannedTests(world, withWindowFit(world, plan, sections));
  const reviewed = { ...plan, review };
  const judged = judgePlan({ world, plan: reviewed, review });
  return { ...reviewed, diagnostics: [...plan.diagnostics, ...warnOfMerges(review.merges), ...judged] };
}

function subjectOf({ input }: World): PlanSubject {
  const { region, protected: isProtected, values } = input.environment;
  return { metadata: input.artifact.changeset.metadata, environment: { region, protected: isProtected, values } };
}
