/** Text that stands as it is in Markdown: nothing in it becomes markup, a mention or a table border. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\r\n]+/gu, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|~!]/gu, String.raw`\$&`)
    .replaceAll('@', '@\u200B');
}

/** The text as inline code, whatever backquotes it holds; safe inside a table cell. */
export function inlineCode(text: string): string {
  const clean = text.replaceAll(/[\r\n]+/gu, ' ').replaceAll('|', String.raw`\|`);
  const longest = Math.max(0, ...Array.from(clean.matchAll(/`+/gu), (match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${clean}${fence}` : `${fence} ${clean} ${fence}`;
}

/** A Markdown table; cells must be escaped already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)];
}

/** A part that is folded until somebody opens it. */
export function foldedPart(summary: string, lines: readonly string[], open = false): readonly string[] {
  return [`<details${open ? ' open' : ''}><summary>${summary}</summary>`, '', ...lines, '', '</details>', ''];
}
