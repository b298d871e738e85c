import { expect, it } from 'vitest';
import { createTestWorld, type Call } from '../testing/world.ts';

const bases = '/api/v2/knowledge/knowledgebases';

async function makeBase(call: Call): Promise<string> {
  return `${bases}/${String((await call('POST', bases, { name: 'Help', coreLanguage: 'en-US' })).body['id'])}`;
}

async function makeDocument(call: Call, base: string, more: object = {}): Promise<string> {
  const made = await call('POST', `${base}/documents`, { title: 'Refunds', ...more });
  return `${base}/documents/${String(made.body['id'])}`;
}

it('keeps what is published apart from the draft, and publishes draft and variations together', async () => {
  const { call } = createTestWorld();
  const document = await makeDocument(call, await makeBase(call));
  const variation = await call('POST', `${document}/variations`, { contexts: [], name: 'Short' });
  const first = await call('POST', `${document}/versions`);
  await call('PATCH', document, { title: 'Refunds, new' });
  await call('PATCH', `${document}/variations/${String(variation.body['id'])}`, { contexts: [], name: 'Long' });

  const published = await call('GET', `${document}?expand=variations`);
  const draft = await call('GET', `${document}?state=Draft&expand=variations`);
  const second = await call('POST', `${document}/versions`, {});
  const after = await call('GET', `${document}?state=Published&expand=variations`);

  expect(first.body).toMatchObject({ versionNumber: 1, document: { title: 'Refunds', state: 'Published' } });
  expect(published.body).toMatchObject({ title: 'Refunds', state: 'Published', variations: [{ name: 'Short' }] });
  expect(draft.body).toMatchObject({ title: 'Refunds, new', state: 'Draft', variations: [{ name: 'Long' }] });
  expect(second.body['versionNumber']).toBe(2);
  expect(after.body).toMatchObject({ lastPublishedVersionNumber: 2, variations: [{ name: 'Long' }] });
});

it('makes a document a draft when one of its variations changes', async () => {
  const { call } = createTestWorld();
  const document = await makeDocument(call, await makeBase(call));
  await call('POST', `${document}/versions`, {});

  const made = await call('POST', `${document}/variations`, { contexts: [] });
  const draft = await call('GET', `${document}?state=Draft`);
  const drafts = await call('GET', `${document}/variations?documentState=Draft`);
  const published = await call('GET', `${document}/variations`);

  expect(made.body).toMatchObject({ document: { knowledgeBase: { languageCode: 'en-US' } } });
  expect(draft.body['state']).toBe('Draft');
  expect(drafts.body['entities']).toHaveLength(1);
  expect(published.body['entities']).toEqual([]);
});

it('lists published documents, and drafts on request, by category and label', async () => {
  const { call } = createTestWorld();
  const base = await makeBase(call);
  const category = await call('POST', `${base}/categories`, { name: 'Money' });
  const label = await call('POST', `${base}/labels`, { name: 'new', color: '#FF0000' });
  const document = await makeDocument(call, base, { categoryId: category.body['id'], labelIds: [label.body['id']] });

  const none = await call('GET', `${base}/documents`);
  const drafts = await call('GET', `${base}/documents?includeDrafts=true&categoryId=${String(category.body['id'])}`);
  await call('POST', `${document}/versions`, {});
  const published = await call('GET', `${base}/documents?labelIds=${String(label.body['id'])}`);
  const help = await call('GET', base);

  expect(none.body['entities']).toEqual([]);
  expect(drafts.body['entities']).toMatchObject([{ category: { name: 'Money' }, labels: [{ name: 'new' }] }]);
  expect(published.body['entities']).toMatchObject([{ state: 'Published' }]);
  expect(help.body).toMatchObject({ published: true, articleCount: 1 });
});

it('publishes an earlier version again, and lists all of them', async () => {
  const { call } = createTestWorld();
  const document = await makeDocument(call, await makeBase(call));
  const first = await call('POST', `${document}/versions`, {});
  await call('PATCH', document, { title: 'Wrong' });
  await call('POST', `${document}/versions`, {});

  const restored = await call('POST', `${document}/versions`, { restoreFromVersionId: first.body['id'] });
  const unknown = await call('POST', `${document}/versions`, { restoreFromVersionId: 'none' });
  const versions = await call('GET', `${document}/versions`);
  const one = await call('GET', `${document}/versions/${String(first.body['id'])}`);

  expect(restored.body).toMatchObject({ versionNumber: 3, document: { title: 'Refunds' } });
  expect(unknown.status).toBe(404);
  expect(versions.body['entities']).toMatchObject([{ versionNumber: 3 }, { versionNumber: 2 }, { versionNumber: 1 }]);
  expect(one.body).toMatchObject({ versionNumber: 1 });
});

it('keeps categories apart and in use, and takes deleted labels off documents', async () => {
  const { call } = createTestWorld();
  const base = await makeBase(call);
  const top = await call('POST', `${base}/categories`, { name: 'Top' });
  const place = `${base}/categories/${String(top.body['id'])}`;
  const below = await call('POST', `${base}/categories`, { name: 'Below', parentCategoryId: top.body['id'] });
  const label = await call('POST', `${base}/labels`, { name: 'new', color: '#FF0000' });
  const document = await makeDocument(call, base, { labelIds: [label.body['id']] });

  const circle = await call('PATCH', place, { parentCategoryId: below.body['id'] });
  const twin = await call('POST', `${base}/categories`, { name: 'below' });
  const held = await call('DELETE', place);
  const roots = await call('GET', `${base}/categories?isRoot=true`);
  const removed = await call('DELETE', `${base}/labels/${String(label.body['id'])}`);
  const left = await call('GET', `${document}?state=Draft`);

  expect(below.body).toMatchObject({ parentCategory: { name: 'Top' }, documentCount: 0 });
  expect([circle.status, twin.status, held.status]).toEqual([400, 409, 409]);
  expect(roots.body['entities']).toMatchObject([{ name: 'Top' }]);
  expect([removed.status, removed.body['name']]).toEqual([200, 'new']);
  expect(left.body['labels']).toEqual([]);
});

it('publishes and deletes many documents with a result for each, and all contents with the base', async () => {
  const { call } = createTestWorld();
  const base = await makeBase(call);
  const document = await makeDocument(call, base);
  const entities = [{ id: document.split('/').at(-1) }, { id: 'none' }];

  const published = await call('POST', `${base}/documents/versions/bulk/add`, { entities });
  const removed = await call('POST', `${base}/documents/bulk/remove`, { entities });
  const gone = await call('GET', document);
  const other = await makeDocument(call, base);
  const deleted = await call('DELETE', base);
  const all = await call('GET', other);

  expect(published.body).toMatchObject({
    errorCount: 1,
    errorIndexes: [1],
    results: [{ entity: { versionNumber: 1 } }, {}],
  });
  expect(removed.body).toMatchObject({ errorCount: 1, results: [{}, { error: { code: 'not.found' } }] });
  expect([gone.status, deleted.status, all.status]).toEqual([404, 200, 404]);
});
