import type { Diagnostic, Severity } from '../../core/index.ts';
import { amountOf } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { fitParts, type MarkdownPart } from '../text/fit-markdown.ts';
import { escapeMarkdown, fencedBlock, inlineCode } from '../text/markdown.ts';
import { printable } from '../text/width.ts';
import { formatLocation } from './human.ts';

/** Diagnostics as a pull-request comment. */
export function diagnosticsToMarkdown(diagnostics: readonly Diagnostic[], checked: string): string {
  const verdict = diagnostics.length === 0 ? 'everything is fine' : amountOf(diagnostics.length, 'finding');
  return textOf([`### ${escapeMarkdown(checked)}: ${verdict}`, '', ...diagnosticMarkdownLines(diagnostics)]);
}

/** Errors open, warnings and notes folded. */
export function diagnosticMarkdownLines(diagnostics: readonly Diagnostic[]): readonly string[] {
  return fitParts(diagnosticParts(diagnostics), { limit: Infinity, folds: true }).lines;
}

/** The same as parts that can be cut, one block per diagnostic; errors get room before anything else. */
export function diagnosticParts(diagnostics: readonly Diagnostic[]): readonly MarkdownPart[] {
  const of = (severity: Severity) => diagnostics.filter((entry) => entry.severity === severity);
  const others = [...of('warning'), ...of('info')];
  const counts = [amountOf(of('warning').length, 'warning'), amountOf(of('info').length, 'note')];
  const summary = counts.filter((count) => !count.startsWith('0 ')).join(', ');
  const blockOf = (entry: Diagnostic) => ({ lines: itemLines(entry), rank: entry.severity === 'error' ? 0 : 2 });
  return [{ blocks: of('error').map(blockOf) }, { summary, blocks: others.map(blockOf) }];
}

function itemLines(entry: Diagnostic): readonly string[] {
  const where = [entry.address, entry.source === undefined ? undefined : formatLocation(entry.source)].filter(
    (part) => part !== undefined,
  );
  return [
    `- **${entry.severity} ${entry.code}** ${escapeMarkdown(entry.summary)}${where.map((part) => ` · ${inlineCode(part)}`).join('')}`,
    ...detailText(entry.detail),
    `  *${escapeMarkdown(entry.remedy)}*`,
  ];
}

/** A detail of several lines holds code with a mark under it. */
function detailText(detail: string): readonly string[] {
  if (!detail.includes('\n')) return [`  ${escapeMarkdown(detail)}`];
  return ['', ...fencedBlock(detail.split('\n').map(printable)).map((line) => `  ${line}`), ''];
}
