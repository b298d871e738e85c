import { diagnosticMarkdownLines } from '../diagnostic/markdown.ts';
import { amountOf, readableInstant, shortDigest } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { junitText, type JunitCase } from '../text/junit.ts';
import { cellCode, escapeMarkdown, foldedPart, inlineCode, markdownTable } from '../text/markdown.ts';
import type { RunReportView, StepView } from './run-view.ts';
import { becauseText, endingWords, filledInText, kindWords, testText } from './words.ts';

/** A run's report as JSON, kind `RunReport`: the report as it is. */
export function reportToJson(report: RunReportView): string {
  return jsonDocument('RunReport', { report });
}

/** A run's report as Markdown: how it ended first, steps folded, failures open. */
export function reportToMarkdown(report: RunReportView): string {
  const failed = [...report.steps, ...report.compensation].filter(({ error }) => error !== undefined);
  return textOf([
    `### ${kindWords[report.kind]} of ${escapeMarkdown(report.changeset)} ${report.kind === 'deploy' ? 'to' : 'in'} ${escapeMarkdown(report.environment)}: ${endingWords[report.ending]}`,
    '',
    escapeMarkdown(report.outcome),
    '',
    ...failed.map((step) => `- ${inlineCode(step.address)} ${escapeMarkdown(errorText(step))}`),
    '',
    ...report.findings.map(({ address, summary }) => `- ${inlineCode(address)} ${escapeMarkdown(summary)}`),
    '',
    ...stepPart('steps', report.steps, report),
    ...stepPart('steps that took something back', report.compensation, report),
    ...(report.passedGates ?? []).map((text) => `- gate passed by: ${escapeMarkdown(text)}`),
    '',
    ...testPart(report),
    ...diagnosticMarkdownLines(report.diagnostics),
    `<sub>run ${inlineCode(report.runId)} · artifact ${inlineCode(shortDigest(report.artifactDigest))} · decision ${inlineCode(report.decisionDigest)} · ${escapeMarkdown(readableInstant(report.finishedAt))} · ${amountOf(report.requests, 'request')}</sub>`,
  ]);
}

/** A run's report as JUnit XML: a case per step and per test. */
export function reportToJunit(report: RunReportView): string {
  const steps = report.steps
    .filter(({ kind }) => kind !== 'noop')
    .map((step): JunitCase => {
      const base = { name: `${step.kind} ${step.address}`, group: 'steps' };
      if (step.state === 'applied' || step.state === 'matching') return base;
      const because = becauseText(step, report);
      if (step.state === 'skipped') return { ...base, skipped: because ?? 'skipped' };
      return {
        ...base,
        failure: {
          message: step.state,
          text: step.error === undefined ? (because ?? report.outcome) : errorText(step),
        },
      };
    });
  const tests = report.tests.map((test): JunitCase => {
    const { state, detail } = test;
    const base = { name: testText(test, report.waves), group: 'tests' };
    return state === 'passed' ? base : { ...base, failure: { message: state, text: detail ?? state } };
  });
  const ending = { name: `run ${report.ending}`, group: 'run' };
  const isFine = report.ending === 'succeeded' || report.ending === 'already-deployed';
  return junitText(`${report.kind} ${report.changeset} ${report.environment}`, [
    ...steps,
    ...tests,
    isFine ? ending : { ...ending, failure: { message: report.ending, text: report.outcome } },
  ]);
}

function stepPart(noun: string, steps: readonly StepView[], report: RunReportView): readonly string[] {
  if (steps.length === 0) return [];
  const rows = steps.map((step) => [
    cellCode(step.address),
    step.kind,
    step.state,
    escapeMarkdown(
      [becauseText(step, report), filledInText(step), errorText(step)]
        .filter((text) => text !== undefined && text !== '')
        .join(' '),
    ),
  ]);
  return foldedPart(`${steps.length} ${noun}`, markdownTable(['resource', 'action', 'state', 'because'], rows));
}

function testPart(report: RunReportView): readonly string[] {
  if (report.tests.length === 0) return [];
  const rows = report.tests.map((test) => [
    escapeMarkdown(testText(test, report.waves)),
    test.state,
    escapeMarkdown((test.detail ?? '').replaceAll('\n', ' ')),
  ]);
  const failing = report.tests.some(({ state }) => state !== 'passed');
  return foldedPart(amountOf(report.tests.length, 'test'), markdownTable(['test', 'state', 'detail'], rows), failing);
}

function errorText({ error }: StepView): string {
  if (error === undefined) return '';
  const correlation = error.correlationId === undefined ? '' : ` (correlation id ${error.correlationId})`;
  return `${error.code}: ${error.message}${correlation}. ${error.remedy}`;
}
