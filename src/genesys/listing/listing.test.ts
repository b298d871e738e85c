import { afterEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../core/index.ts';
import type { ListRules, TypeListing } from '../../core/resource/index.ts';
import { catalogueOf, crud, described, plain } from '../testing/describe.ts';
import { scriptsOf, type Script, type ScriptedPlatform } from '../testing/script.ts';

function listed(type: string, list: Partial<ListRules>) {
  return described({ type, api: crud('/things', { pageSize: 2, ...list }) });
}

const scripted = scriptsOf(
  afterEach,
  catalogueOf([
    listed('numbered', { pageSize: 100 }),
    listed('poor', {}),
    plain('soft', '/things', {}),
    listed('whole', { paging: 'none', items: '' }),
    listed('by_cursor', { paging: 'cursor', query: { state: 'Any' } }),
    listed('chosen', { paging: 'cursor', query: { state: ['Open', 'Done'] } }),
    listed('scanned', { paging: 'cursor', pageSizeName: 'limit' }),
    listed('searched', { method: 'POST', items: 'results', query: { view: 'all' }, body: { query: [] } }),
    listed('queried', { method: 'POST', paging: 'cursor', body: { filters: [] } }),
  ]),
);

function pageOf(
  items: readonly string[],
  request: { readonly query: URLSearchParams },
  total = items.length,
): JsonObject {
  const size = Number(request.query.get('pageSize'));
  const number = Number(request.query.get('pageNumber'));
  return {
    entities: items.slice((number - 1) * size, number * size).map((id) => ({ id })),
    total,
    pageCount: Math.ceil(total / size),
  };
}

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `id-${index}`);
const idsOf = (listing: TypeListing): readonly string[] => listing.objects.map(({ id }) => id);
const listCalls = ({ log }: ScriptedPlatform): readonly string[] => log().filter((line) => line.includes('/things'));

describe('lists by page number', () => {
  test('that move while they are read are read once more', async () => {
    let isMoved = false;
    const started = await scripted((request) => {
      const items = isMoved ? names(250).slice(1) : names(250);
      if (request.query.get('pageNumber') === '1') isMoved = true;
      return pageOf(items, request);
    });

    const listing = await started.platform.list('numbered');

    expect(listing.complete).toBe(true);
    expect(new Set(idsOf(listing)).size).toBe(249);
    expect(listCalls(started)).toHaveLength(6);
  });

  test('that never keep still are incomplete', async () => {
    let total = 250;
    const { platform } = await scripted((request) => pageOf(names(total), request, total++));

    expect(await platform.list('numbered')).toMatchObject({
      complete: false,
      incompleteBecause: 'the list kept changing while it was read',
    });
  });

  test('without totals end with a short page', async () => {
    const all = names(5);
    const { platform } = await scripted((request) => ({ entities: pageOf(all, request)['entities'] ?? [] }));

    expect(idsOf(await platform.list('poor'))).toEqual(all);
  });

  test('that are queries by POST have the page in their body', async () => {
    const all = names(3);
    const started = await scripted((request) => {
      const { pageNumber, pageSize } = JSON.parse(request.body) as { pageNumber: number; pageSize: number };
      const results = all.slice((pageNumber - 1) * pageSize, pageNumber * pageSize).map((id) => ({ id }));
      return { results, total: all.length, pageNumber, pageSize };
    });

    expect(idsOf(await started.platform.list('searched'))).toEqual(all);
    expect(listCalls(started)).toEqual([
      'POST /things?view=all {"query":[],"pageSize":2,"pageNumber":1}',
      'POST /things?view=all {"query":[],"pageSize":2,"pageNumber":2}',
    ]);
  });
});

/** A list that gives `1`, `2` first and `3` for the token, which `next` puts into the first answer. */
function twoPages(next: JsonObject, isSecond: (request: Parameters<Script>[0]) => boolean): Script {
  return (request) =>
    isSecond(request) ? { entities: [{ id: '3' }] } : { entities: [{ id: '1' }, { id: '2' }], ...next };
}

describe('lists by cursor', () => {
  test.each([
    { form: 'after in nextUri', next: { nextUri: '/things?pageSize=2&after=x%2By' }, field: 'after' },
    { form: 'a whole address in nextUri', next: { nextUri: 'https://api.x.y/things?after=x%2By' }, field: 'after' },
    { form: 'nextPage in nextUri', next: { nextUri: '/things?nextPage=x%2By&pageSize=2' }, field: 'nextPage' },
    { form: 'after beside the elements', next: { after: 'x+y' }, field: 'after' },
    { form: 'both', next: { after: 'x+y', nextUri: '/things?after=x%2By' }, field: 'after' },
    { form: 'a next address without the token', next: { after: 'x+y', nextUri: '/things' }, field: 'after' },
    { form: 'cursor beside the elements', next: { cursor: 'x+y' }, field: 'cursor' },
    { form: 'cursors', next: { cursors: { before: 'w', after: 'x+y' } }, field: 'cursor' },
  ])('follow $form', async ({ next, field }) => {
    const started = await scripted(twoPages(next, ({ query }) => query.get(field) === 'x+y'));

    expect(idsOf(await started.platform.list('by_cursor'))).toEqual(['1', '2', '3']);
    expect(listCalls(started)).toHaveLength(2);
    for (const call of listCalls(started)) expect(call).toContain('state=Any');
    for (const call of listCalls(started)) expect(call).toContain('pageSize=2');
  });

  test('name the page size as scans do', async () => {
    const started = await scripted(twoPages({ cursors: { after: 'x' } }, ({ query }) => query.get('cursor') === 'x'));

    expect(idsOf(await started.platform.list('scanned'))).toEqual(['1', '2', '3']);
    expect(listCalls(started)).toEqual(['GET /things?limit=2', 'GET /things?limit=2&cursor=x']);
  });

  test.each([
    { form: 'after', next: { after: 'x', nextUri: '/other?foreign=1' }, field: 'after' },
    { form: 'cursor', next: { cursor: 'x' }, field: 'cursor' },
    { form: 'a token in nextUri', next: { nextUri: '/things?after=x' }, field: 'after' },
  ])('that are queries by POST have $form in their body', async ({ next, field }) => {
    const started = await scripted(twoPages(next, ({ body }) => body.includes('"x"')));

    expect(idsOf(await started.platform.list('queried'))).toEqual(['1', '2', '3']);
    expect(listCalls(started)).toEqual([
      'POST /things {"filters":[],"pageSize":2}',
      `POST /things {"filters":[],"pageSize":2,"${field}":"x"}`,
    ]);
  });

  test('ask for every value of what they are asked for on each page', async () => {
    const next = '/things?pageSize=2&state=Open&state=Done&after=x';
    const started = await scripted(twoPages({ nextUri: next }, ({ query }) => query.get('after') === 'x'));

    await started.platform.list('chosen');

    expect(listCalls(started)).toHaveLength(2);
    for (const call of listCalls(started)) expect(call).toMatch(/state=Open&state=Done/u);
  });

  test('whose cursor leads back are an error', async () => {
    const { platform } = await scripted(() => ({ entities: [{ id: '1' }], nextUri: '/things?after=x' }));

    await expect(platform.list('by_cursor')).rejects.toMatchObject({ code: 'SB4012' });
  });

  test('that repeat their last token for ever end with an empty page', async () => {
    const { platform } = await scripted(({ query }) =>
      query.get('after') === null ? { entities: [{ id: '1' }], after: 'x' } : { entities: [], after: 'x' },
    );

    expect(idsOf(await platform.list('by_cursor'))).toEqual(['1']);
  });
});

describe('other lists', () => {
  test('without pages are taken whole', async () => {
    const { platform } = await scripted(() => ({ status: 200, body: [{ id: '1' }] }));

    expect(idsOf(await platform.list('whole'))).toEqual(['1']);
  });

  test('show deleted objects to nobody', async () => {
    const { platform } = await scripted(() => ({
      entities: [
        { id: 'a', state: 'deleted' },
        { id: 'b', state: 'active' },
      ],
      total: 2,
      pageCount: 1,
    }));

    expect(idsOf(await platform.list('soft'))).toEqual(['b']);
  });
});

describe('a list page by page', () => {
  async function pagesOf(platform: ScriptedPlatform['platform'], type: string): Promise<readonly TypeListing[]> {
    const pages: TypeListing[] = [];
    for await (const page of platform.listPages?.(type) ?? []) pages.push(page);
    return pages;
  }

  test('gives each page when it is there, and its verdict last', async () => {
    const { platform } = await scripted((request) => pageOf(names(250), request));

    const pages = await pagesOf(platform, 'numbered');

    expect(pages.map(({ objects }) => objects.length)).toEqual([100, 100, 50, 0]);
    expect(pages.flatMap(idsOf)).toEqual(names(250));
    expect(pages.every(({ complete }) => complete)).toBe(true);
  });

  test('asks for no more pages than it is about to give', async () => {
    const started = await scripted((request) => pageOf(names(5000), request));

    for await (const page of started.platform.listPages?.('numbered') ?? []) if (idsOf(page).includes('id-100')) break;

    expect(listCalls(started).length).toBeLessThanOrEqual(6);
  });

  test('gives what had slipped through when the list moved, and nothing twice', async () => {
    let isMoved = false;
    const { platform } = await scripted((request) => {
      const items = isMoved ? names(250).slice(1) : names(250);
      if (request.query.get('pageNumber') === '1') isMoved = true;
      return pageOf(items, request);
    });

    const pages = await pagesOf(platform, 'numbered');

    expect(pages.flatMap(idsOf).toSorted()).toEqual(names(250).toSorted());
    expect(pages.every(({ complete }) => complete)).toBe(true);
  });

  test('that may not be seen says so', async () => {
    const { platform } = await scripted(() => ({ status: 403, body: { message: 'no' } }));

    expect(await pagesOf(platform, 'numbered')).toMatchObject([{ objects: [], complete: false }]);
  });
});
