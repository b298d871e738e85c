import { valueAt, type Json } from '../../core/index.ts';
import type { ListRules } from '../../core/resource/index.ts';
import type { ListReport } from './by-number.ts';
import { notUnderstood, pageSizeOf, type Page, type PagingFields, type ReadPage } from './page.ts';

/**
 * Where an answer holds the token of the next page, and the field that then asks for it. Source: the answers of the
 * platform's cursor lists.
 * - most: `nextUri`, whose query has `after`, `nextPage` or `cursor` (decision tables, knowledge, teams, dictionary feedback)
 * - rules of work types, and lists by POST: also `after` beside the elements
 * - external contacts: `cursors.after`, asked for as `cursor`; audits and scans: `cursor`
 */
const tokens = [
  { place: ['after'], field: 'after' },
  { place: ['cursor'], field: 'cursor' },
  { place: ['cursors', 'after'], field: 'cursor' },
  { place: ['nextPage'], field: 'nextPage' },
] as const;

/** The pages of a list that tells with each page how to ask for the next one. */
export async function* readByCursor(rules: ListRules, read: ReadPage): AsyncGenerator<Page, ListReport> {
  const seen = new Set<string>();
  let fields: PagingFields | undefined = pageSizeOf(rules);
  while (fields !== undefined) {
    const page: Page = await read(fields);
    yield page;
    fields = nextFields(rules, page.body);
    const mark = JSON.stringify(fields);
    if (fields !== undefined && seen.has(mark)) {
      // Some lists repeat the last token for ever, with nothing behind it.
      if (page.elements.length === 0) break;
      throw notUnderstood(rules, 'its pages lead back to a page that was read');
    }
    seen.add(mark);
  }
  return { isStill: true };
}

/** What asks for the page after this one; undefined when it was the last. */
function nextFields(rules: ListRules, body: Json | undefined): PagingFields | undefined {
  const uri = textAt(body, ['nextUri']);
  const inUri = uri === undefined ? {} : fieldsIn(uri, rules);
  const token = tokenIn(body) ?? tokenOf(inUri);
  if (rules.method === 'POST') return token === undefined ? undefined : { ...pageSizeOf(rules), ...token };
  if (uri === undefined && token === undefined) return undefined;
  return { ...pageSizeOf(rules), ...token, ...inUri };
}

/** Without what every page is asked for with anyway: that may have several values. */
function fieldsIn(uri: string, { query = {} }: ListRules): Readonly<Record<string, string>> {
  const given = [...new URL(uri, 'https://relative.invalid').searchParams];
  return Object.fromEntries(given.filter(([name]) => query[name] === undefined));
}

function tokenIn(body: Json | undefined): PagingFields | undefined {
  for (const { place, field } of tokens) {
    const token = textAt(body, place);
    if (token !== undefined) return { [field]: token };
  }
  return undefined;
}

function tokenOf(query: Readonly<Record<string, string>>): PagingFields | undefined {
  const found = tokens.find(({ field }) => query[field] !== undefined);
  return found === undefined ? undefined : { [found.field]: query[found.field] ?? '' };
}

function textAt(body: Json | undefined, place: readonly string[]): string | undefined {
  const value = valueAt(body, place);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
