import type { Diagnostic, Severity, SourceLocation } from '../../core/index.ts';
import { amountOf } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { paint, type Screen, type Tone } from '../text/screen.ts';
import { printable } from '../text/width.ts';
import { wrapBehind } from '../text/wrap.ts';
import { detailLines } from './detail-lines.ts';

const order: readonly Severity[] = ['error', 'warning', 'info'];
const tones: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warning', info: 'quiet' };

/** Diagnostics as people read them, errors first, with a closing count; says so when there are none. */
export function diagnosticsToHuman(screen: Screen, diagnostics: readonly Diagnostic[], checked: string): string {
  const counts = order.map((severity) => ({
    severity,
    count: diagnostics.filter((entry) => entry.severity === severity).length,
  }));
  const found = counts
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => (severity === 'info' ? amountOf(count, 'note') : amountOf(count, severity)));
  const closing = found.length === 0 ? `${checked}: everything is fine.` : `${checked}: ${found.join(', ')}.`;
  return textOf([...diagnosticLines(screen, diagnostics), '', closing]);
}

/** One block per diagnostic: what, where, why, next. Errors first, otherwise in the order given. */
export function diagnosticLines(screen: Screen, diagnostics: readonly Diagnostic[]): readonly string[] {
  return order.flatMap((severity) =>
    diagnostics.filter((entry) => entry.severity === severity).flatMap((entry) => [...blockOf(screen, entry), '']),
  );
}

/** `file:line:column`, as editors understand it. */
export function formatLocation(source: SourceLocation): string {
  return [source.file, source.line, source.line === undefined ? undefined : source.column]
    .filter((part) => part !== undefined)
    .join(':');
}

function blockOf(screen: Screen, entry: Diagnostic): readonly string[] {
  const [first = '', ...rest] = wrapBehind(
    `${entry.severity === 'info' ? 'note' : entry.severity} ${entry.code}: `,
    printable(entry.summary),
    screen.width,
  );
  const where = [entry.address, entry.source === undefined ? undefined : formatLocation(entry.source)].filter(
    (part) => part !== undefined,
  );
  return [
    paint(screen, tones[entry.severity], first),
    ...rest,
    ...(where.length === 0 ? [] : wrapBehind('  where: ', printable(where.join(' · ')), screen.width)),
    ...detailLines('  why:   ', entry.detail, screen.width),
    ...wrapBehind('  next:  ', printable(entry.remedy), screen.width),
  ];
}
