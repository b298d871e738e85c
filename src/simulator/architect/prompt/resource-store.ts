import { isObject, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { createDerivedIndex } from '../../state/derived-index.ts';
import type { Organisation } from '../../state/organisation.ts';

const shelf = 'architect_user_prompt.resources';
const byPrompt = createDerivedIndex((entry) => [textOf(entry, 'promptId')]);

/** What a prompt says in its languages, as reads show it. */
export function shownResources(organisation: Organisation, promptId: string): readonly JsonObject[] {
  return byPrompt(organisation.collection(shelf), promptId).map(resourceIn);
}

/** What a prompt says in its languages, as it is stored. */
export function currentResources(organisation: Organisation, promptId: string): readonly JsonObject[] {
  return organisation
    .collection(shelf)
    .currentAll()
    .filter((entry) => entry['promptId'] === promptId)
    .map(resourceIn);
}

/** One language as reads show it, or undefined. */
export function shownResource(organisation: Organisation, promptId: string, language: string): JsonObject | undefined {
  const entry = organisation.collection(shelf).shown(entryId(promptId, language));
  return entry && resourceIn(entry);
}

/** One language as it is stored, or undefined. */
export function currentResource(
  organisation: Organisation,
  promptId: string,
  language: string,
): JsonObject | undefined {
  const entry = organisation.collection(shelf).current(entryId(promptId, language));
  return entry && resourceIn(entry);
}

/** Stores one language of a prompt. */
export function putResource(
  organisation: Organisation,
  promptId: string,
  language: string,
  resource: JsonObject,
): void {
  organisation.collection(shelf).put({ id: entryId(promptId, language), name: language, promptId, resource });
}

/** Removes one language of a prompt. */
export function removeResource(organisation: Organisation, promptId: string, language: string): void {
  organisation.collection(shelf).remove(entryId(promptId, language));
}

/** Removes all languages of a prompt. */
export function forgetResources(organisation: Organisation, promptId: string): void {
  const resources = organisation.collection(shelf);
  for (const entry of resources.currentAll()) if (entry['promptId'] === promptId) resources.remove(entry.id);
}

function resourceIn(entry: Entity): JsonObject {
  return isObject(entry['resource']) ? entry['resource'] : {};
}

function entryId(promptId: string, language: string): string {
  return `${promptId}/${language.toLowerCase()}`;
}
