import { displayWidth, printable } from '../text/width.ts';
import { wrapBehind } from '../text/wrap.ts';

/**
 * A detail behind a first-line prefix, each of its lines on lines of their own. A line with a caret stays under the place
 * that it marks: of a marked line that is too long, the part around the caret is shown.
 */
export function detailLines(prefix: string, detail: string, width: number): readonly string[] {
  const indent = ' '.repeat(displayWidth(prefix));
  const lines = detail.split('\n');
  return lines.flatMap((line, index) => {
    const before = index === 0 ? prefix : indent;
    const caret = isCaret(line) ? line : lines[index + 1];
    if (caret === undefined || !isCaret(caret)) return wrapBehind(before, printable(line), width);
    return [before + around(printable(line), caret.length - 1, width - indent.length)];
  });
}

function isCaret(line: string): boolean {
  return /^ *\^$/u.test(line);
}

/** At most `width` columns of the line, with the position inside. */
function around(line: string, position: number, width: number): string {
  const from = Math.max(0, position - width + Math.min(20, Math.floor(width / 2)));
  return line.slice(from, from + width);
}
