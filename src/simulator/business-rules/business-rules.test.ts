import { expect, it } from 'vitest';
import { createTestWorld, type Call } from '../testing/world.ts';

const schemas = '/api/v2/businessrules/schemas';
const tables = '/api/v2/businessrules/decisiontables';
const queue = { allOf: [{ $ref: '#/definitions/queue' }], title: 'Queue' };
const jsonSchema = { title: 'Routing', properties: { tier: { type: 'string' }, queue } };

function tableBody(schemaId: unknown, more: object = {}): object {
  const expression = { contractual: { schemaPropertyKey: 'tier' }, comparator: 'Equals' };
  const columns = {
    inputs: [{ expression, defaultsTo: { special: 'Wildcard' } }],
    outputs: [{ value: { schemaPropertyKey: 'queue' }, ...more }],
  };
  return { name: 'Tiers', divisionId: '*', schemaId, columns };
}

async function home(call: Call): Promise<string> {
  return String((await call('GET', '/api/v2/authorization/divisions/home')).body['id']);
}

async function makeTable(call: Call, more?: object) {
  const schema = await call('POST', schemas, { jsonSchema });
  return call('POST', tables, { ...tableBody(schema.body['id'], more), divisionId: await home(call) });
}

it('names a schema by its title, keeps its versions and answers a deleted one as deleted', async () => {
  const { call } = createTestWorld();
  const made = await call('POST', schemas, { jsonSchema });
  const one = `${schemas}/${String(made.body['id'])}`;

  const changed = await call('PUT', one, { version: 1, enabled: false, jsonSchema: { ...jsonSchema, title: 'Tiers' } });
  const stale = await call('PUT', one, { version: 1, jsonSchema });
  const first = await call('GET', `${one}/versions/1`);
  const versions = await call('GET', `${one}/versions`);
  await call('DELETE', one);
  const gone = await call('GET', one);
  const list = await call('GET', schemas);

  expect(made.body).toMatchObject({ name: 'Routing', enabled: true, version: 1, appliesTo: ['DECISION_TABLE'] });
  expect(changed.body).toMatchObject({ name: 'Tiers', enabled: false, version: 2 });
  expect(stale.status).toBe(409);
  expect(first.body).toMatchObject({ name: 'Routing', version: 1 });
  expect(versions.body['entities']).toMatchObject([{ version: 2 }, { version: 1 }]);
  expect([gone.status, gone.body['deleted']]).toEqual([200, true]);
  expect(list.body['entities']).toEqual([]);
});

it('refuses to delete a schema that a table is made of', async () => {
  const { call } = createTestWorld();
  const table = await makeTable(call);
  const { parentSchema } = table.body['contract'] as { parentSchema: { id: string } };

  expect((await call('DELETE', `${schemas}/${parentSchema.id}`)).status).toBe(409);
});

it('publishes a version, after which changes need a new one, which copies columns and rows', async () => {
  const { call } = createTestWorld();
  const made = await makeTable(call);
  const one = `${tables}/${String(made.body['id'])}`;
  const { inputs } = made.body['columns'] as { inputs: { id: string }[] };
  const tier = inputs[0]?.id ?? '';

  const row = await call('POST', `${one}/versions/1/rows`, {
    inputs: { [tier]: { literal: { string: 'gold' } } },
    outputs: {},
  });
  const plain = await call('POST', `${one}/versions/1/rows`, { rowIndex: 1, inputs: {}, outputs: {} });
  const published = await call('PUT', `${one}/versions/1/publish`);
  const refused = await call('POST', `${one}/versions/1/rows`, { inputs: {}, outputs: {} });
  const columns = await call('PATCH', one, { columns: { inputs: [], outputs: [] } });
  const next = await call('POST', `${one}/versions`, {});
  const copied = await call('GET', `${one}/versions/2/rows`);
  await call('PUT', `${one}/versions/2/publish`);
  const table = await call('GET', one);
  const versions = await call('GET', `${one}/versions`);

  expect(made.body).toMatchObject({ version: 1, status: 'Draft', rowCount: 0 });
  expect(row.body).toMatchObject({ rowIndex: 1, inputs: { [tier]: { literal: { string: 'gold' } } } });
  expect(plain.body).toMatchObject({ rowIndex: 1, inputs: { [tier]: { literal: { special: 'Wildcard' } } } });
  expect(published.body).toMatchObject({ status: 'Published', rowCount: 2 });
  expect([refused.status, columns.status]).toEqual([409, 409]);
  expect(next.body).toMatchObject({ version: 2, status: 'Draft', rowCount: 2 });
  expect(copied.body).toMatchObject({ total: 2, entities: [{ rowIndex: 1 }, { rowIndex: 2, table: { version: 2 } }] });
  expect(table.body).toMatchObject({
    latest: { version: 2 },
    published: { version: 2 },
    latestVersionStatus: 'Published',
  });
  expect(versions.body['entities']).toMatchObject([{ status: 'Published' }, { status: 'Superseded' }]);
});

it('takes the cells of queue columns, and of no others, for ids of queues', async () => {
  const { call } = createTestWorld();
  const unknown = await makeTable(call, { defaultsTo: { value: 'no queue' } });
  const made = await makeTable(call);
  const rows = `${tables}/${String(made.body['id'])}/versions/1/rows`;
  const { inputs, outputs } = made.body['columns'] as Record<'inputs' | 'outputs', { id: string }[]>;
  const cell = { literal: { string: 'no queue' } };

  const input = await call('POST', rows, { inputs: { [inputs?.[0]?.id ?? '']: cell }, outputs: {} });
  const output = await call('POST', rows, { inputs: {}, outputs: { [outputs?.[0]?.id ?? '']: cell } });
  const stranger = await call('POST', rows, { inputs: { other: cell }, outputs: {} });

  expect([unknown.status, unknown.body['code']]).toEqual([400, 'invalid.reference']);
  expect([input.status, output.status, stranger.status]).toEqual([200, 400, 400]);
});

it('keeps the ids of columns that stay and gives rows the defaults of new ones', async () => {
  const { call } = createTestWorld();
  const made = await makeTable(call);
  const one = `${tables}/${String(made.body['id'])}`;
  const row = await call('POST', `${one}/versions/1/rows`, { inputs: {}, outputs: {} });
  const before = made.body['columns'] as { inputs: object[]; outputs: object[] };
  const expression = { contractual: { schemaPropertyKey: 'tier' }, comparator: 'NotEquals' };
  const inputs = [...before.inputs, { expression, defaultsTo: { value: 'x' } }];

  const changed = await call('PATCH', one, { columns: { ...before, inputs } });
  const read = await call('GET', `${one}/versions/1/rows/${String(row.body['id'])}`);
  const after = changed.body['columns'] as { inputs: { id: string }[] };

  expect(after.inputs[0]).toMatchObject(before.inputs[0] ?? {});
  expect(Object.keys(read.body['inputs'] as object)).toEqual(after.inputs.map(({ id }) => id));
});

it('takes back a draft and finds tables by schema and by being published', async () => {
  const { call } = createTestWorld();
  const made = await makeTable(call);
  const one = `${tables}/${String(made.body['id'])}`;
  const only = await call('DELETE', `${one}/versions/1`);
  await call('PUT', `${one}/versions/1/publish`);
  await call('POST', `${one}/versions`, {});

  const taken = await call('DELETE', `${one}/versions/2`);
  const found = await call('GET', `${tables}/search?withPublishedVersion=true`);
  const none = await call('GET', `${tables}/search?schemaId=other`);

  expect([only.status, taken.status]).toEqual([409, 204]);
  expect(found.body['entities']).toMatchObject([{ name: 'Tiers', latest: { version: 1 } }]);
  expect(none.body['entities']).toEqual([]);
});
