import { amountOf } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { paint, type Screen } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { printable } from '../text/width.ts';
import { wrapBehind, wrapText } from '../text/wrap.ts';

interface Remark {
  readonly type: string;
  readonly address: string;
  readonly reason: string;
}

/** What became of the documents of an export. */
export interface ReplaySummary {
  readonly organisation: string;
  readonly folder: string;
  readonly documents: number;
  readonly made: readonly { readonly type: string; readonly count: number }[];
  readonly notMade: readonly Remark[];
  readonly stubs: readonly Remark[];
  readonly differs: readonly Remark[];
  readonly requests: number;
  readonly seconds: number;
}

/** How many of one kind are shown before the rest is counted. */
const shownOfKind = 3;

/** A replay's summary as people read it: what was recreated, what not and why, and what is otherwise than in the export. */
export function replayToHuman(screen: Screen, summary: ReplaySummary): string {
  const made = summary.made.reduce((sum, { count }) => sum + count, 0);
  const rows = summary.made.map(({ type, count }) => [type, String(count)]);
  const first = `Recreated ${made} of ${amountOf(summary.documents, 'document')} of ${printable(summary.folder)} in ${printable(summary.organisation)}`;
  return textOf([
    ...(rows.length === 0 ? [] : [...renderTable(screen, rows, { header: ['type', 'recreated'], whole: [0] }), '']),
    ...section(screen, 'Not recreated', summary.notMade),
    ...section(screen, 'Not in the export, and made by name because something refers to it', summary.stubs),
    ...section(screen, 'Otherwise than in the export', summary.differs),
    ...wrapText(`${first}: ${amountOf(summary.requests, 'request')} in ${summary.seconds} s.`, screen.width).map(
      (line) => paint(screen, 'strong', line),
    ),
  ]);
}

/** Remarks of one kind (same type, same reason but for what it quotes) stand together. */
function section(screen: Screen, title: string, remarks: readonly Remark[]): readonly string[] {
  if (remarks.length === 0) return [];
  const kinds = Map.groupBy(remarks, ({ type, address, reason }) => `${type} ${kindOf(reason, address)}`);
  return [
    ...wrapText(`${title} (${remarks.length}):`, screen.width).map((line) => paint(screen, 'strong', line)),
    ...[...kinds.values()].flatMap((kind) => kindLines(screen, kind)),
    '',
  ];
}

function kindLines(screen: Screen, kind: readonly Remark[]): readonly string[] {
  const shown = screen.unfolded ? kind : kind.slice(0, shownOfKind);
  const hidden = kind.length - shown.length;
  const [first] = kind;
  const isOneReason = kind.every(({ reason }) => reason === first?.reason);
  const lines = shown.flatMap(({ address, reason }) => [
    ...wrapBehind('  ', printable(address), screen.width),
    ...(isOneReason ? [] : wrapBehind('      ', printable(reason), screen.width)),
  ]);
  return [
    ...lines,
    ...(hidden === 0 ? [] : [`  and ${hidden} more like ${shown.length === 1 ? 'it' : 'these'} (--verbose)`]),
    ...(isOneReason ? wrapBehind('      ', printable(first?.reason ?? ''), screen.width) : []),
  ];
}

/** The reason without the names in it, which differ from object to object. */
function kindOf(reason: string, address: string): string {
  return reason
    .replaceAll(address, '')
    .replaceAll(/\b[a-z_]+\/.*?(?= (?:is|was|refers|which|does)\b|[,;:]|$)/gu, '')
    .replaceAll(/[\d"'].*?["'\d]/gu, '');
}
