/** What a folder says about one of its codes. */
export interface CodeEntry {
  readonly code: string;
  readonly summary: string;
  readonly remedy: string;
  /** Folder of `src/` that defines it. */
  readonly area: string;
  /** Why it is so, where that is explained. */
  readonly why?: string | undefined;
  /** What it looks like, several lines, where that is shown. */
  readonly example?: string | undefined;
}

const opening = `# Diagnostics

Every error and every finding of Signalbox carries a code. The message says what is wrong and with which values;
this page says what each code means and what to do next; \`signalbox explain SB1008\` says the same without it. Written by
\`tools/write-diagnostics.ts\` from the \`*ErrorCodes\` maps in \`src/**/errors.ts\` and what \`src/cli/explanations/reasons\` adds;
change it there.
`;

/** The page docs/diagnostics.md: one table per folder, codes in order. Same entries, same bytes. */
export function diagnosticsPage(entries: readonly CodeEntry[]): string {
  const sorted = entries.toSorted((a, b) => a.code.localeCompare(b.code));
  const areas = Map.groupBy(sorted, ({ area }) => area);
  const tables = [...areas].map(([area, codes]) => `\n## ${area}\n\n${table(codes)}${explanations(codes)}`);
  return opening + tables.join('');
}

/** The codes as JSON, one a line, in order. Same entries, same bytes. */
export function codesText(entries: readonly CodeEntry[]): string {
  const sorted = entries.toSorted((a, b) => a.code.localeCompare(b.code));
  return `[\n${sorted.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
}

function table(entries: readonly CodeEntry[]): string {
  const rows = entries.map(({ code, summary, remedy }) => `| ${code} | ${cell(summary)} | ${cell(remedy)} |\n`);
  return `| Code | Meaning | What to do |\n|---|---|---|\n${rows.join('')}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
}

/** What is explained of the codes, below their table. */
function explanations(entries: readonly CodeEntry[]): string {
  return entries
    .filter(({ why, example }) => why !== undefined || example !== undefined)
    .map(({ code, why = '', example }) => {
      const shown = example === undefined ? '' : `\n\n\`\`\`\n${example}\n\`\`\``;
      return `\n**${code}** ${why.replaceAll(/\s+/g, ' ').trim()}${shown}\n`;
    })
    .join('');
}
