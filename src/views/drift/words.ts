import type { DriftAuthor, DriftedField, DriftFinding, DriftReport } from '../../core/drift/index.ts';
import { formatPath } from '../../core/index.ts';
import { amountOf, readableInstant } from '../text/amount.ts';
import { formatValue } from '../text/value.ts';

/** Where drift comes from, for people. */
export const originWords = {
  'foreign-edit': 'edited outside Signalbox',
  'partial-deployment': 'left by a deployment that did not come to its end',
  'platform-change': 'changed by the platform',
  unknown: 'origin unknown',
} as const satisfies Readonly<Record<DriftFinding['origin'], string>>;

/** What happened to the object, in a few words. */
export function headlineOf(finding: DriftFinding): string {
  switch (finding.kind) {
    case 'changed':
      return `${amountOf(finding.fields.length, 'field')} changed`;
    case 'deleted':
      return 'deleted';
    case 'renamed':
      return `renamed to ${finding.renamedTo ?? 'another name'}`;
    case 'content':
      return 'content published anew';
    default:
      return finding.kind satisfies never;
  }
}

/** `by Robin Meyer, 2026-03-01 12:00:05Z, from 192.0.2.7 (Update)`. */
export function authorText(author: DriftAuthor): string {
  const who = author.kind === 'client' ? `client ${author.name}` : author.name;
  const where = author.remoteAddress === undefined ? '' : `, from ${author.remoteAddress}`;
  return `by ${who}, ${readableInstant(author.at)}${where} (${author.action})`;
}

/** Path, baseline and live value of a drifted field. */
export function fieldTexts(field: DriftedField): {
  readonly path: string;
  readonly baseline: string;
  readonly live: string;
} {
  return { path: formatPath(field.path), baseline: formatValue(field.baseline), live: formatValue(field.live) };
}

/** `crate/Box size: old trunk (dana@example.com, until 2026-12-31)`. */
export function declaredText({ address, path, exception }: DriftReport['declared'][number]): string {
  return `${address}${path === undefined ? '' : ` ${formatPath(path)}`}: ${answerText(exception)}`;
}

/** Which exceptions once covered the finding, for people. */
export function expiredTexts(finding: DriftFinding): readonly string[] {
  const found = [finding.expired, ...finding.fields.map(({ expired }) => expired)].flatMap((each) => each ?? []);
  return [...new Set(found.map((exception) => `the exception has expired: ${answerText(exception)}`))];
}

function answerText({ reason, owner, expires }: DriftReport['declared'][number]['exception']): string {
  return `${reason} (${owner}, until ${expires})`;
}

/** The report in one sentence. */
export function driftSummary(report: DriftReport): string {
  const found = report.findings.length === 0 ? 'no drift' : `${amountOf(report.findings.length, 'object')} drifted`;
  const meant = report.declared.length === 0 ? '' : `; ${amountOf(report.declared.length, 'difference')} declared`;
  const unseen = report.blindSpots.reduce((sum, spot) => sum + spot.addresses.length, 0);
  const blind = unseen === 0 ? '' : `; ${amountOf(unseen, 'object')} could not be compared`;
  return `${found} of ${report.compared} compared${meant}${blind}`;
}
