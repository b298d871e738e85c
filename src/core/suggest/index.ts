/** Proposals of mappings, with reasons. Planning never uses any of this: nothing is guessed when something is written. */
export { suggestMappings, type SuggestInput } from './suggest-mappings.ts';
export type { MappingSuggestion, MappingSuggestions, Sureness, Unmatched } from './suggestion.ts';
