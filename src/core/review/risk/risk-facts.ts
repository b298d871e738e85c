import type { Plan, Step } from '../../plan/plan.ts';
import type { World } from '../../plan/world/world.ts';
import type { MergedField, PlanReview, Reach, RiskClass, RollbackForecast } from '../review.ts';
import type { ReviewKnowledge } from '../review-knowledge.ts';

/** A step that does something. */
export type DoneStep = Exclude<Step, { kind: 'noop' }>;

/** True for a change of what is there already: what the plan makes first of all is felt by nobody yet. */
export function isFelt({ kind, handle }: DoneStep): boolean {
  return kind !== 'create' && !handle.startsWith('new#');
}

/** What rules look at. */
export interface RiskFacts {
  readonly world: World;
  readonly plan: Plan;
  readonly steps: readonly DoneStep[];
  readonly reach: Reach;
  readonly merges: readonly MergedField[];
  readonly rollback: RollbackForecast | undefined;
  readonly knowledge: ReviewKnowledge | undefined;
}

/** What a rule found. */
export interface RiskFinding {
  readonly class: RiskClass;
  readonly text: string;
  readonly addresses: readonly string[];
}

/** One rule: what it found, one for each class and sentence; empty where it does not fit the plan. */
export interface RiskRule {
  readonly rule: string;
  readonly judge: (facts: RiskFacts) => readonly RiskFinding[];
}

/** The facts of a plan with the other sections of its review. */
export function riskFactsOf(
  world: World,
  plan: Plan,
  review: Pick<PlanReview, 'reach' | 'merges' | 'rollback'>,
): RiskFacts {
  return {
    world,
    plan,
    steps: plan.steps.filter((step): step is DoneStep => step.kind !== 'noop'),
    reach: review.reach,
    merges: review.merges,
    rollback: review.rollback,
    knowledge: world.input.catalogue.review,
  };
}

/** The first class whose least number is reached, from the gravest on; undefined where none is. */
export function classAt(count: number, least: Readonly<Partial<Record<RiskClass, number>>>): RiskClass | undefined {
  return gravestFirst.find((each) => count >= (least[each] ?? Number.POSITIVE_INFINITY));
}

/** All classes, the gravest first. */
export const gravestFirst: readonly RiskClass[] = ['critical', 'high', 'medium', 'low'];

/** A few of the names, and how many more there are. */
export function namesIn(names: readonly string[], most = 5): string {
  const more = names.length - most;
  return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** `1 object`, `3 objects`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
