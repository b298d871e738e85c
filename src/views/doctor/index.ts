/** What the doctor found, as text, JSON, Markdown and JUnit. */
export { healthToHuman, healthToJson, healthToJunit, healthToMarkdown } from './formats.ts';
export { verdictOf, type HealthItem } from './health.ts';
