import { textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';

const shelf = 'architect_grammar_language';

/** The languages of a grammar as reads show them. */
export function shownLanguages(organisation: Organisation, grammarId: string): readonly JsonObject[] {
  return organisation
    .collection(shelf)
    .shownAll()
    .filter((entry) => entry['grammarId'] === grammarId)
    .map(languageIn);
}

/** One language as reads show it, or undefined. */
export function shownLanguage(organisation: Organisation, grammarId: string, code: string): JsonObject | undefined {
  const entry = organisation.collection(shelf).shown(entryId(grammarId, code));
  return entry && languageIn(entry);
}

/** One language as it is stored, or undefined. */
export function currentLanguage(organisation: Organisation, grammarId: string, code: string): Entity | undefined {
  return organisation.collection(shelf).current(entryId(grammarId, code));
}

/** Stores a language of a grammar under its code; returns it. */
export function putLanguage(organisation: Organisation, language: JsonObject): Entity {
  const entry = { ...language, id: entryId(textOf(language, 'grammarId'), textOf(language, 'language')) };
  organisation.collection(shelf).put(entry);
  return entry;
}

/** Removes one language of a grammar. */
export function removeLanguage(organisation: Organisation, grammarId: string, code: string): void {
  organisation.collection(shelf).remove(entryId(grammarId, code));
}

/** Removes all languages of a grammar. */
export function forgetLanguages(organisation: Organisation, grammarId: string): void {
  const languages = organisation.collection(shelf);
  for (const entry of languages.currentAll()) if (entry['grammarId'] === grammarId) languages.remove(entry.id);
}

/** A stored language as answers show it: its id is its code. */
export function languageIn(entry: Entity): JsonObject {
  const grammarId = textOf(entry, 'grammarId');
  const code = textOf(entry, 'language');
  return { ...entry, id: code, selfUri: `/api/v2/architect/grammars/${grammarId}/languages/${code}` };
}

function entryId(grammarId: string, code: string): string {
  return `${grammarId}/${code.toLowerCase()}`;
}
