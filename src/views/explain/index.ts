/** Diagnostic codes as text, JSON and Markdown. */
export { explanationsToHuman, explanationsToJson, explanationsToMarkdown } from './formats.ts';
