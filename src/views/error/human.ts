import { isJsonArray, type ErrorContext, type Json } from '../../core/index.ts';
import { shortDigest } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { paint, type Screen } from '../text/screen.ts';
import { formatValue } from '../text/value.ts';
import { printable } from '../text/width.ts';
import { wrapBehind } from '../text/wrap.ts';

/** An error as a reader needs it. */
export interface ReadableError {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly context: ErrorContext;
}

/** What went wrong, what is known about it, what to do next, and the platform's correlation id where there is one. */
export function errorToHuman(screen: Screen, error: ReadableError): string {
  const [first = '', ...rest] = paragraph(`error ${error.code}: `, error.message, screen.width);
  const facts = Object.entries(error.context).flatMap(([name, value]) => {
    const text = hidden.includes(name) ? '' : newsIn(value, error.message);
    return text === '' ? [] : wrapBehind('  ', `${toWords(name)}: ${text}`, screen.width);
  });
  return textOf([paint(screen, 'bad', first), ...rest, ...facts, ...paragraph('  next: ', error.remedy, screen.width)]);
}

/** What is printed by other means, or only for programs to branch on. */
const hidden: readonly string[] = ['diagnostics', 'failure'];
const empty: readonly string[] = ['', '{}', '[]', '(cleared)'];

/** What a value tells beyond the message; empty when nothing. */
function newsIn(value: Json, message: string): string {
  if (isJsonArray(value))
    return value
      .map((item) => newsIn(item, message))
      .filter((text) => text !== '')
      .join(', ');
  const text = typeof value === 'string' ? printable(shortened(value)) : formatValue(value);
  return empty.includes(text) || message.includes(text) ? '' : text;
}

/** Digests are told apart by their beginning; the whole one would not fit on a line. */
function shortened(text: string): string {
  return text.replaceAll(/sha256:[0-9a-f]{64}/gu, (digest) => `sha256:${shortDigest(digest)}…`);
}

function toWords(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
}

function paragraph(prefix: string, text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line, index) => wrapBehind(index === 0 ? prefix : '  ', printable(line), width));
}
