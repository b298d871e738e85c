import { formatPath } from '../../core/index.ts';
import type { SnapshotDiff, SnapshotDifference } from '../../core/snapshot/index.ts';
import { amountOf, readableInstant } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { foldedLine, foldRows } from '../text/fold.ts';
import { escapeHtml, escapeMarkdown, foldedPart, inlineCode, markdownTable } from '../text/markdown.ts';
import { paint, type Screen, type Tone } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { formatValue } from '../text/value.ts';
import { printable } from '../text/width.ts';
import { wrapBehind, wrapText } from '../text/wrap.ts';

/** Where an organisation was looked at, and when. */
export interface Instant {
  /** `live` or a file. */
  readonly source: string;
  /** ISO instant. */
  readonly takenAt: string;
}

/** What changed in one environment between two instants. */
export interface InstantsComparison extends SnapshotDiff {
  readonly environment: string;
  readonly before: Instant;
  readonly after: Instant;
}

/** The comparison as people read it: every object with its fields, then what could not be told, then the sum. */
export function instantsToHuman(screen: Screen, comparison: InstantsComparison): string {
  const { environment, before, after, differences, notCompared } = comparison;
  const { shown, hidden } = foldRows(screen, differences);
  const blind = foldRows(screen, notCompared);
  return textOf([
    paint(screen, 'strong', printable(`${environment} at two instants`)),
    ...[`before: ${instantText(before)}`, `after: ${instantText(after)}`].flatMap((line) =>
      wrapBehind('  ', printable(line), screen.width),
    ),
    '',
    ...shown.flatMap((each) => differenceLines(screen, each)),
    ...foldedLine(hidden),
    ...(shown.length === 0 ? [] : ['']),
    ...(notCompared.length === 0 ? [] : ['Not compared:']),
    ...blind.shown.flatMap(({ type, because }) => wrapBehind('? ', printable(`${type}: ${because}`), screen.width)),
    ...foldedLine(blind.hidden),
    ...(notCompared.length === 0 ? [] : ['']),
    ...wrapText(`${summaryOf(comparison)}.`, screen.width),
  ]);
}

/** The same as Markdown, each object folded. */
export function instantsToMarkdown(comparison: InstantsComparison): string {
  const { environment, before, after, differences, notCompared } = comparison;
  return textOf([
    `### ${escapeMarkdown(`${environment}: ${summaryOf(comparison)}`)}`,
    '',
    `${escapeMarkdown(instantText(before))} → ${escapeMarkdown(instantText(after))}`,
    '',
    ...differences.flatMap((difference) => {
      const rows = fieldRows(difference).map(([path, left, right]) => [path, left, right].map(inlineCode));
      const head = `<code>${escapeHtml(difference.address)}</code> ${headlineOf(difference)}`;
      return foldedPart(head, rows.length === 0 ? [] : markdownTable(['field', 'before', 'after'], rows));
    }),
    ...notCompared.map(({ type, because }) => `- not compared: ${inlineCode(type)} ${escapeMarkdown(because)}`),
  ]);
}

/** The same as JSON, kind `SnapshotComparison`. */
export function instantsToJson(comparison: InstantsComparison): string {
  return jsonDocument('SnapshotComparison', { comparison });
}

const marks = { created: '+ ', deleted: '- ', changed: '~ ' } as const;
const tones: Readonly<Record<SnapshotDifference['kind'], Tone>> = {
  created: 'good',
  deleted: 'bad',
  changed: 'warning',
};

function differenceLines(screen: Screen, difference: SnapshotDifference): readonly string[] {
  const { kind, address } = difference;
  const head = printable(`${address}: ${headlineOf(difference)}`);
  const [first = '', ...rest] = wrapBehind(marks[kind], head, screen.width);
  const rows = fieldRows(difference).map(([path, left, right]) => [path, `${left} → ${right}`]);
  return [paint(screen, tones[kind], first), ...rest, ...renderTable(screen, rows, { indent: 4, leading: true })];
}

function headlineOf({ kind, fields }: SnapshotDifference): string {
  return kind === 'changed' ? amountOf(fields.length, 'field') : kind;
}

function fieldRows({ fields }: SnapshotDifference): readonly (readonly [string, string, string])[] {
  return fields.map(({ path, left, right }) => [formatPath(path), formatValue(left), formatValue(right)]);
}

function instantText({ source, takenAt }: Instant): string {
  return `${source}, ${readableInstant(takenAt)}`;
}

function summaryOf({ compared, differences }: InstantsComparison): string {
  const count = (kind: SnapshotDifference['kind']): number => differences.filter((each) => each.kind === kind).length;
  return `of ${amountOf(compared, 'object')} ${count('changed')} changed, ${count('created')} created since, ${count('deleted')} deleted`;
}
