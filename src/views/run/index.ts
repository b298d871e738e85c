/** Runs: the report of one that just ended, the list of all, and one in detail. */
export { reportToHuman } from './report-human.ts';
export { reportToJson, reportToJunit, reportToMarkdown } from './report-formats.ts';
export { historyToHuman, historyToJson, historyToMarkdown } from './history.ts';
export { runToHuman, runToJson, runToMarkdown, type RunDetail } from './detail.ts';
export type { JournalRowView, RunRecordView, RunReportView, StepView } from './run-view.ts';
