import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createTestWorld } from '../../testing/world.ts';

const file = new URL(
  '../../../../../shared/fixtures/csv/MyPureCloud__developercenter-tutorials/sample.csv',
  import.meta.url,
);
const tables = '/api/v2/flows/datatables';
const types: Readonly<Record<string, string>> = { available: 'boolean', price: 'number' };

it('takes the rows of a real table and reads them back by key and page by page', async (context) => {
  if (!existsSync(file)) context.skip('../shared/fixtures/csv is not there');
  const [header = [], ...lines] = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/u)
    .map((line) => line.split(','));
  const valueOf = (name: string, text: string): unknown => {
    if (types[name] === 'boolean') return text.toLowerCase() === 'true';
    return types[name] === 'number' ? Number(text) : text;
  };
  const rows = lines.map((cells) =>
    Object.fromEntries(header.map((name, index) => [name, valueOf(name, cells[index] ?? '')])),
  );
  const { call } = createTestWorld();
  const properties = Object.fromEntries(header.map((name) => [name, { title: name, type: types[name] ?? 'string' }]));
  const schema = { type: 'object', required: ['key'], properties, additionalProperties: false };
  const table = await call('POST', tables, { name: 'Products', schema });
  const path = `${tables}/${String(table.body['id'])}/rows`;

  for (const row of rows) expect((await call('POST', path, row)).status).toBe(200);

  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) {
    const key = encodeURIComponent(String(row['key']));
    expect((await call('GET', `${path}/${key}?showbrief=false`)).body).toEqual(row);
  }
  const listed = await call('GET', `${path}?showbrief=false&pageSize=100`);
  expect(listed.body).toMatchObject({ total: rows.length, entities: expect.arrayContaining(rows) });
});
