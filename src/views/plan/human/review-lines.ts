import type { Plan } from '../../../core/plan/index.ts';
import type { InverseStep, Reach, RollbackForecast } from '../../../core/review/index.ts';
import { amountOf } from '../../text/amount.ts';
import { foldedLine, foldRows } from '../../text/fold.ts';
import { paint, type Screen } from '../../text/screen.ts';
import { renderTable, type Cell } from '../../text/table.ts';
import { printable } from '../../text/width.ts';
import { wrapBehind } from '../../text/wrap.ts';
import { effectWords, reversibilityWords } from '../plan-summary.ts';

/** Reached objects of one type, or numbers, that stand on a screen before they are folded. */
const reachedShown = 6;

/** What the touched objects can affect, by type; with the way to each on an unfolded screen. */
export function reachLines(screen: Screen, { review }: Plan): readonly string[] {
  const reach = review?.reach;
  if (reach === undefined || isNothing(reach)) return [];
  const rows = [
    ...[...Map.groupBy(reach.objects, ({ type }) => type)].map(([type, objects]): readonly Cell[] => [
      type,
      listText(
        screen,
        objects.map(({ address, via }) => (screen.unfolded ? via.join(' ← ') : address.slice(type.length + 1))),
      ),
    ]),
    ...rowOf('numbers', listText(screen, reach.numbers)),
    ...rowOf('people', reach.users === undefined || reach.users === 0 ? '' : `${reach.users}`),
    ...rowOf('open now', listText(screen, reach.openSchedules)),
    ...reach.unseen.map((text): readonly Cell[] => ['not seen', text]),
  ];
  return [paint(screen, 'strong', 'Can affect'), ...renderTable(screen, rows, { indent: 2 }), ''];
}

/** The way back: what would not be restored exactly, what stands in its way, who approves it, how it is checked. */
export function rollbackLines(screen: Screen, { review }: Plan): readonly string[] {
  const rollback = review?.rollback;
  if (rollback === undefined) return [];
  const { shown, hidden } = foldRows(screen, tellingSteps(screen, rollback));
  return [
    paint(screen, 'strong', 'Taking it back'),
    ...wrapBehind(
      '  ',
      `${reversibilityWords[rollback.reversibility]}, in ${amountOf(rollback.steps.length, 'step')}`,
      screen.width,
    ),
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

function isNothing({ objects, numbers, openSchedules, unseen, users = 0 }: Reach): boolean {
  return objects.length + numbers.length + openSchedules.length + unseen.length + users === 0;
}
