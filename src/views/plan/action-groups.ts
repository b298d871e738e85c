import { formatPath, type SourceLocation } from '../../core/index.ts';
import type { MatchSet, Plan, PlannedAction, Step } from '../../core/plan/index.ts';
import { amountOf } from '../text/amount.ts';
import { stepKinds } from './plan-summary.ts';
import { placeText } from './step-words.ts';

/** Steps under one heading: the action that led to them, or their kind where the plan has no actions. */
export interface StepGroup {
  /** What the author wrote. */
  readonly title: string;
  /** Number of the action, as messages count: from 1. */
  readonly action?: number | undefined;
  /** One line each: where it stands, what it matched, what it computes. */
  readonly notes: readonly string[];
  /** In execution order, those that do nothing last. */
  readonly steps: readonly Step[];
}

const kindTitles = {
  create: 'Create',
  update: 'Update',
  rename: 'Rename',
  delete: 'Delete',
  noop: 'Already as they should be',
} as const satisfies Readonly<Record<Step['kind'], string>>;

/**
 * Every step once, under the first action that had a say in it, in the author's order. An action without a step is there
 * when it matched something or was skipped.
 */
export function groupSteps(plan: Plan): readonly StepGroup[] {
  const { actions } = plan;
  const isKnown = (step: Step) => actions?.[firstActionOf(step)] !== undefined;
  if (actions === undefined || !plan.steps.every(isKnown)) return groupsByKind(plan);
  const groups = Map.groupBy(plan.steps, firstActionOf);
  return actions
    .filter((action) => !isStandIn(action, actions))
    .map((action) => groupOf(plan, action, groups.get(action.action) ?? []))
    .filter(({ steps, isSkipped, hasMatches }) => steps.length > 0 || isSkipped || hasMatches);
}

/** True for a skipped action that another one from the same place, for other environments, stood in for. */
function isStandIn(action: PlannedAction, all: readonly PlannedAction[]): boolean {
  if (action.skipped === undefined) return false;
  return all.some(
    (other) => other.skipped === undefined && other.text === action.text && isSamePlace(other.source, action.source),
  );
}

function isSamePlace(left: SourceLocation | undefined, right: SourceLocation | undefined): boolean {
  return left?.file === right?.file && left?.line === right?.line && left?.column === right?.column;
}

function groupsByKind(plan: Plan): readonly StepGroup[] {
  return stepKinds
    .map((kind) => ({ title: kindTitles[kind], notes: [], steps: plan.steps.filter((step) => step.kind === kind) }))
    .filter(({ steps }) => steps.length > 0);
}

function groupOf(plan: Plan, action: PlannedAction, steps: readonly Step[]) {
  const matches = plan.matches.filter((match) => match.action === action.action);
  const isSkipped = action.skipped !== undefined;
  const facts = [
    action.source === undefined ? '' : placeText(action.source),
    ...matches.map(matchText),
    isSkipped ? `skipped: ${action.skipped}` : '',
  ];
  return {
    title: action.text,
    action: action.action + 1,
    notes: [facts.filter((fact) => fact !== '').join(' · '), ...formulasOf(plan, action.action)].filter(Boolean),
    steps,
    isSkipped,
    hasMatches: matches.length > 0,
  };
}

function matchText({ type, matched }: MatchSet): string {
  return `matched ${amountOf(matched.length, 'object')} of ${type}`;
}

/** What an action computes, each expression once however many objects it is for. */
function formulasOf(plan: Plan, action: number): readonly string[] {
  const texts = plan.values
    .filter((value) => value.action === action)
    .map(({ path, expression }) => `${formatPath(path)} = ${expression}`);
  return [...new Set(texts)];
}

function firstActionOf(step: Step): number {
  return step.actions[0] ?? -1;
}
