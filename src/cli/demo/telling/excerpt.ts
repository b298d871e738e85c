/** Which lines of an output the story shows. */
export interface Excerpt {
  /** Only from the last line on that matches this. */
  readonly from?: RegExp;
  /** Only lines that match one of these; all by default. */
  readonly keep?: readonly RegExp[];
  /** At most this many lines; 24 by default. */
  readonly most?: number;
}

/** The lines to show. Every gap is marked with the number of lines left out; nothing is changed or added otherwise. */
export function excerptOf(text: string, { from, keep, most = 24 }: Excerpt): readonly string[] {
  const lines = text.trimEnd().split('\n');
  const start = from === undefined ? 0 : lines.findLastIndex((line) => from.test(line));
  const wanted = lines.map((line, index) => index >= start && (keep === undefined || keep.some((pattern) => pattern.test(line))));
  const shown: string[] = [];
  let gap = 0;
  let count = 0;
  for (const [index, line] of lines.entries()) {
    if (wanted[index] === true && count < most) {
      shown.push(...gapLine(gap), line);
      gap = 0;
      count += 1;
    } else if (line.trim() !== '' || gap > 0) gap += 1;
  }
  return [...shown, ...gapLine(gap)];
}

function gapLine(count: number): readonly string[] {
  return count === 0 ? [] : [`[… ${count} ${count === 1 ? 'line' : 'lines'}]`];
}
