import { formatPath } from '../../../core/index.ts';
import type { EvaluatedValue, Plan } from '../../../core/plan/index.ts';
import { diagnosticLines } from '../../diagnostic/human.ts';
import { amountOf } from '../../text/amount.ts';
import { textOf } from '../../text/document.ts';
import { foldedLine, foldRows } from '../../text/fold.ts';
import { paint, type Screen } from '../../text/screen.ts';
import { renderTable } from '../../text/table.ts';
import { formatValue } from '../../text/value.ts';
import { wrapBehind, wrapText } from '../../text/wrap.ts';
import { groupSteps } from '../action-groups.ts';
import type { PlanViewOptions } from '../plan-options.ts';
import { summariseKinds } from '../plan-summary.ts';
import { hiddenValues } from '../hidden-values.ts';
import { groupLines } from './group-lines.ts';
import { headLines } from './head-lines.ts';
import { costLines, mergeLines, reachLines, rollbackLines, termLines } from './review-lines.ts';
import { testLines } from './test-lines.ts';

/**
 * A plan as people read it: what matters first, then every step under the action that led to it with its values before
 * and after, then what can be affected, the way back, and what checks and policies found.
 */
export function planToHuman(screen: Screen, plan: Plan, options: PlanViewOptions): string {
  return textOf([
    ...headLines(screen, plan, options),
    '',
    ...groupLines(screen, plan),
    ...valueLines(screen, hiddenValues(plan)),
    ...mergeLines(screen, plan),
    ...reachLines(screen, plan),
    ...rollbackLines(screen, plan),
    ...termLines(screen, plan),
    ...testLines(screen, plan),
    ...costLines(screen, plan),
    ...diagnosticLines(screen, plan.diagnostics),
    '',
    ...closingLines(screen, plan),
  ]);
}

function valueLines(screen: Screen, values: readonly EvaluatedValue[]): readonly string[] {
  if (values.length === 0) return [];
  const { shown, hidden } = foldRows(screen, values);
  const rows = shown.map(({ address, path, value }) => [address, `${formatPath(path)} = ${formatValue(value)}`]);
  return [
    paint(screen, 'strong', `Computed, and not seen above (${values.length})`),
    ...renderTable(screen, rows, { indent: 2 }),
    ...foldedLine(hidden).map((line) => `  ${line}`),
    '',
  ];
}

function closingLines(screen: Screen, plan: Plan): readonly string[] {
  const errors = plan.diagnostics.filter(({ severity }) => severity === 'error').length;
  const stopped = errors === 0 ? '' : ` It can not be deployed: ${amountOf(errors, 'error')}.`;
  const relative =
    'This change is relative: its values are computed from what it writes, fixed by this plan, and run once per environment.';
  return [
    ...wrapBehind('', `looked at ${plan.reads.length === 0 ? 'nothing' : plan.reads.join(', ')}`, screen.width).map(
      (line) => paint(screen, 'quiet', line),
    ),
    ...(isShownInOrder(plan) ? [] : [paint(screen, 'quiet', 'Steps run in the order of their numbers.')]),
    ...(plan.relative ? wrapText(relative, screen.width) : []),
    ...wrapText(`Plan: ${summariseKinds(plan)}.${stopped}`, screen.width).map((line) =>
      paint(screen, errors === 0 ? 'strong' : 'bad', line),
    ),
    // Exactly 80 columns, in one piece, so that it can be copied.
    `decision ${plan.decisionDigest}`,
  ];
}

/** True when steps stand in the order in which they run. */
function isShownInOrder(plan: Plan): boolean {
  const shown = groupSteps(plan).flatMap(({ steps }) => steps.filter(({ kind }) => kind !== 'noop'));
  const order = new Map(plan.steps.map((step, index) => [step, index]));
  const positions = shown.map((step) => order.get(step) ?? 0);
  return positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? 0));
}
