import type { ErrorContext } from '../../core/index.ts';
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
  const facts = Object.entries(error.context).flatMap(([name, value]) =>
    value === null || isDiagnosticList(name) ? [] : wrapBehind('  ', `${name}: ${typeof value === 'string' ? printable(value) : formatValue(value)}`, screen.width),
  );
  return textOf([paint(screen, 'bad', first), ...rest, ...facts, ...paragraph('  next: ', error.remedy, screen.width)]);
}

function isDiagnosticList(name: string): boolean {
  return name === 'diagnostics';
}

function paragraph(prefix: string, text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line, index) => wrapBehind(index === 0 ? prefix : '  ', printable(line), width));
}
