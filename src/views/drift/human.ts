import type { DriftFinding, DriftReport } from '../../core/drift/index.ts';
import { readableInstant } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { foldedLine, foldRows } from '../text/fold.ts';
import { paint, type Screen } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { printable } from '../text/width.ts';
import { wrapBehind, wrapText } from '../text/wrap.ts';
import { authorText, declaredText, driftSummary, expiredTexts, fieldTexts, headlineOf, originWords } from './words.ts';

/** A drift report as people read it: what is different, what it was, who did it and when. */
export function driftToHuman(screen: Screen, report: DriftReport): string {
  const drifted = report.findings.length > 0;
  const nobody =
    report.attributed || !drifted
      ? []
      : ['Who did it is not known: the client may not read audits (audits:audit:view).'];
  return textOf([
    paint(screen, 'strong', `Drift in ${printable(report.environment)}, ${readableInstant(report.takenAt)}`),
    '',
    ...report.findings.flatMap((finding) => findingLines(screen, finding)),
    ...report.declared.flatMap((each) => wrapBehind('= ', printable(`declared: ${declaredText(each)}`), screen.width)),
    ...report.blindSpots.flatMap((spot) => [
      ...wrapBehind('? ', printable(`${spot.type}: ${spot.because}; absence proves nothing here`), screen.width),
      ...foldRows(screen, spot.addresses).shown.map((address) => `    ${printable(address)}`),
      ...foldedLine(foldRows(screen, spot.addresses).hidden).map((line) => `    ${line}`),
    ]),
    '',
    ...nobody.flatMap((line) => wrapText(line, screen.width)),
    ...wrapText(`Drift: ${driftSummary(report)}.`, screen.width).map((line) =>
      paint(screen, drifted ? 'warning' : 'good', line),
    ),
  ]);
}

function findingLines(screen: Screen, finding: DriftFinding): readonly string[] {
  const [first = '', ...rest] = wrapBehind('! ', printable(`${finding.address}: ${headlineOf(finding)}`), screen.width);
  const rows = finding.fields.map((field) => {
    const { path, baseline, live } = fieldTexts(field);
    return [path, `${baseline} → ${live}`];
  });
  const { shown, hidden } = foldRows(screen, finding.authors, 3);
  return [
    paint(screen, 'warning', first),
    ...rest,
    ...renderTable(screen, rows, { indent: 4, leading: true }),
    ...expiredTexts(finding).flatMap((text) => wrapBehind('    ', printable(text), screen.width)),
    `    ${originWords[finding.origin]}`,
    ...shown.flatMap((author) => wrapBehind('    ', printable(authorText(author)), screen.width)),
    ...foldedLine(hidden).map((line) => `    ${line}`),
    '',
  ];
}
