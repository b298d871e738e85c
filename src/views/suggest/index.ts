/** Proposals of mappings as text, JSON and Markdown. */
export { suggestionsToHuman, suggestionsToJson, suggestionsToMarkdown, type SuggestionView } from './formats.ts';
