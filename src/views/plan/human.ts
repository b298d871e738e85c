import { formatPath } from '../../core/index.ts';
import type { Plan, Step } from '../../core/plan/index.ts';
import { diagnosticLines } from '../diagnostic/human.ts';
import { amountOf, minutesFor, shortDigest } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { foldedLine, foldRows } from '../text/fold.ts';
import { paint, type Screen, type Tone } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { formatValue } from '../text/value.ts';
import { printable } from '../text/width.ts';
import { wrapBehind, wrapText } from '../text/wrap.ts';
import type { PlanViewOptions } from './plan-options.ts';
import { effectWords, reversibilityWords, stepKinds, summariseKinds } from './plan-summary.ts';
import { fieldTable, placeOf } from './step-lines.ts';

const headings = {
  create: 'Create',
  update: 'Update',
  rename: 'Rename',
  delete: 'Delete',
  noop: 'Already as they should be',
} as const;
const marks = { create: '+', update: '~', rename: '>', delete: '-', noop: '=' } as const;
const tones: Readonly<Record<Step['kind'], Tone>> = {
  create: 'good',
  update: 'warning',
  rename: 'warning',
  delete: 'bad',
  noop: 'quiet',
};

/** A plan as people read it: what, where, grouped by action, with every value before and after. */
export function planToHuman(screen: Screen, plan: Plan, options: PlanViewOptions): string {
  const groups = stepKinds.flatMap((kind) =>
    groupLines(
      screen,
      kind,
      plan.steps.filter((step) => step.kind === kind),
    ),
  );
  return textOf([
    ...headerLines(screen, plan, options),
    '',
    ...groups,
    ...matchLines(screen, plan),
    ...valueLines(screen, plan),
    ...diagnosticLines(screen, plan.diagnostics),
    '',
    ...closingLines(screen, plan, options),
  ]);
}

function headerLines(screen: Screen, plan: Plan, options: PlanViewOptions): readonly string[] {
  const organisation =
    options.organisation === undefined ? plan.organisationId : `${options.organisation} (${plan.organisationId})`;
  return [
    paint(screen, 'strong', printable(options.title ?? `${plan.changeset} → ${plan.environment}`)),
    ...renderTable(
      screen,
      [
        ['organisation', organisation],
        ['artifact', shortDigest(plan.artifactDigest)],
        ['as of', plan.asOf],
      ],
      { indent: 2 },
    ),
  ];
}

function groupLines(screen: Screen, kind: Step['kind'], steps: readonly Step[]): readonly string[] {
  if (steps.length === 0) return [];
  const { shown, hidden } = foldRows(screen, steps, kind === 'noop' ? 5 : 100);
  return [
    paint(screen, 'strong', `${headings[kind]} (${steps.length})`),
    ...shown.flatMap((step) => stepLines(screen, step)),
    ...foldedLine(hidden).map((line) => `  ${line}`),
    '',
  ];
}

function stepLines(screen: Screen, step: Step): readonly string[] {
  const name = step.kind === 'rename' ? `${step.from} → ${step.address}` : step.address;
  const [first = '', ...rest] = wrapBehind(`  ${marks[step.kind]} `, printable(name), screen.width);
  const title = [paint(screen, tones[step.kind], first), ...rest];
  if (step.kind === 'noop') return title;
  return [...title, ...fieldTable(screen, step), ...aboutLines(screen, step)];
}

function aboutLines(screen: Screen, step: Step): readonly string[] {
  const place = placeOf(step);
  const facts = [
    step.reason + (place === '' ? '' : ` (${place})`),
    step.reversibility === 'exact' ? '' : reversibilityWords[step.reversibility],
    step.effect === 'none' ? '' : effectWords[step.effect],
  ];
  const text = printable(facts.filter((fact) => fact !== '').join(' · '));
  return wrapBehind('      ', text, screen.width).map((line) => paint(screen, 'quiet', line));
}

function matchLines(screen: Screen, plan: Plan): readonly string[] {
  return plan.matches.flatMap((match) => {
    const { shown, hidden } = foldRows(screen, match.matched);
    const heading = `Matched by action ${match.action + 1}: ${amountOf(match.matched.length, 'object')} of ${match.type}`;
    return [
      paint(screen, 'strong', heading),
      ...shown.flatMap(({ address }) => wrapBehind('  ', printable(address), screen.width)),
      ...foldedLine(hidden).map((line) => `  ${line}`),
      '',
    ];
  });
}

function valueLines(screen: Screen, plan: Plan): readonly string[] {
  if (plan.values.length === 0) return [];
  const { shown, hidden } = foldRows(screen, plan.values);
  const rows = shown.map((value) => [
    [value.address, formatPath(value.path)].filter((part) => part !== '').join(' '),
    `${value.expression} = ${formatValue(value.value)}`,
  ]);
  return [
    paint(screen, 'strong', `Computed values (${plan.values.length})`),
    ...renderTable(screen, rows, { indent: 2 }),
    ...foldedLine(hidden).map((line) => `  ${line}`),
    '',
  ];
}

function closingLines(screen: Screen, plan: Plan, options: PlanViewOptions): readonly string[] {
  const errors = plan.diagnostics.filter(({ severity }) => severity === 'error').length;
  const stopped = errors === 0 ? '' : ` It can not be deployed: ${amountOf(errors, 'error')}.`;
  const relative =
    'This change is relative: its values are computed from what it writes, fixed by this plan, and run once per environment.';
  return [
    ...wrapText(`Plan: ${summariseKinds(plan)}.${stopped}`, screen.width).map((line) =>
      paint(screen, errors === 0 ? 'strong' : 'bad', line),
    ),
    ...(plan.relative ? wrapText(relative, screen.width) : []),
    ...renderTable(
      screen,
      [
        [
          'cost',
          `${amountOf(plan.requests, 'request')}, ${minutesFor(plan.requests, options.requestsPerMinute)} at ${options.requestsPerMinute} a minute`,
        ],
        ['undo', reversibilityWords[plan.reversibility]],
        ['looked at', plan.reads.length === 0 ? 'nothing' : plan.reads.join(', ')],
      ],
      { indent: 2 },
    ),
    // Exactly 80 columns, in one piece, so that it can be copied.
    `decision ${plan.decisionDigest}`,
  ];
}
