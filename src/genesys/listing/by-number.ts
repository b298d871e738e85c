import { valueAt, type Json } from '../../core/index.ts';
import type { ListRules } from '../../core/resource/index.ts';
import { readAhead } from './in-parallel.ts';
import { pageSizeOf, type Page, type ReadPage } from './page.ts';

/** What a reading of all pages found out about the list as a whole. */
export interface ListReport {
  /** How many elements there are; undefined where the platform does not tell. */
  readonly total?: number;
  /** False when that number changed while the pages were read. */
  readonly isStill: boolean;
}

const pagesAtOnce = 2;

/** The pages of a list by their number, several under way at once where the platform tells how many there are. */
export async function* readByNumber(rules: ListRules, read: ReadPage): AsyncGenerator<Page, ListReport> {
  const page = (pageNumber: number): Promise<Page> => read({ ...pageSizeOf(rules), pageNumber });
  const first = await page(1);
  yield first;
  const total = numberAt(first.body, 'total');
  const pageCount = numberAt(first.body, 'pageCount') ?? pagesFor(total, first, rules);
  if (total === undefined || pageCount === undefined) {
    yield* readUntilShort(rules, first, page);
    return { isStill: true };
  }
  let isStill = true;
  const numbers = Array.from({ length: Math.max(0, pageCount - 1) }, (_, index) => index + 2);
  for await (const each of readAhead(numbers, pagesAtOnce, page)) {
    isStill &&= numberAt(each.body, 'total') === total;
    yield each;
  }
  return { total, isStill };
}

/** Queries by POST often tell how many elements there are, but not how many pages. */
function pagesFor(total: number | undefined, first: Page, rules: ListRules): number | undefined {
  if (total === undefined || rules.method !== 'POST') return undefined;
  const size = numberAt(first.body, 'pageSize') ?? rules.pageSize;
  return size > 0 ? Math.ceil(total / size) : undefined;
}

/** Some lists are paged but say neither how many there are nor where they end. */
async function* readUntilShort(
  rules: ListRules,
  first: Page,
  page: (number: number) => Promise<Page>,
): AsyncGenerator<Page, void> {
  let size = first.elements.length;
  const answeredSize = numberAt(first.body, 'pageSize');
  for (let number = 2; size >= rules.pageSize || (size > 0 && size === answeredSize); number += 1) {
    const next = await page(number);
    yield next;
    size = next.elements.length;
  }
}

function numberAt(body: Json | undefined, name: string): number | undefined {
  const value = valueAt(body, [name]);
  return typeof value === 'number' ? value : undefined;
}
