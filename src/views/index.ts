/**
 * Data as text: for people, for machines (JSON), for pull requests (Markdown), for CI (SARIF, JUnit). Pure: what is
 * printed depends on the arguments only. Nothing here decides, reads or writes.
 */
export { plainScreen, type Screen } from './text/screen.ts';
export { amountOf } from './text/amount.ts';
export { jsonDocument } from './text/document.ts';
export { displayWidth, printable } from './text/width.ts';
export { wrapText } from './text/wrap.ts';
export { hasChanges, planToHuman, planToJson, planToJunit, planToMarkdown, planToSarif } from './plan/index.ts';
export type { PlanCommentOptions } from './plan/index.ts';
export {
  diagnosticsToHuman,
  diagnosticsToJson,
  diagnosticsToJunit,
  diagnosticsToMarkdown,
  diagnosticsToSarif,
} from './diagnostic/index.ts';
export { decisionChangeToHuman, decisionChangeToJson, decisionChangeToMarkdown } from './decision/index.ts';
export { decisionToHuman, decisionToJson, decisionToMarkdown, type DecisionComparison } from './decision/index.ts';
export { errorToHuman, errorToJson } from './error/index.ts';
export { explanationsToHuman, explanationsToJson, explanationsToMarkdown } from './explain/index.ts';
export { driftToHuman, driftToJson, driftToJunit, driftToMarkdown, driftToSarif } from './drift/index.ts';
export { healthToHuman, healthToJson, healthToJunit, healthToMarkdown, verdictOf } from './doctor/index.ts';
export { gitBuildToHuman, type GitBuildSummary } from './git-build/index.ts';
export { exportToHuman, exportToJson, exportToMarkdown, type ExportSummary } from './export/index.ts';
export { historyToHuman, historyToJson, historyToMarkdown, runToHuman, runToJson, runToMarkdown } from './run/index.ts';
export { replayToHuman, type ReplaySummary } from './replay/index.ts';
export { reportToHuman, reportToJson, reportToJunit, reportToMarkdown } from './run/index.ts';
export { typePagesToHuman, typePagesToMarkdown, typesToHuman, typesToJson, typesToMarkdown } from './types/index.ts';
