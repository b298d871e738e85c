/** What a folder says about one of its codes. */
export interface CodeEntry {
  readonly code: string;
  readonly summary: string;
  readonly remedy: string;
  /** Folder of `src/` that defines it. */
  readonly area: string;
}

const opening = `# Diagnostics

Every error and every finding of Signalbox carries a code. The message says what is wrong and with which values;
this page says what each code means and what to do next. Written by \`tools/write-diagnostics.ts\` from the
\`*ErrorCodes\` maps in \`src/**/errors.ts\`; change it there.
`;

/** The page docs/diagnostics.md: one table per folder, codes in order. Same entries, same bytes. */
export function diagnosticsPage(entries: readonly CodeEntry[]): string {
  const sorted = entries.toSorted((a, b) => a.code.localeCompare(b.code));
  const areas = Map.groupBy(sorted, ({ area }) => area);
  const tables = [...areas].map(([area, codes]) => `\n## ${area}\n\n${table(codes)}`);
  return opening + tables.join('');
}

function table(entries: readonly CodeEntry[]): string {
  const rows = entries.map(({ code, summary, remedy }) => `| ${code} | ${cell(summary)} | ${cell(remedy)} |\n`);
  return `| Code | Meaning | What to do |\n|---|---|---|\n${rows.join('')}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
}
