import { expect, it } from 'vitest';
import { createProviderWorld } from './provider-world.ts';

const tables = '/api/v2/flows/datatables';
const property = (order: number, type: string, own: object = {}): object => ({
  $id: `/properties/p${order}`,
  type,
  title: `p${order}`,
  displayOrder: order,
  ...own,
});
const schema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['key'],
  additionalProperties: false,
  properties: { key: property(0, 'string', { title: 'key' }), open: property(1, 'boolean', { default: false }) },
};

it('creates a table, reads it with its schema and division, changes and deletes it', async () => {
  const { call, readUntil } = await createProviderWorld({ consistencyLagMs: 1000 });
  const created = await call('POST', tables, { name: 'Hours', schema });
  expect(created.status).toBe(200);
  const path = `${tables}/${String(created.body['id'])}`;
  expect(await readUntil(`${path}?expand=schema`, ({ status }) => status === 200)).toBe(3);
  const read = (await call('GET', `${path}?expand=schema`)).body;
  expect(read).toMatchObject({ name: 'Hours', schema: { properties: { open: { type: 'boolean', default: false } } } });
  expect(read).toHaveProperty('division.id');
  const wider = { ...schema, properties: { ...schema.properties, note: property(2, 'string') } };
  expect((await call('PUT', path, { id: created.body['id'], name: 'Hours', schema: wider })).status).toBe(200);
  await readUntil(`${path}?expand=schema`, ({ body }) => JSON.stringify(body).includes('note'));
  expect((await call('DELETE', `${path}?force=true`)).status).toBeLessThan(300);
  expect(await readUntil(path, ({ status }) => status === 404, 30_000)).toBe(3);
});

it('keeps rows by their key, odd letters and all, and does not mind that one is gone already', async () => {
  const { call } = await createProviderWorld();
  const path = `${tables}/${String((await call('POST', tables, { name: 'Hours', schema })).body['id'])}`;
  const row = { key: 'Zürich / 24h', open: true };
  expect((await call('POST', `${path}/rows`, row)).status).toBe(200);
  const one = `${path}/rows/${encodeURIComponent(row.key)}`;
  expect((await call('GET', `${one}?showbrief=false`)).body).toEqual(row);
  expect((await call('PUT', one, { ...row, open: false })).status).toBe(200);
  expect((await call('GET', `${path}/rows?pageNumber=1&pageSize=100&showbrief=false`)).body).toMatchObject({
    pageCount: 1,
    entities: [{ ...row, open: false }],
  });
  expect((await call('DELETE', one)).status).toBeLessThan(300);
  expect((await call('GET', `${one}?showbrief=false`)).status).toBe(404);
  expect((await call('DELETE', one)).status).toBe(404);
});
