import type { Plan, Step } from '../../../core/plan/index.ts';
import type { SideEffect, StepReads } from '../../../core/review/index.ts';
import { foldedLine, foldRows } from '../../text/fold.ts';
import { paint, type Screen, type Tone } from '../../text/screen.ts';
import { padEndTo, printable } from '../../text/width.ts';
import { wrapBehind } from '../../text/wrap.ts';
import { groupSteps, type StepGroup } from '../action-groups.ts';
import { readsText, sharedFacts, stepFacts, stepName } from '../step-words.ts';
import { fieldTable } from './field-table.ts';

const marks = { create: '+', update: '~', rename: '>', delete: '-', noop: '=' } as const;
const tones: Readonly<Record<Step['kind'], Tone>> = {
  create: 'good',
  update: 'warning',
  rename: 'warning',
  delete: 'bad',
  noop: 'quiet',
};

/** Steps of one group that stand on a screen before they are folded; of those that do nothing. */
const stepsShown = 30;
const idleShown = 5;

/** The steps of a plan under the actions that led to them, each with its fields, its side effects and its reasons. */
export function groupLines(screen: Screen, plan: Plan): readonly string[] {
  const idWidth = Math.max(0, ...plan.steps.map(({ id }) => id.length));
  const side = Map.groupBy(plan.review?.sideEffects ?? [], ({ stepId }) => stepId);
  const reads = new Map((screen.unfolded ? (plan.review?.reads ?? []) : []).map((read) => [read.stepId, read]));
  return groupSteps(plan).flatMap((group) => {
    const busy = group.steps.filter(({ kind }) => kind !== 'noop');
    const idle = group.steps.filter(({ kind }) => kind === 'noop');
    const shared = sharedFacts(plan, busy);
    return [
      ...titleLines(screen, group, shared),
      ...folded(screen, busy, stepsShown, (step) =>
        stepLines(screen, step, { plan, idWidth, shared, side: side.get(step.id), reads: reads.get(step.id) }),
      ),
      ...folded(screen, idle, idleShown, (step) => nameLines(screen, step, idWidth)),
      '',
    ];
  });
}

function titleLines(screen: Screen, group: StepGroup, shared: readonly string[]): readonly string[] {
  const number = group.action === undefined ? '' : `Action ${group.action}: `;
  const count = group.action === undefined ? ` (${group.steps.length})` : '';
  return [
    ...wrapBehind(number, printable(group.title + count), screen.width).map((line) => paint(screen, 'strong', line)),
    ...[...group.notes, ...(shared.length === 0 ? [] : [`each: ${shared.join(' · ')}`])].flatMap((text) =>
      wrapBehind('  ', printable(text), screen.width).map((line) => paint(screen, 'quiet', line)),
    ),
  ];
}

interface StepSurroundings {
  readonly plan: Plan;
  readonly idWidth: number;
  /** What stands above for all steps of the group. */
  readonly shared: readonly string[];
  readonly side: readonly SideEffect[] | undefined;
  /** Only on an unfolded screen. */
  readonly reads: StepReads | undefined;
}

function stepLines(
  screen: Screen,
  step: Step,
  { plan, idWidth, shared, side = [], reads }: StepSurroundings,
): readonly string[] {
  const facts = stepFacts(plan, step).filter((fact) => !shared.includes(fact));
  const texts = [facts.join(' · '), reads === undefined ? '' : readsText(reads)]
    .filter((text) => text !== '')
    .flatMap((text) => wrapBehind('      ', printable(text), screen.width));
  return [
    ...nameLines(screen, step, idWidth),
    ...fieldTable(screen, step, plan.contents),
    ...side.flatMap(({ text }) =>
      wrapBehind('      also: ', printable(text), screen.width).map((line) => paint(screen, 'warning', line)),
    ),
    ...texts.map((line) => paint(screen, 'quiet', line)),
  ];
}

function nameLines(screen: Screen, step: Step, idWidth: number): readonly string[] {
  const word = step.kind === 'noop' ? 'as is ' : step.kind;
  const prefix = `  ${marks[step.kind]} ${padEndTo(step.id, idWidth)}  ${word}  `;
  const [first = '', ...rest] = wrapBehind(prefix, printable(stepName(step)), screen.width);
  return [paint(screen, tones[step.kind], prefix) + first.slice(prefix.length), ...rest];
}

function folded(
  screen: Screen,
  steps: readonly Step[],
  most: number,
  toLines: (step: Step) => readonly string[],
): readonly string[] {
  const { shown, hidden } = foldRows(screen, steps, most);
  return [...shown.flatMap(toLines), ...foldedLine(hidden).map((line) => `  ${line}`)];
}
