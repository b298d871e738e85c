import { displayWidth, graphemesOf } from './width.ts';

/**
 * The text as lines of at most `width` columns, broken at spaces; a word that is longer than a line is broken after a
 * dot or a slash where it has one, as paths and addresses do. Nothing is left out. At least one line.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const limit = Math.max(8, width);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((entry) => splitWord(entry, limit))) {
    if (line === '') line = word;
    else if (displayWidth(line) + 1 + displayWidth(word) <= limit) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** The text wrapped behind a first-line prefix; following lines are indented to the prefix's width. */
export function wrapBehind(prefix: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat(displayWidth(prefix));
  return wrapText(text, width - indent.length).map((line, index) => (index === 0 ? prefix : indent) + line);
}

function splitWord(word: string, limit: number): readonly string[] {
  if (displayWidth(word) <= limit) return [word];
  const parts: string[] = [];
  let part = '';
  for (const grapheme of graphemesOf(word)) {
    if (displayWidth(part + grapheme) > limit) {
      const joint = jointOf(part);
      parts.push(part.slice(0, joint));
      part = part.slice(joint);
    }
    part += grapheme;
  }
  return part === '' ? parts : [...parts, part];
}

/** Where a piece that fills the line is best broken: after its last dot or slash, if that leaves a fair part of the line. */
function jointOf(part: string): number {
  const joint = Math.max(part.lastIndexOf('.'), part.lastIndexOf('/')) + 1;
  return joint * 3 >= part.length ? joint : part.length;
}
