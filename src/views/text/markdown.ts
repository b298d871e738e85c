import { printable } from './width.ts';

/** Text that stands as it is in Markdown: nothing in it becomes markup, a mention or a table border. */
export function escapeMarkdown(text: string): string {
  return printable(text.replaceAll(/[\r\n]+/gu, ' '))
    .replaceAll(/[\\`*_{}[\]<>#|~!]/gu, String.raw`\$&`)
    .replaceAll('@', '@\u200B');
}

/** Text inside an HTML tag of Markdown, where Markdown's own escapes would be shown as they are. */
export function escapeHtml(text: string): string {
  return printable(text.replaceAll(/[\r\n]+/gu, ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u200B');
}

/** The text as inline code, whatever backquotes it holds. Not for table cells. */
export function inlineCode(text: string): string {
  const clean = printable(text.replaceAll(/[\r\n]+/gu, ' '));
  const longest = Math.max(0, ...Array.from(clean.matchAll(/`+/gu), (match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${clean}${fence}` : `${fence} ${clean} ${fence}`;
}

/** The text as inline code in a table cell, where a bar must be escaped even inside code. */
export function cellCode(text: string): string {
  return inlineCode(text).replaceAll('|', String.raw`\|`);
}

/** Lines as a fenced block, whatever fences they hold. */
export function fencedBlock(lines: readonly string[], language = ''): readonly string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => Array.from(line.matchAll(/`+/gu), ([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence];
}

/** A Markdown table; cells must be escaped already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}

/** A part that is folded until somebody opens it; its summary is HTML and must be escaped already. */
export function foldedPart(summary: string, lines: readonly string[], open = false): readonly string[] {
  return [`<details${open ? ' open' : ''}><summary>${summary}</summary>`, '', ...lines, '', '</details>', ''];
}
