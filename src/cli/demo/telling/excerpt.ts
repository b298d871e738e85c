/** Which lines of an output the story shows. */
export interface Excerpt {
  /** Only from the last line on that matches this. */
  readonly from?: RegExp;
  /** Only lines that match one of these; all by default. */
  readonly keep?: readonly RegExp[];
  /** Not the lines that match this. */
  readonly drop?: RegExp;
}

/** The lines to show, unchanged, and at the end how many were left out. A paragraph at the margin is shown whole. */
export function excerptOf(text: string, { from, keep, drop }: Excerpt): readonly string[] {
  const lines = text.trimEnd().split('\n');
  const start = from === undefined ? 0 : lines.findLastIndex((line) => from.test(line));
  const shown: string[] = [];
  let isParagraph = false;
  for (const line of lines.slice(start)) {
    const isNamed = keep === undefined || keep.some((pattern) => pattern.test(line));
    const isAtMargin = /^\S/u.test(line);
    const isShown: boolean = (isNamed || (isParagraph && isAtMargin)) && drop?.test(line) !== true;
    if (isShown) shown.push(line);
    isParagraph = isShown && isAtMargin;
  }
  const hidden = lines.length - shown.length;
  return hidden === 0 ? shown : [...shown, `(${hidden} of ${lines.length} lines left out)`];
}
