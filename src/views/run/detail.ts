import { shortDigest, readableInstant } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { cellCode, escapeMarkdown, inlineCode, markdownTable } from '../text/markdown.ts';
import { paint, type Screen } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { formatValue } from '../text/value.ts';
import { printable } from '../text/width.ts';
import { wrapBehind, wrapText } from '../text/wrap.ts';
import { fieldTable } from '../plan/human/field-table.ts';
import { runSummary } from './history.ts';
import type { JournalRowView, RunRecordView } from './run-view.ts';
import { kindWords, runTones } from './words.ts';

/** One run with its journal. */
export interface RunDetail {
  readonly run: RunRecordView;
  /** All rows, in order. */
  readonly journal: readonly JournalRowView[];
}

/** One run as people read it: what was decided, and per step how far it came. The whole journal with `--verbose`. */
export function runToHuman(screen: Screen, { run, journal }: RunDetail): string {
  const head = `${kindWords[run.kind]} of ${run.plan.changeset} ${run.kind === 'deploy' ? 'to' : 'in'} ${run.environment}: `;
  return textOf([
    paint(screen, 'strong', printable(head)) + paint(screen, runTones[run.state], run.state),
    ...renderTable(screen, headerRows(run), { indent: 2 }),
    '',
    ...run.plan.steps
      .filter(({ kind }) => kind !== 'noop')
      .flatMap((step) => [
        ...renderTable(screen, [[step.id, step.kind, step.address, progressOf(journal, step.id)]], { indent: 2 }),
        ...fieldTable(screen, step, run.plan.contents),
      ]),
    ...(screen.unfolded ? ['', ...journalLines(screen, journal)] : []),
    '',
    ...wrapText(run.outcome === undefined ? 'The run has not ended.' : printable(run.outcome), screen.width),
    `decision ${run.plan.decisionDigest}`,
  ]);
}

/** One run as JSON, kind `Run`: its summary, `plan` and `journal`. */
export function runToJson({ run, journal }: RunDetail): string {
  return jsonDocument('Run', { run: runSummary(run), plan: run.plan, journal });
}

/** One run as Markdown. */
export function runToMarkdown({ run, journal }: RunDetail): string {
  const rows = run.plan.steps
    .filter(({ kind }) => kind !== 'noop')
    .map((step) => [step.id, step.kind, cellCode(step.address), escapeMarkdown(progressOf(journal, step.id))]);
  return textOf([
    `### ${kindWords[run.kind]} of ${escapeMarkdown(run.plan.changeset)}: ${run.state}`,
    '',
    ...headerRows(run).map(([name = '', value = '']) => `- ${name}: ${inlineCode(value)}`),
    `- decision: ${inlineCode(run.plan.decisionDigest)}`,
    '',
    ...markdownTable(['step', 'action', 'resource', 'journal'], rows),
  ]);
}

function headerRows(run: RunRecordView): readonly (readonly string[])[] {
  return [
    ['run', run.id],
    ...(run.undoes === undefined ? [] : [['takes back', run.undoes]]),
    ['environment', run.environment],
    ['organisation', run.plan.organisationId],
    ['artifact', shortDigest(run.plan.artifactDigest)],
    ['started', `${readableInstant(run.startedAt)} by ${run.startedBy}`],
    ['finished', run.finishedAt === undefined ? 'not yet' : readableInstant(run.finishedAt)],
  ];
}

/** The last thing the journal says of a step, and what taking it back came to. */
function progressOf(journal: readonly JournalRowView[], stepId: string): string {
  const last = (direction: JournalRowView['direction']) =>
    journal.findLast((row) => row.stepId === stepId && row.direction === direction);
  const forward = last('forward');
  const back = last('compensate');
  if (forward === undefined) return 'not started';
  const text = `${forward.phase} ${readableInstant(forward.at)}`;
  return back === undefined ? text : `${text}; taking back: ${back.phase} ${readableInstant(back.at)}`;
}

function journalLines(screen: Screen, journal: readonly JournalRowView[]): readonly string[] {
  const lines = journal.flatMap((row) => [
    `${row.seq}  ${row.at}  ${row.direction}  ${row.stepId}  ${row.phase}`,
    ...wrapBehind('    ', formatValue(row.data), screen.width),
  ]);
  return [paint(screen, 'strong', `Journal (${journal.length})`), ...lines];
}
