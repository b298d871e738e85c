import { paint, type Screen, type Tone } from './screen.ts';
import { displayWidth, padEndTo, printable } from './width.ts';
import { wrapText } from './wrap.ts';

/** One cell; a bare string is plain. */
export type Cell = string | { readonly text: string; readonly tone: Tone };

/** How a table stands on the screen. */
export interface TableOptions {
  readonly header?: readonly string[];
  /** Columns of space before each line. */
  readonly indent?: number;
  /** Columns that are never folded, so that what stands in them can be copied. */
  readonly whole?: readonly number[];
  /** The first column is folded only as far as the others need some room: for the paths of fields. */
  readonly leading?: boolean;
}

/**
 * Rows in aligned columns. When the screen is too narrow the widest columns are folded onto further lines; nothing is
 * cut off. Every row must have the same number of cells.
 */
export function renderTable(
  screen: Screen,
  rows: readonly (readonly Cell[])[],
  options: TableOptions = {},
): readonly string[] {
  const header = options.header?.map((text): Cell => ({ text, tone: 'quiet' }));
  const all = (header === undefined ? rows : [header, ...rows]).map((row) => row.map(toCell));
  if (all.length === 0) return [];
  const indent = options.indent ?? 0;
  const widths = columnWidths(all, screen.width - indent, options);
  return all.flatMap((row) => renderRow(screen, row, widths).map((line) => ' '.repeat(indent) + line));
}

interface PlainCell {
  readonly text: string;
  readonly tone: Tone;
}

const gap = 2;
const leastWidth = 10;
/** What a leading column leaves to the rest of the row. */
const leastRest = 20;

function toCell(cell: Cell): PlainCell {
  return typeof cell === 'string' ? { text: printable(cell), tone: 'plain' } : { ...cell, text: printable(cell.text) };
}

function columnWidths(
  rows: readonly (readonly PlainCell[])[],
  available: number,
  { whole = [], leading = false }: TableOptions,
): readonly number[] {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column]?.text ?? ''))),
  );
  const least = widths.map((width, column) => {
    if (whole.includes(column)) return width;
    return leading && column === 0 ? Math.max(leastWidth, Math.min(width, available - gap - leastRest)) : leastWidth;
  });
  let excess = widths.reduce((sum, width) => sum + width, gap * (count - 1)) - available;
  while (excess > 0) {
    const open = widths.map((width, column) => (width > (least[column] ?? 0) ? width : 0));
    const widest = Math.max(...open);
    if (widest === 0) break;
    widths[open.lastIndexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}

function renderRow(screen: Screen, row: readonly PlainCell[], widths: readonly number[]): readonly string[] {
  const folded = row.map((cell, column) => wrapText(cell.text, widths[column] ?? 0));
  const height = Math.max(...folded.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const cells = row.map((cell, column) => {
      const text = folded[column]?.[line] ?? '';
      const padding = padEndTo(text, widths[column] ?? 0).slice(text.length);
      return paint(screen, cell.tone, text) + (column === row.length - 1 ? '' : padding);
    });
    return cells.join(' '.repeat(gap)).trimEnd();
  });
}
