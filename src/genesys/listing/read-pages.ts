import type { Json, JsonObject } from '../../core/index.ts';
import type { ListRules } from '../../core/resource/index.ts';
import type { GenesysClient } from '../client/client.ts';
import { readByCursor } from './by-cursor.ts';
import { readByNumber, type ListReport } from './by-number.ts';
import { pageReader, type Page, type ReadPage } from './page.ts';

/** What all pages together gave. */
export interface PagedElements {
  readonly elements: readonly JsonObject[];
  /** False when the list moved under both readings, so that an element may have slipped through. */
  readonly steady: boolean;
}

type Params = Readonly<Record<string, string>>;

/** Every element of a list, each id once. A list that moved is read once more. */
export async function readPages(client: GenesysClient, rules: ListRules, params: Params): Promise<PagedElements> {
  const read = pageReader(client, rules, params);
  const first = await readThrough(rules, read);
  return first.steady ? first : readThrough(rules, read);
}

/**
 * Every element of a list, each id once, page by page; returns whether the list kept still. A list that moved is read
 * once more, and what had slipped through comes then; what was deleted meanwhile may have been shown.
 */
export async function* streamPages(
  client: GenesysClient,
  rules: ListRules,
  params: Params,
): AsyncGenerator<readonly JsonObject[], boolean> {
  const read = pageReader(client, rules, params);
  const shown = new Set<Json>();
  if (yield* unseenOf(rules, shown, distinctPages(rules, read))) return true;
  return yield* unseenOf(rules, shown, distinctPages(rules, read));
}

async function readThrough(rules: ListRules, read: ReadPage): Promise<PagedElements> {
  const pages: (readonly JsonObject[])[] = [];
  const reading = distinctPages(rules, read);
  for (;;) {
    const step = await reading.next();
    if (step.done === true) return { elements: pages.flat(), steady: step.value };
    pages.push(step.value);
  }
}

/** One reading: the elements of each page that no earlier page had; returns whether the list kept still. */
async function* distinctPages(rules: ListRules, read: ReadPage): AsyncGenerator<readonly JsonObject[], boolean> {
  const seen = new Set<Json>();
  let count = 0;
  const pages = pagesOf(rules, read);
  for (;;) {
    const step = await pages.next();
    if (step.done === true) {
      const { isStill, total } = step.value;
      return isStill && (total === undefined || total === count);
    }
    const unseen = onlyUnseen(rules, seen, step.value.elements);
    count += unseen.length;
    yield unseen;
  }
}

async function* unseenOf(
  rules: ListRules,
  shown: Set<Json>,
  reading: AsyncGenerator<readonly JsonObject[], boolean>,
): AsyncGenerator<readonly JsonObject[], boolean> {
  for (;;) {
    const step = await reading.next();
    if (step.done === true) return step.value;
    const unseen = onlyUnseen(rules, shown, step.value);
    if (unseen.length > 0) yield unseen;
  }
}

/** A list that moves while its pages are read shows some elements twice. Elements without an id are all kept. */
function onlyUnseen(rules: ListRules, seen: Set<Json>, elements: readonly JsonObject[]): readonly JsonObject[] {
  return elements.filter((element) => {
    const id = element[rules.idField];
    if (id === undefined || id === null) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function pagesOf(rules: ListRules, read: ReadPage): AsyncGenerator<Page, ListReport> {
  switch (rules.paging) {
    case 'none':
      return readWhole(read);
    case 'cursor':
      return readByCursor(rules, read);
    case 'page':
      return readByNumber(rules, read);
  }
}

async function* readWhole(read: ReadPage): AsyncGenerator<Page, ListReport> {
  yield await read({});
  return { isStill: true };
}
