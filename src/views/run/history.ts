import { readableInstant, shortDigest } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { escapeMarkdown, cellCode, markdownTable } from '../text/markdown.ts';
import type { Screen } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import type { RunRecordView } from './run-view.ts';
import { runTones } from './words.ts';

/** Runs as people read them, newest first as given. */
export function historyToHuman(screen: Screen, runs: readonly RunRecordView[]): string {
  if (runs.length === 0) return 'No runs yet.\n';
  const rows = runs.map((run) => [
    run.id,
    // To the minute: seconds are in `show`, and the id must fit on the line in one piece.
    readableInstant(run.startedAt).slice(0, 16),
    run.environment,
    { text: run.state, tone: runTones[run.state] },
    `${run.kind === 'rollback' ? 'rollback of ' : ''}${run.plan.changeset} by ${run.startedBy}`,
  ]);
  return textOf(
    renderTable(screen, rows, { header: ['run', 'started (UTC)', 'in', 'state', 'changeset'], whole: [0, 1, 3] }),
  );
}

/** Runs as JSON, kind `RunHistory`: `runs` with what a list needs; `signalbox show` gives the rest. */
export function historyToJson(runs: readonly RunRecordView[]): string {
  return jsonDocument('RunHistory', { runs: runs.map(runSummary) });
}

/** Runs as a Markdown table. */
export function historyToMarkdown(runs: readonly RunRecordView[]): string {
  const rows = runs.map((run) => [
    escapeMarkdown(readableInstant(run.startedAt)),
    escapeMarkdown(run.environment),
    run.state,
    escapeMarkdown(run.plan.changeset),
    cellCode(shortDigest(run.plan.artifactDigest)),
    escapeMarkdown(run.startedBy),
    cellCode(run.id),
  ]);
  return textOf(markdownTable(['started', 'environment', 'state', 'changeset', 'artifact', 'by', 'run'], rows));
}

/** What lists say of a run: everything but plan and journal. */
export function runSummary(run: RunRecordView): object {
  const { plan } = run;
  return {
    id: run.id,
    kind: run.kind,
    environment: run.environment,
    state: run.state,
    changeset: plan.changeset,
    artifactDigest: plan.artifactDigest,
    decisionDigest: plan.decisionDigest,
    relative: plan.relative,
    steps: plan.steps.filter(({ kind }) => kind !== 'noop').length,
    startedBy: run.startedBy,
    startedAt: run.startedAt,
    ...(run.finishedAt === undefined ? {} : { finishedAt: run.finishedAt }),
    ...(run.outcome === undefined ? {} : { outcome: run.outcome }),
    ...(run.undoes === undefined ? {} : { undoes: run.undoes }),
  };
}
