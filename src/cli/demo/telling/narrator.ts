import { displayWidth, wrapText } from '../../../views/index.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { excerptOf, type Excerpt } from './excerpt.ts';

/** Tells the story on stdout, in at most 80 columns. */
export interface Narrator {
  readonly heading: (text: string) => void;
  readonly say: (text: string) => void;
  readonly command: (words: readonly string[]) => void;
  /** Real output of a command, apart from lines that the story does not need. */
  readonly output: (text: string, excerpt: Excerpt) => void;
  /** A claim that was checked and holds. */
  readonly proven: (text: string) => void;
}

const widest = 80;

/** A narrator on a terminal. */
export function createNarrator({ write, screen }: Terminal): Narrator {
  const width = Math.min(widest, screen.width);
  const paint = (code: number, text: string): string => (screen.colour ? `\u001B[${code}m${text}\u001B[0m` : text);
  const paragraph = (text: string, first: string, code?: number): void => {
    const indent = ' '.repeat(first.length);
    const lines = wrapText(text, width - first.length).map((line, index) => (index === 0 ? first : indent) + line);
    write(`${lines.map((line) => (code === undefined ? line : paint(code, line))).join('\n')}\n`);
  };
  return {
    heading: (text) => write(`\n${paint(1, text)}\n${'-'.repeat(Math.min(width, text.length))}\n`),
    say: (text) => paragraph(text, ''),
    command: (words) => write(`\n${paint(36, `$ signalbox ${words.map(quoted).join(' ')}`)}\n`),
    output: (text, excerpt) => {
      const lines = excerptOf(text, excerpt).flatMap((line) => placed(line, width));
      write(lines.map((line) => `${line.trimEnd()}\n`).join(''));
    },
    proven: (text) => paragraph(text, '  proven: ', 32),
  };
}

/** Indented where it fits, as it is where it just fits, and folded otherwise. */
function placed(line: string, width: number): readonly string[] {
  const columns = displayWidth(line);
  if (columns > width) return wrapText(line, width - 2).map((part) => `  ${part}`);
  return [columns + 2 > width ? line : `  ${line}`];
}

function quoted(word: string): string {
  return /^[\w./:@-]+$/u.test(word) ? word : `'${word}'`;
}
