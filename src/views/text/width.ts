const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const wide =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Bopomofo}|\p{Script=Yi}|[\u3000-\u303E\u3200-\u33FF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6])/u;
const emoji = /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}{2}|\p{Emoji}\uFE0F)/u;
const invisible = /^(?:\p{M}|\p{Cf}|\p{Zl}|\p{Zp})+$/u;
const halfWidth = /^[\uFF61-\uFFDC]/u;

/** The pieces of the text that a reader sees as one character each. */
export function graphemesOf(text: string): readonly string[] {
  if (isPlainAscii(text)) return [...text];
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** How many terminal columns the text takes: wide characters two, combining marks none. Without escape sequences. */
export function displayWidth(text: string): number {
  if (isPlainAscii(text)) return text.length;
  return graphemesOf(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** The text filled up with spaces to the width in columns; longer text stays as it is. */
export function padEndTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/**
 * The text with control characters, line ends and direction marks made visible: names come from live organisations and
 * must neither move the cursor nor swap the order of what is read.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, (character) => {
    if (character === '\n') return '⏎';
    if (character === '\t') return ' ';
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

function isPlainAscii(text: string): boolean {
  return /^[\u0020-\u007E]*$/u.test(text);
}

function graphemeWidth(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  if (halfWidth.test(grapheme)) return 1;
  return wide.test(grapheme) || emoji.test(grapheme) ? 2 : 1;
}
