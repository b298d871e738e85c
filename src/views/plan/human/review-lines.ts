import { formatPath } from '../../../core/index.ts';
import type { Plan } from '../../../core/plan/index.ts';
import type { InverseStep, MergedField, MergeOutcome, Reach, RollbackForecast } from '../../../core/review/index.ts';
import { amountOf, readableInstant } from '../../text/amount.ts';
import { foldedLine, foldRows } from '../../text/fold.ts';
import { paint, type Screen, type Tone } from '../../text/screen.ts';
import { renderTable, type Cell } from '../../text/table.ts';
import { printable } from '../../text/width.ts';
import { wrapBehind } from '../../text/wrap.ts';
import { effectWords, reversibilityWords } from '../plan-summary.ts';
import { routeText } from '../review-words.ts';

const mergeOrder: readonly MergeOutcome[] = ['conflict', 'overwritten', 'agreed', 'kept'];
const mergeTones: Readonly<Record<MergeOutcome, Tone>> = {
  conflict: 'bad',
  overwritten: 'warning',
  agreed: 'plain',
  kept: 'plain',
};

/** Reached objects of one type, or numbers, that stand on a screen before they are folded. */
const reachedShown = 6;

/** What the touched objects can affect, by type; with the way to each on an unfolded screen. */
export function reachLines(screen: Screen, { review }: Plan): readonly string[] {
  const reach = review?.reach;
  if (reach === undefined) return [];
  if (isNothing(reach))
    return [...unseenLines(screen, reach, 'not seen for reach: '), ...(reach.unseen.length > 0 ? [''] : [])];
  const rows = [
    ...reachedRows(screen, reach),
    ...rowOf('numbers', listText(screen, reach.numbers)),
    ...rowOf('people', reach.users === undefined || reach.users === 0 ? '' : `at most ${reach.users}`),
    ...rowOf('open now', listText(screen, reach.openSchedules)),
  ];
  const routes = reach.routes.map((route) => [route.address, routeText(route)]);
  return [
    paint(screen, 'strong', 'Can affect'),
    ...renderTable(screen, rows, { indent: 2 }),
    ...(routes.length === 0 ? [] : ['  Calls now go']),
    ...renderTable(screen, routes, { indent: 4 }),
    ...unseenLines(screen, reach, '  not seen  '),
    '',
  ];
}

function unseenLines(screen: Screen, { unseen }: Reach, label: string): readonly string[] {
  return unseen.flatMap((text) =>
    wrapBehind(label, printable(text), screen.width).map((line) => paint(screen, 'quiet', line)),
  );
}

/** By type; on an unfolded screen each object with the way that leads to it. */
function reachedRows(screen: Screen, { objects }: Reach): readonly (readonly Cell[])[] {
  if (screen.unfolded)
    return objects.map(({ address, via }): readonly Cell[] => [
      address,
      `by ${via.slice(0, -1).toReversed().join(' ← ')}`,
    ]);
  return [...Map.groupBy(objects, ({ type }) => type)].map(([type, of]): readonly Cell[] => [
    type,
    listText(
      screen,
      of.map(({ address }) => address.slice(type.length + 1)),
    ),
  ]);
}

/** The way back: what would not be restored exactly, what stands in its way, who approves it, how it is checked. */
export function rollbackLines(screen: Screen, { review }: Plan): readonly string[] {
  const rollback = review?.rollback;
  if (rollback === undefined || rollback.steps.length + rollback.problems.length === 0) return [];
  const { shown, hidden } = foldRows(screen, tellingSteps(screen, rollback));
  return [
    ...wrapBehind(
      '',
      `Taking it back (${amountOf(rollback.steps.length, 'step')}): ${reversibilityWords[rollback.reversibility]}`,
      screen.width,
    ).map((line) => paint(screen, 'strong', line)),
    ...rollback.problems.flatMap((text) =>
      wrapBehind('  ! ', printable(text), screen.width).map((line) => paint(screen, 'bad', line)),
    ),
    ...renderTable(screen, shown.map(inverseRow), { indent: 2 }),
    ...foldedLine(hidden).map((line) => `  ${line}`),
    ...renderTable(
      screen,
      [...rowOf('approvers', rollback.approvers.join(', ')), ...rollback.successChecks.map((text) => ['check', text])],
      { indent: 2 },
    ),
    '',
  ];
}

/** Of the plan of a rollback: who may approve it and how one knows that it worked. */
export function termLines(screen: Screen, { terms }: Plan): readonly string[] {
  const rows = [
    ...rowOf('approvers', terms?.approvers.join(', ') ?? ''),
    ...(terms?.successChecks ?? []).map((text) => ['check', text]),
  ];
  if (terms === undefined || rows.length === 0) return [];
  return [
    paint(screen, 'strong', printable(`As it was approved with ${terms.undoes}`)),
    ...renderTable(screen, rows, { indent: 2 }),
    '',
  ];
}

/** What was changed by hand since the last deployment, and what the plan makes of it; what is in its way first. */
export function mergeLines(screen: Screen, { review }: Plan): readonly string[] {
  const merges = review?.merges ?? [];
  if (merges.length === 0) return [];
  const sorted = mergeOrder.flatMap((outcome) => merges.filter((merge) => merge.outcome === outcome));
  const { shown, hidden } = foldRows(screen, sorted, 10);
  return [
    paint(screen, 'strong', `Changed by hand since the last deployment (${merges.length})`),
    ...shown.flatMap((merge) => mergedFieldLines(screen, merge)),
    ...foldedLine(hidden).map((line) => `  ${line}`),
    '',
  ];
}

function mergedFieldLines(screen: Screen, merge: MergedField): readonly string[] {
  const { outcome, address, path, by, at, text } = merge;
  const who = by === undefined ? '' : ` · by ${by}${at === undefined ? '' : `, ${readableInstant(at)}`}`;
  const [first = '', ...rest] = wrapBehind(`  ${outcome}  `, printable(`${address} ${formatPath(path)}`), screen.width);
  return [
    paint(screen, mergeTones[outcome], first),
    ...rest,
    ...wrapBehind('      ', printable(text + who), screen.width).map((line) => paint(screen, 'quiet', line)),
  ];
}

/** Requests by endpoint; on an unfolded screen only. */
export function costLines(screen: Screen, { review }: Plan): readonly string[] {
  const endpoints = review?.cost?.endpoints ?? [];
  if (!screen.unfolded || endpoints.length === 0) return [];
  const rows = endpoints.map(({ method, path, requests }) => [`${requests}`, method, path]);
  return [paint(screen, 'strong', 'Requests'), ...renderTable(screen, rows, { indent: 2 }), ''];
}

function tellingSteps(screen: Screen, { steps }: RollbackForecast): readonly InverseStep[] {
  return screen.unfolded ? steps : steps.filter(({ reversibility }) => reversibility !== 'exact');
}

function inverseRow({ stepId, kind, address, text, effect }: InverseStep): readonly Cell[] {
  return [stepId, kind, address, effect === 'none' ? text : `${text} · ${effectWords[effect]}`];
}

function listText(screen: Screen, texts: readonly string[]): string {
  const { shown, hidden } = foldRows(screen, texts, reachedShown);
  return hidden === 0 ? shown.join(', ') : `${shown.join(', ')} … and ${hidden} more`;
}

function rowOf(name: string, text: string): readonly (readonly Cell[])[] {
  return text === '' ? [] : [[name, text]];
}

/** True when nothing is known to be reached. */
function isNothing({ objects, numbers, openSchedules, routes, users = 0 }: Reach): boolean {
  return objects.length + numbers.length + openSchedules.length + routes.length + users === 0;
}
