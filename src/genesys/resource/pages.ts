import { isJsonArray, isJsonObject, valueAt, type Json, type JsonObject } from '../../core/index.ts';
import type { ListRules } from '../../core/resource/index.ts';
import type { GenesysClient } from '../client/client.ts';
import { platformError } from '../errors.ts';

/** What all pages together gave. */
export interface PagedElements {
  readonly elements: readonly JsonObject[];
  /** False when the list moved under both readings, so that an element may have slipped through. */
  readonly steady: boolean;
}

interface Page {
  readonly elements: readonly JsonObject[];
  readonly body: Json | undefined;
}

const pagesAtOnce = 4;

/** Every element of a list, each id once, pages in parallel where the platform tells how many there are. */
export async function readPages(
  client: GenesysClient,
  rules: ListRules,
  params: Readonly<Record<string, string>>,
): Promise<PagedElements> {
  const read = (query: Readonly<Record<string, string>>): Promise<Page> => readPage(client, rules, { params, query });
  switch (rules.paging) {
    case 'none':
      return { elements: unique(rules, (await read({})).elements), steady: true };
    case 'cursor':
      return { elements: unique(rules, await readByCursor(rules, read)), steady: true };
    case 'page': {
      const first = await readNumbered(rules, read);
      return first.steady ? first : readNumbered(rules, read);
    }
  }
}

type ReadPage = (query: Readonly<Record<string, string>>) => Promise<Page>;

async function readPage(
  client: GenesysClient,
  rules: ListRules,
  place: { readonly params: Readonly<Record<string, string>>; readonly query: Readonly<Record<string, string>> },
): Promise<Page> {
  const query = { ...rules.query, ...place.query };
  const { body } = await client.call({
    method: 'GET',
    path: rules.path,
    params: place.params,
    query,
    repeatable: true,
  });
  return { elements: elementsOf(rules, body), body };
}

async function readNumbered(rules: ListRules, read: ReadPage): Promise<PagedElements> {
  const page = (number: number): Promise<Page> =>
    read({ pageSize: String(rules.pageSize), pageNumber: String(number) });
  const first = await page(1);
  const total = numberAt(first.body, 'total');
  const pageCount = numberAt(first.body, 'pageCount');
  if (total === undefined || pageCount === undefined)
    return { elements: unique(rules, await readUntilShort(rules, first, page)), steady: true };
  const numbers = Array.from({ length: Math.max(0, pageCount - 1) }, (_, index) => index + 2);
  const rest = await inParallel(numbers, pagesAtOnce, page);
  const elements = unique(
    rules,
    [first, ...rest].flatMap((each) => each.elements),
  );
  const isSameTotal = rest.every((each) => numberAt(each.body, 'total') === total);
  return { elements, steady: isSameTotal && elements.length === total };
}

/** Some lists are paged but say neither how many there are nor where they end. */
async function readUntilShort(
  rules: ListRules,
  first: Page,
  page: (number: number) => Promise<Page>,
): Promise<readonly JsonObject[]> {
  const elements = [...first.elements];
  let size = first.elements.length;
  for (
    let number = 2;
    size >= rules.pageSize || (size > 0 && size === numberOr(first.body, 'pageSize', Number.POSITIVE_INFINITY));
    number += 1
  ) {
    const next = await page(number);
    elements.push(...next.elements);
    size = next.elements.length;
  }
  return elements;
}

async function readByCursor(rules: ListRules, read: ReadPage): Promise<readonly JsonObject[]> {
  const elements: JsonObject[] = [];
  const seen = new Set<string>();
  let query: Readonly<Record<string, string>> | undefined = { pageSize: String(rules.pageSize) };
  while (query !== undefined) {
    const page: Page = await read(query);
    elements.push(...page.elements);
    const next = textAt(page.body, 'nextUri');
    if (next !== undefined && seen.has(next)) throw notUnderstood(rules, 'its pages lead back to a page that was read');
    if (next !== undefined) seen.add(next);
    query = next === undefined ? undefined : Object.fromEntries(new URL(next, 'https://relative.invalid').searchParams);
  }
  return elements;
}

/** The results of all tasks, in order, at most `width` of them under way. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  run: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await run(items[index] as Item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}

function elementsOf(rules: ListRules, body: Json | undefined): readonly JsonObject[] {
  const items = rules.items === '' ? body : valueAt(body, rules.items.split('.'));
  if (isJsonArray(items)) return items.filter(isJsonObject);
  if (rules.items === '' && isJsonObject(items)) return [items];
  if (items === undefined || items === null) return [];
  throw notUnderstood(rules, `its "${rules.items}" is not a list`);
}

/** A list that moves while its pages are read shows some elements twice. Elements without an id are all kept. */
function unique(rules: ListRules, elements: readonly JsonObject[]): readonly JsonObject[] {
  const seen = new Set<Json>();
  return elements.filter((element) => {
    const id = element[rules.idField];
    if (id === undefined || id === null) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function notUnderstood(rules: ListRules, why: string): Error {
  return platformError('SB4012', {
    message: `GET ${rules.path}: ${why}.`,
    failure: 'unavailable',
    context: { method: 'GET', path: rules.path },
  });
}

function numberAt(body: Json | undefined, name: string): number | undefined {
  const value = valueAt(body, [name]);
  return typeof value === 'number' ? value : undefined;
}

function numberOr(body: Json | undefined, name: string, otherwise: number): number {
  return numberAt(body, name) ?? otherwise;
}

function textAt(body: Json | undefined, name: string): string | undefined {
  const value = valueAt(body, [name]);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
