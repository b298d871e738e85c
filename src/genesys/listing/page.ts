import { isJsonArray, isJsonObject, valueAt, type Json, type JsonObject } from '../../core/index.ts';
import type { ListRules } from '../../core/resource/index.ts';
import type { GenesysClient } from '../client/client.ts';
import { platformError } from '../errors.ts';

/** One answer of a list. */
export interface Page {
  readonly elements: readonly JsonObject[];
  readonly body: Json | undefined;
}

/** What asks for one page rather than another: `pageNumber`, `after`, …. */
export type PagingFields = Readonly<Record<string, string | number>>;

/** Reads the page that these fields ask for. */
export type ReadPage = (fields: PagingFields) => Promise<Page>;

/** Reads pages of a list: the paging fields go into the query, or into the body of a list that is a query by POST. */
export function pageReader(
  client: GenesysClient,
  rules: ListRules,
  params: Readonly<Record<string, string>>,
): ReadPage {
  return async (fields) => {
    const { path, query } = rules;
    const call = { path, params, repeatable: true };
    const { body } =
      rules.method === 'POST'
        ? await client.call({ ...call, method: 'POST', query, body: { ...rules.body, ...fields } })
        : await client.call({ ...call, method: 'GET', query: { ...query, ...asTexts(fields) } });
    return { elements: elementsOf(rules, body), body };
  };
}

/** The field that asks for the largest page the platform takes. */
export function pageSizeOf(rules: ListRules): PagingFields {
  return { [rules.pageSizeName ?? 'pageSize']: rules.pageSize };
}

/** The error of a list whose answers make no sense. */
export function notUnderstood(rules: ListRules, why: string): Error {
  const method = rules.method ?? 'GET';
  return platformError('SB4012', {
    message: `${method} ${rules.path}: ${why}.`,
    failure: 'unavailable',
    context: { method, path: rules.path },
  });
}

function elementsOf(rules: ListRules, body: Json | undefined): readonly JsonObject[] {
  const items = rules.items === '' ? body : valueAt(body, rules.items.split('.'));
  if (isJsonArray(items)) return items.filter(isJsonObject);
  if (rules.items === '' && isJsonObject(items)) return [items];
  if (items === undefined || items === null) return [];
  throw notUnderstood(rules, `its "${rules.items}" is not a list`);
}

function asTexts(fields: PagingFields): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}
