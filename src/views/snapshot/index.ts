/** A snapshot that was written, as text, JSON and Markdown. */
export { snapshotToHuman, snapshotToJson, snapshotToMarkdown, type SnapshotSummary } from './snapshot.ts';
