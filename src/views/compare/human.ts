import type { DifferenceClass, EnvironmentComparison, ObjectDifference } from '../../core/compare/index.ts';
import { readableInstant } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { foldedLine, foldRows } from '../text/fold.ts';
import { paint, type Screen, type Tone } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { printable } from '../text/width.ts';
import { wrapBehind, wrapText } from '../text/wrap.ts';
import { comparisonSummary, fieldTexts, headlineOf, nameOf, percentOf } from './words.ts';

/** A comparison as people read it: undeclared differences in full, the others counted, then each type and the sum. */
export function comparisonToHuman(screen: Screen, comparison: EnvironmentComparison): string {
  const { left, right, differences, notCompared, expired } = comparison;
  const wanted = differences.filter((each) => screen.unfolded || each.class === 'undeclared');
  const { shown, hidden } = foldRows(screen, wanted);
  const quiet = differences.length - wanted.length;
  return textOf([
    paint(screen, 'strong', printable(`${left.environment} and ${right.environment} side by side`)),
    ...[left, right].flatMap((side) =>
      wrapBehind('  ', printable(`${side.environment}: ${sourceOf(side)}`), screen.width),
    ),
    '',
    ...shown.flatMap((each) => differenceLines(screen, each, comparison)),
    ...foldedLine(hidden),
    ...(quiet === 0
      ? []
      : wrapText(`${quiet} more that mappings or people answer for (--verbose shows them)`, screen.width)),
    ...(shown.length + quiet === 0 ? [] : ['']),
    ...typeTable(screen, comparison),
    ...notComparedLines(screen, notCompared),
    ...expired.flatMap(({ resource, field, owner, expires }) =>
      wrapBehind(
        '! ',
        printable(`expired: ${resource}${field === undefined ? '' : ` ${field}`} (${owner}, until ${expires})`),
        screen.width,
      ),
    ),
    '',
    ...wrapText(`${comparisonSummary(comparison)}.`, screen.width).map((line) =>
      paint(screen, comparison.total.undeclared > 0 ? 'warning' : 'good', printable(line)),
    ),
  ]);
}

function sourceOf({ source, takenAt }: EnvironmentComparison['left']): string {
  return takenAt === undefined ? source : `${source}, ${readableInstant(takenAt)}`;
}

const tones: Readonly<Record<DifferenceClass, Tone>> = { mapped: 'quiet', declared: 'quiet', undeclared: 'warning' };
const marks: Readonly<Record<DifferenceClass, string>> = { mapped: '~ ', declared: '= ', undeclared: '! ' };

function differenceLines(
  screen: Screen,
  difference: ObjectDifference,
  comparison: EnvironmentComparison,
): readonly string[] {
  const head = printable(`${nameOf(difference)}: ${headlineOf(difference, comparison)}`);
  const [first = '', ...rest] = wrapBehind(marks[difference.class], head, screen.width);
  const rows = difference.fields.map((field) => {
    const [path, left, right, why] = fieldTexts(field);
    return [path, `${left} ↔ ${right}`, { text: why, tone: tones[field.class] }];
  });
  return [
    paint(screen, tones[difference.class], first),
    ...rest,
    ...renderTable(screen, rows, { indent: 4, leading: true }),
  ];
}

function typeTable(screen: Screen, { types, total }: EnvironmentComparison): readonly string[] {
  const rows = types
    .filter(({ compared }) => compared > 0 || screen.unfolded)
    .map(({ type, ...count }) => [type, ...countCells(count)]);
  if (rows.length === 0) return [];
  const header = ['type', 'compared', 'identical', 'mapped', 'declared', 'undeclared', 'expected'];
  return renderTable(screen, [...rows, ['in all', ...countCells(total)]], { header });
}

function countCells(count: EnvironmentComparison['total']): readonly string[] {
  const { compared, identical, mapped, declared, undeclared } = count;
  return [...[compared, identical, mapped, declared, undeclared].map(String), percentOf(count)];
}

function notComparedLines(screen: Screen, notCompared: EnvironmentComparison['notCompared']): readonly string[] {
  if (notCompared.length === 0) return [];
  const { shown, hidden } = foldRows(screen, notCompared);
  return [
    '',
    'Not compared:',
    ...shown.flatMap(({ type, because, addresses }) => {
      const of =
        addresses.length === 0
          ? ''
          : ` (${foldRows(screen, addresses, 3).shown.join(', ')}${addresses.length > 4 && !screen.unfolded ? ', …' : ''})`;
      return wrapBehind('? ', printable(`${type}: ${because}${of}`), screen.width);
    }),
    ...foldedLine(hidden),
  ];
}
