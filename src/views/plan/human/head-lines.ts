import type { Plan } from '../../../core/plan/index.ts';
import type { RiskClass } from '../../../core/review/index.ts';
import { shortDigest } from '../../text/amount.ts';
import { foldRows } from '../../text/fold.ts';
import { paint, type Screen, type Tone } from '../../text/screen.ts';
import { renderTable, type Cell } from '../../text/table.ts';
import { printable } from '../../text/width.ts';
import type { PlanViewOptions } from '../plan-options.ts';
import { hasChanges, summariseKinds } from '../plan-summary.ts';
import {
  costSummary,
  findingsSummary,
  mappedSummary,
  reachSummary,
  undoSummary,
  wavesSummary,
} from '../review-words.ts';

/** Reasons of a risk class that stand on a screen before they are folded. */
const reasonsShown = 4;

/** Mapped addresses that stand on a screen before they are folded. */
const mappedShown = 3;

/** How a risk class stands out. */
const riskTones: Readonly<Record<RiskClass, Tone>> = {
  low: 'good',
  medium: 'warning',
  high: 'bad',
  critical: 'bad',
};

/** What a reviewer must know before the details: what it is for, how much it changes, how risky it is, what it costs. */
export function headLines(screen: Screen, plan: Plan, options: PlanViewOptions): readonly string[] {
  const organisation =
    options.organisation === undefined ? plan.organisationId : `${options.organisation} (${plan.organisationId})`;
  const findings = findingsSummary(plan);
  const hasErrors = plan.diagnostics.some(({ severity }) => severity === 'error');
  const rows: readonly (readonly Cell[])[] = [
    ['organisation', organisation],
    ['artifact', shortDigest(plan.artifactDigest)],
    ['as of', plan.asOf],
    ...snapshotRows(options),
    ['changes', { text: summariseKinds(plan), tone: 'strong' }],
    ...(findings === '' ? [] : [['findings', { text: findings, tone: hasErrors ? 'bad' : 'warning' } as const]]),
    ...(plan.mapped === undefined ? [] : [['mapped', mappedSummary(plan, screen.unfolded ? Infinity : mappedShown)]]),
    ...riskRows(screen, plan),
    ...(plan.review?.reach === undefined ? [] : [['reach', reachSummary(plan.review.reach)]]),
    ...(hasChanges(plan)
      ? [
          ['cost', costSummary(plan, options)],
          ...windowRows(plan),
          ...(wavesSummary(plan) === '' ? [] : [['waves', wavesSummary(plan)]]),
          ['undo', undoSummary(plan)],
        ]
      : []),
  ];
  return [
    paint(screen, 'strong', printable(options.title ?? `${plan.changeset} → ${plan.environment}`)),
    ...renderTable(screen, rows, { indent: 2 }),
  ];
}

function windowRows({ review }: Plan): readonly (readonly Cell[])[] {
  const fit = review?.windowFit;
  if (fit === undefined) return [];
  return [
    ['window', { text: fit.text, tone: fit.fits === false ? 'bad' : fit.state === 'closed' ? 'warning' : 'good' }],
  ];
}

function riskRows(screen: Screen, { review }: Plan): readonly (readonly Cell[])[] {
  const risk = review?.risk;
  if (risk === undefined) return [];
  const { shown, hidden } = foldRows(screen, risk.reasons, reasonsShown);
  return [
    ['risk', { text: risk.class, tone: riskTones[risk.class] }],
    ...shown.map((reason): readonly Cell[] => ['', `${reason.class}: ${reason.text}`]),
    ...(hidden === 0 ? [] : [['', `… and ${hidden} more (--verbose shows all)`]]),
  ];
}

function snapshotRows({ snapshot }: PlanViewOptions): readonly (readonly Cell[])[] {
  return snapshot === undefined ? [] : [['snapshot', `${shortDigest(snapshot.digest)} from ${snapshot.takenAt}`]];
}
