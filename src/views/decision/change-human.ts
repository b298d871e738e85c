import { describeDecisionChange, type DecisionChange, type FieldValues } from '../../core/decision/index.ts';
import { formatPath } from '../../core/index.ts';
import { amountOf, readableInstant, shortDigest } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { foldedLine, foldRows } from '../text/fold.ts';
import { paint, type Screen } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { formatValue } from '../text/value.ts';
import { printable } from '../text/width.ts';
import { wrapBehind, wrapText } from '../text/wrap.ts';
import type { DecisionComparison } from './comparison.ts';

/** Objects that stand on a screen before they are folded. */
const objectsShown = 30;

/** Why two decisions differ, as people read it: by object, with what was decided and what would be done now. */
export function decisionChangeToHuman(screen: Screen, comparison: DecisionComparison): string {
  const { earlier, later, changes, who } = comparison;
  const rows = (
    [
      ['earlier', earlier],
      ['later', later],
    ] as const
  ).flatMap(([word, { name, plan }]) => [
    [word, `${name}: ${plan.changeset} → ${plan.environment}`],
    ['', `${readableInstant(plan.asOf)} · decision ${shortDigest(plan.decisionDigest)}`],
  ]);
  return textOf([
    paint(
      screen,
      'strong',
      changes.length === 0 ? 'The same decision' : `Two decisions (${amountOf(changes.length, 'difference')})`,
    ),
    ...renderTable(screen, rows, { indent: 2 }),
    '',
    ...changeLines(screen, changes),
    ...(who ?? []).flatMap((line) => wrapBehind('  who: ', printable(line), screen.width)),
    ...(who?.length === 0 && changes.length > 0 ? ['  who: nothing is known of it'] : []),
    '',
    ...wrapText(verdictOf(comparison), screen.width),
  ]);
}

/** What the comparison means for an approval. */
export function verdictOf({ changes }: DecisionComparison): string {
  return changes.length === 0
    ? 'An approval of one covers the other.'
    : 'An approval of the earlier one does not cover the later one.';
}

function changeLines(screen: Screen, changes: readonly DecisionChange[]): readonly string[] {
  const groups = [...Map.groupBy(changes, (change) => ('address' in change ? change.address : ''))];
  const { shown, hidden } = foldRows(screen, groups, objectsShown);
  return [
    ...shown.flatMap(([address, of]) => [
      ...(address === ''
        ? []
        : wrapBehind('  ', printable(address), screen.width).map((line) => paint(screen, 'strong', line))),
      ...of.flatMap((change) => oneChange(screen, change, address)),
    ]),
    ...foldedLine(hidden).map((line) => `  ${line}`),
    '',
  ];
}

function oneChange(screen: Screen, change: DecisionChange, address: string): readonly string[] {
  const indent = address === '' ? 2 : 4;
  if (change.kind === 'field') return fieldLines(screen, change);
  const text = describeDecisionChange(change);
  const short = address !== '' && text.startsWith(`${address}: `) ? text.slice(address.length + 2) : text;
  const digests =
    change.kind === 'artifact' || change.kind === 'environment-rules'
      ? ` (${shortDigest(change.earlier)} → ${shortDigest(change.later)})`
      : '';
  return wrapBehind(' '.repeat(indent), printable(short + digests), screen.width);
}

function fieldLines(
  screen: Screen,
  { path, earlier, later }: Extract<DecisionChange, { readonly kind: 'field' }>,
): readonly string[] {
  const rows = [
    [formatPath(path), 'earlier', { text: changeText(earlier), tone: 'bad' }] as const,
    ['', 'later', { text: changeText(later), tone: 'good' }] as const,
  ];
  return renderTable(screen, rows, { indent: 4, leading: true });
}

function changeText(values: FieldValues | undefined): string {
  if (values === undefined) return 'not changed';
  return `${formatValue(values.before)} → ${formatValue(values.after)}`;
}
