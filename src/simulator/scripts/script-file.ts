import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';

/** What a script is made of, as files have it. */
export type ScriptContent = {
  readonly startPageId: string;
  readonly startPageName: string;
  readonly pages: readonly JsonObject[];
  readonly features: JsonObject;
  readonly variables: unknown;
  readonly customActions: unknown;
};

/** What an uploaded file holds, or why it is no script. */
export type ReadScript =
  | { readonly kind: 'script'; readonly content: ScriptContent }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads the text of an exported script. */
export function readScriptFile(text: string): ReadScript {
  const file = parsed(text);
  if (!isObject(file)) return refused('The file is not a script: it is no JSON object.');
  const pages = Array.isArray(file['pages']) ? file['pages'].filter(isObject) : [];
  if (pages.length === 0) return refused('The file is not a script: it has no pages.');
  const startPageId = textOf(file, 'startPageId');
  const start = pages.find((page) => page['id'] === startPageId);
  if (!start) return refused(`The script has no page ${startPageId}, which it should start with.`);
  const { features, variables = [], customActions = [] } = file;
  const startPageName = textOf(start, 'name');
  const content = { startPageId, startPageName, pages, variables, customActions };
  return { kind: 'script', content: { ...content, features: isObject(features) ? features : {} } };
}

/** The file of a script, as the export gives it. */
export function scriptFile(organisation: Organisation, script: Entity): JsonObject {
  const { division: _division, versionDate: _versionDate, publishedDate: _publishedDate, ...own } = script;
  return { ...own, organizationId: organisation.id, dataVersion: 0 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return undefined;
  }
}

function refused(message: string): ReadScript {
  return { kind: 'refused', message };
}
