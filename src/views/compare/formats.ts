import { predictionOf, type EnvironmentComparison, type ObjectDifference } from '../../core/compare/index.ts';
import type { Diagnostic } from '../../core/index.ts';
import { diagnosticsToJunit, diagnosticsToSarif } from '../diagnostic/index.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { escapeHtml, escapeMarkdown, foldedPart, inlineCode, markdownTable } from '../text/markdown.ts';
import { comparisonSummary, fieldTexts, headlineOf, nameOf, percentOf } from './words.ts';

/** A comparison as JSON, kind `EnvironmentComparison`: `prediction` from 0 to 1 or null, then the comparison as it is. */
export function comparisonToJson(comparison: EnvironmentComparison): string {
  const prediction = predictionOf(comparison.total) ?? null;
  return jsonDocument('EnvironmentComparison', { prediction, comparison });
}

/** A comparison as Markdown: the sentence, the table of types, then each undeclared difference folded. */
export function comparisonToMarkdown(comparison: EnvironmentComparison): string {
  const { differences, notCompared, types, total } = comparison;
  const rows = [...types.filter(({ compared }) => compared > 0), { type: 'in all', ...total }].map(
    ({ type, ...count }) => [
      escapeMarkdown(type),
      ...[count.compared, count.identical, count.mapped, count.declared, count.undeclared].map(String),
      percentOf(count),
    ],
  );
  const header = ['type', 'compared', 'identical', 'mapped', 'declared', 'undeclared', 'expected'];
  return textOf([
    `### ${escapeMarkdown(comparisonSummary(comparison))}`,
    '',
    ...markdownTable(header, rows),
    '',
    ...differences.filter((each) => each.class === 'undeclared').flatMap((each) => differencePart(each, comparison)),
    ...notCompared.map(({ type, because }) => `- not compared: ${inlineCode(type)} ${escapeMarkdown(because)}`),
  ]);
}

/** Undeclared differences as SARIF; every one is a warning. */
export function comparisonToSarif(comparison: EnvironmentComparison, version: string): string {
  return diagnosticsToSarif(undeclared(comparison, 'warning'), version);
}

/** Undeclared differences as JUnit XML; every object fails. */
export function comparisonToJunit(comparison: EnvironmentComparison): string {
  const { left, right } = comparison;
  return diagnosticsToJunit(undeclared(comparison, 'error'), `compare ${left.environment} ${right.environment}`);
}

function differencePart(difference: ObjectDifference, comparison: EnvironmentComparison): readonly string[] {
  const { left, right } = comparison;
  const rows = difference.fields.map((field) => {
    const [path, one, other, why] = fieldTexts(field);
    return [inlineCode(path), inlineCode(one), inlineCode(other), escapeMarkdown(why)];
  });
  const head = `<code>${escapeHtml(nameOf(difference))}</code> ${escapeHtml(headlineOf(difference, comparison))}`;
  return foldedPart(
    head,
    rows.length === 0 ? [] : markdownTable(['field', left.environment, right.environment, 'how'], rows),
  );
}

function undeclared(comparison: EnvironmentComparison, severity: Diagnostic['severity']): readonly Diagnostic[] {
  return comparison.differences
    .filter((difference) => difference.class === 'undeclared')
    .map((difference) => ({
      code: `compare-${difference.kind}`,
      severity,
      summary: `${nameOf(difference)}: ${headlineOf(difference, comparison)}`,
      detail: difference.fields
        .map(fieldTexts)
        .map(([path, one, other, why]) => `${path}: ${one} ↔ ${other} (${why})`)
        .join('; '),
      remedy: 'Carry the change over, map it, or declare it under exceptions in the environment file.',
      address: difference.right ?? difference.left ?? '',
    }));
}
