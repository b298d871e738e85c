import type { DriftFinding, DriftReport } from '../../core/drift/index.ts';
import type { Diagnostic } from '../../core/index.ts';
import { diagnosticsToJunit, diagnosticsToSarif } from '../diagnostic/index.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { cellCode, escapeHtml, escapeMarkdown, foldedPart, inlineCode, markdownTable } from '../text/markdown.ts';
import { readableInstant } from '../text/amount.ts';
import { authorText, declaredText, driftSummary, expiredTexts, fieldTexts, headlineOf, originWords } from './words.ts';

/** A drift report as JSON, kind `DriftReport`: `hasDrift`, then the report as it is. */
export function driftToJson(report: DriftReport): string {
  return jsonDocument('DriftReport', { hasDrift: report.findings.length > 0, report });
}

/** A drift report as Markdown: the summary, then each object folded. */
export function driftToMarkdown(report: DriftReport): string {
  return textOf([
    `### Drift in ${escapeMarkdown(report.environment)}: ${driftSummary(report)}`,
    '',
    ...report.findings.flatMap(findingPart),
    ...report.declared.map((each) => `- declared: ${escapeMarkdown(declaredText(each))}`),
    ...report.blindSpots.map(
      (spot) =>
        `- ${inlineCode(spot.type)} ${escapeMarkdown(spot.because)}: ${spot.addresses.map(inlineCode).join(', ')}`,
    ),
    '',
    `<sub>${escapeMarkdown(readableInstant(report.takenAt))} · organisation ${inlineCode(report.organisationId)}</sub>`,
  ]);
}

/** A drift report as SARIF; every finding is a warning. */
export function driftToSarif(report: DriftReport, version: string): string {
  return diagnosticsToSarif(
    report.findings.map((finding) => toDiagnostic(finding, 'warning')),
    version,
  );
}

/** A drift report as JUnit XML; every drifted object fails. */
export function driftToJunit(report: DriftReport): string {
  return diagnosticsToJunit(
    report.findings.map((finding) => toDiagnostic(finding, 'error')),
    `drift ${report.environment}`,
  );
}

function findingPart(finding: DriftFinding): readonly string[] {
  const rows = finding.fields.map((field) => {
    const { path, baseline, live } = fieldTexts(field);
    return [path, baseline, live].map(cellCode);
  });
  const authors = finding.authors.map((author) => `- ${escapeMarkdown(authorText(author))}`);
  return foldedPart(`<code>${escapeHtml(finding.address)}</code> ${escapeHtml(headlineOf(finding))}`, [
    ...(rows.length === 0 ? [] : [...markdownTable(['field', 'baseline', 'live'], rows), '']),
    ...expiredTexts(finding).map(escapeMarkdown),
    originWords[finding.origin],
    '',
    ...authors,
  ]);
}

function toDiagnostic(finding: DriftFinding, severity: Diagnostic['severity']): Diagnostic {
  const values = finding.fields.map(fieldTexts).map(({ path, baseline, live }) => `${path}: ${baseline} → ${live}`);
  const who = finding.authors.map(authorText);
  return {
    code: `drift-${finding.kind}`,
    severity,
    summary: `${finding.address} ${headlineOf(finding)}`,
    detail: [...values, ...expiredTexts(finding), originWords[finding.origin], ...who].join('; '),
    remedy: 'Take the live value into a changeset, or deploy the baseline again.',
    address: finding.address,
  };
}
