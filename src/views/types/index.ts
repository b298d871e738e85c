/** What is known of resource types, as text, JSON and Markdown. */
export { typesToHuman, typesToJson, typesToMarkdown } from './formats.ts';
export { typePagesToHuman, typePagesToMarkdown } from './page.ts';
