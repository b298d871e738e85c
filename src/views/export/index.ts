/** What an export wrote, as text, JSON and Markdown. */
export { exportToHuman, exportToJson, exportToMarkdown, type ExportSummary } from './formats.ts';
