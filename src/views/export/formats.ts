import type { Diagnostic } from '../../core/index.ts';
import { diagnosticLines } from '../diagnostic/human.ts';
import { diagnosticMarkdownLines } from '../diagnostic/markdown.ts';
import { amountOf } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { escapeMarkdown, inlineCode, markdownTable } from '../text/markdown.ts';
import { paint, type Screen } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { printable } from '../text/width.ts';
import { wrapText } from '../text/wrap.ts';

/** What an export wrote. */
export interface ExportSummary {
  readonly environment: string;
  /** Relative to the project. */
  readonly directory: string;
  /** Documents by type, sorted by type. */
  readonly types: readonly {
    readonly type: string;
    readonly documents: number;
    /** Those that share their name with another object. */
    readonly unmanaged: number;
    /** How many belong to another owner, by owner. */
    readonly managedBy: Readonly<Record<string, number>>;
  }[];
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** An export's summary as people read it. */
export function exportToHuman(screen: Screen, summary: ExportSummary): string {
  const shown = screen.unfolded ? summary.types : summary.types.filter(({ documents }) => documents > 0);
  const empty = summary.types.length - shown.length;
  const rows = shown.map(({ type, documents, unmanaged, managedBy }) => [
    type,
    String(documents),
    [...(unmanaged === 0 ? [] : [`${unmanaged} unmanaged (shared name)`]), ...ownersOf(managedBy)].join(', '),
  ]);
  return textOf([
    ...diagnosticLines(screen, summary.diagnostics),
    '',
    ...(rows.length === 0 ? [] : renderTable(screen, rows, { header: ['type', 'documents', ''], whole: [0] })),
    ...(empty === 0 ? [] : wrapText(`${amountOf(empty, 'type')} without objects to export (--verbose)`, screen.width)),
    '',
    ...wrapText(
      `Exported ${printable(summary.environment)} into ${printable(summary.directory)}: ${closing(summary)}.`,
      screen.width,
    ).map((line) => paint(screen, 'strong', line)),
  ]);
}

/** An export's summary as JSON, kind `ExportSummary`. */
export function exportToJson(summary: ExportSummary): string {
  return jsonDocument('ExportSummary', summary);
}

/** An export's summary as Markdown. */
export function exportToMarkdown(summary: ExportSummary): string {
  const rows = summary.types.map(({ type, documents, unmanaged, managedBy }) => [
    inlineCode(type),
    String(documents),
    String(unmanaged),
    ownersOf(managedBy).join(', ').replaceAll('managed by ', ''),
  ]);
  return textOf([
    `### Export of ${escapeMarkdown(summary.environment)}: ${closing(summary)}`,
    '',
    ...markdownTable(['type', 'documents', 'unmanaged', 'managed by'], rows),
    '',
    ...diagnosticMarkdownLines(summary.diagnostics),
  ]);
}

function ownersOf(managedBy: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(managedBy)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([owner, count]) => `${count} managed by ${owner}`);
}

function closing(summary: ExportSummary): string {
  return `wrote ${amountOf(summary.written, 'file')}, kept ${summary.unchanged}, removed ${summary.removed}`;
}
