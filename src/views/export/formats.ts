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
  readonly types: readonly { readonly type: string; readonly documents: number; readonly unmanaged: number }[];
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** An export's summary as people read it. */
export function exportToHuman(screen: Screen, summary: ExportSummary): string {
  const rows = summary.types.map(({ type, documents, unmanaged }) => [
    type,
    String(documents),
    unmanaged === 0 ? '' : `${unmanaged} unmanaged (shared name)`,
  ]);
  return textOf([
    ...diagnosticLines(screen, summary.diagnostics),
    '',
    ...renderTable(screen, rows, { header: ['type', 'documents', ''] }),
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
  const rows = summary.types.map(({ type, documents, unmanaged }) => [
    inlineCode(type),
    String(documents),
    String(unmanaged),
  ]);
  return textOf([
    `### Export of ${escapeMarkdown(summary.environment)}: ${closing(summary)}`,
    '',
    ...markdownTable(['type', 'documents', 'unmanaged'], rows),
    '',
    ...diagnosticMarkdownLines(summary.diagnostics),
  ]);
}

function closing(summary: ExportSummary): string {
  return `wrote ${amountOf(summary.written, 'file')}, kept ${summary.unchanged}, removed ${summary.removed}`;
}
