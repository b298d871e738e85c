import { diagnosticLines } from '../diagnostic/human.ts';
import { amountOf, readableInstant, shortDigest } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { foldedLine, foldRows } from '../text/fold.ts';
import { paint, type Screen } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { displayWidth, padEndTo, printable } from '../text/width.ts';
import { wrapBehind, wrapText } from '../text/wrap.ts';
import type { RunReportView, StepView } from './run-view.ts';
import {
  becauseText,
  endingTones,
  endingWords,
  filledInText,
  kindWords,
  stateTones,
  testText,
  testTones,
} from './words.ts';

/** A run's report as people read it: how it ended and why, then step by step what became of everything. */
export function reportToHuman(screen: Screen, report: RunReportView): string {
  return textOf([
    ...headerLines(screen, report),
    '',
    ...stepPart(screen, 'Steps', report.steps, report),
    ...stepPart(screen, 'Taken back', report.compensation, report),
    ...gatePart(screen, report),
    ...testPart(screen, report),
    ...findingPart(screen, report),
    ...equalityPart(screen, report),
    // The plan above said it, and the outcome says it again.
    ...(report.ending === 'already-deployed' ? [] : diagnosticLines(screen, report.diagnostics)),
    '',
    ...closingLines(screen, report),
  ]);
}

function headerLines(screen: Screen, report: RunReportView): readonly string[] {
  const what = `${kindWords[report.kind]} of ${report.changeset} ${report.kind === 'deploy' ? 'to' : 'in'} ${report.environment}`;
  return [
    paint(screen, 'strong', printable(`${what}${report.resumed ? ', resumed' : ''}`)),
    ...renderTable(
      screen,
      [
        ['run', report.runId],
        ...(report.undoes === undefined ? [] : [['takes back', report.undoes]]),
        ['artifact', shortDigest(report.artifactDigest)],
        ['started', `${readableInstant(report.startedAt)} by ${report.startedBy}`],
        ['finished', readableInstant(report.finishedAt)],
      ],
      { indent: 2 },
    ),
  ];
}

function stepPart(
  screen: Screen,
  heading: string,
  steps: readonly StepView[],
  report: RunReportView,
): readonly string[] {
  if (steps.length === 0) return [];
  const changing = steps.filter(({ kind }) => kind !== 'noop');
  const { shown, hidden } = foldRows(screen, changing, 100);
  const widths = {
    id: Math.max(0, ...shown.map(({ stepId }) => stepId.length)),
    state: Math.max(0, ...shown.map(({ state }) => state.length)),
  };
  const same = steps.length - changing.length;
  return [
    paint(screen, 'strong', `${heading} (${changing.length})`),
    ...shown.flatMap((step) => stepLines(screen, step, { ...widths, because: becauseText(step, report) })),
    ...foldedLine(hidden).map((line) => `  ${line}`),
    ...(same === 0 ? [] : [`  ${amountOf(same, 'object')} needed nothing`]),
    '',
  ];
}

function stepLines(
  screen: Screen,
  step: StepView,
  shown: { readonly id: number; readonly state: number; readonly because: string | undefined },
): readonly string[] {
  const id = padEndTo(step.stepId, shown.id);
  const state = padEndTo(step.state, shown.state);
  const prefix = `  ${id}  ${state}  ${padEndTo(step.kind, 'rename'.length)}  `;
  const [first = '', ...rest] = wrapBehind(prefix, printable(`${step.address}${idText(step)}`), screen.width);
  const painted = `  ${id}  ${paint(screen, stateTones[step.state], state)}${first.slice(id.length + state.length + 4)}`;
  return [painted, ...rest, ...whyLines(step, shown.because, { indent: displayWidth(prefix), width: screen.width })];
}

function idText(step: StepView): string {
  if (step.replacesId !== undefined && step.id !== undefined) return ` (new id ${step.id}, was ${step.replacesId})`;
  return step.revision === undefined ? '' : ` (published as ${step.revision})`;
}

function whyLines(
  step: StepView,
  because: string | undefined,
  { indent, width }: { readonly indent: number; readonly width: number },
): readonly string[] {
  const space = ' '.repeat(indent);
  const told = [because, filledInText(step)].filter((text) => text !== undefined);
  const reason = told.flatMap((text) => wrapBehind(space, printable(text), width));
  if (step.error === undefined) return reason;
  const { code, message, remedy, correlationId } = step.error;
  return [
    ...reason,
    ...wrapBehind(`${space}${code}: `, printable(message), width),
    ...(correlationId === undefined ? [] : wrapBehind(`${space}correlation id: `, correlationId, width)),
    ...wrapBehind(`${space}next: `, printable(remedy), width),
  ];
}

function testPart(screen: Screen, report: RunReportView): readonly string[] {
  if (report.tests.length === 0) return [];
  return [
    paint(screen, 'strong', `Tests (${report.tests.length})`),
    ...renderTable(
      screen,
      report.tests.map((test) => [
        { text: test.state, tone: testTones[test.state] },
        testText(test, report.waves),
        (test.detail ?? '').split('\n')[0] ?? '',
      ]),
      { indent: 2 },
    ),
    ...report.tests.flatMap((test) => longDetail(screen, test)),
    '',
  ];
}

/** The lines of a test that explains itself at length, below the table. */
function longDetail({ width }: Screen, { name, detail = '' }: RunReportView['tests'][number]): readonly string[] {
  const [, ...lines] = detail.split('\n');
  if (lines.length === 0) return [];
  return [`  ${printable(name)}:`, ...lines.flatMap((line) => wrapBehind('    ', printable(line), width))];
}

function gatePart(screen: Screen, { passedGates = [] }: RunReportView): readonly string[] {
  if (passedGates.length === 0) return [];
  return [
    paint(screen, 'warning', `Gates passed by (${passedGates.length})`),
    ...passedGates.flatMap((text) => wrapBehind('  ', printable(text), screen.width)),
    '',
  ];
}

function findingPart(screen: Screen, report: RunReportView): readonly string[] {
  if (report.findings.length === 0) return [];
  return [
    paint(screen, 'warning', `Findings (${report.findings.length})`),
    ...report.findings.flatMap(({ address, summary, by, at }) => {
      const who = [
        by === undefined ? undefined : `by ${by}`,
        at === undefined ? undefined : readableInstant(at),
      ].filter((part) => part !== undefined);
      return wrapBehind(
        '  ',
        printable(`${address}: ${summary}${who.length === 0 ? '' : ` (${who.join(', ')})`}`),
        screen.width,
      );
    }),
    '',
  ];
}

function equalityPart(screen: Screen, report: RunReportView): readonly string[] {
  if (report.verifiedEqual.length === 0) return [];
  const unequal = report.verifiedEqual.filter(({ equal }) => !equal);
  const equal = report.verifiedEqual.length - unequal.length;
  return [
    ...wrapText(
      `Read back and compared with what was there before: ${equal} of ${amountOf(report.verifiedEqual.length, 'object')} equal.`,
      screen.width,
    ),
    ...unequal
      .flatMap(({ address, differing }) =>
        wrapBehind('  differs: ', printable(`${address}: ${differing.join(', ')}`), screen.width),
      )
      .map((line) => paint(screen, 'bad', line)),
    '',
  ];
}

function closingLines(screen: Screen, report: RunReportView): readonly string[] {
  const text = `${endingWords[report.ending]}: ${report.outcome}`;
  return [
    ...wrapText(printable(text), screen.width).map((line) => paint(screen, endingTones[report.ending], line)),
    `  ${amountOf(report.requests, 'request')}; details: signalbox show ${report.runId}`,
  ];
}
