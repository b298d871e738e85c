import { beforeEach, describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';
import { publish } from '../testing/publish.ts';

const tables = '/api/v2/flows/datatables';
const schema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['key'],
  properties: {
    key: { title: 'Day', type: 'string' },
    open: { title: 'Open', type: 'boolean', default: false },
    seats: { title: 'Seats', type: 'integer' },
  },
  additionalProperties: false,
};

let world: TestWorld;
let id: string;

beforeEach(async () => {
  world = createTestWorld();
  id = String((await world.call('POST', tables, { name: 'Holidays', schema })).body['id']);
});

describe('data tables', () => {
  it('show their schema when expanded, and have unique names', async () => {
    expect((await world.call('GET', `${tables}/${id}`)).body).not.toHaveProperty('schema');
    expect((await world.call('GET', `${tables}?expand=schema`)).body).toMatchObject({
      total: 1,
      entities: [{ name: 'Holidays', schema }],
    });
    expect((await world.call('POST', tables, { name: 'HOLIDAYS', schema })).status).toBe(409);
    const wider = { ...schema, properties: { ...schema.properties, note: { type: 'string' } } };
    const changed = await world.call('PUT', `${tables}/${id}?expand=schema`, { name: 'Holidays', schema: wider });
    expect(changed.body).toMatchObject({ schema: wider });
  });

  it.each([
    { name: 'no key', schema: { type: 'object', required: [], properties: {} }, field: 'schema.properties.key' },
    { name: 'an optional key', schema: { ...schema, required: [] }, field: 'schema.required' },
    {
      name: 'a column of an unknown type',
      schema: { ...schema, properties: { ...schema.properties, at: { type: 'date' } } },
      field: 'schema.properties.at.type',
    },
  ])('refuse a schema with $name', async ({ schema: bad, field }) => {
    const refused = await world.call('POST', tables, { name: 'Other', schema: bad });
    expect(refused).toMatchObject({ status: 400, body: { details: [{ fieldName: field }] } });
  });

  it('go with their rows, but not while a published flow uses them, unless forced', async () => {
    await world.call('POST', `${tables}/${id}/rows`, { key: 'a' });
    await publish(
      world,
      'workflow:\n  name: W\n  tasks:\n    - dataTableLookup:\n        dataTable:\n          Holidays:\n            foundOutputs: {}\n',
    );
    expect((await world.call('DELETE', `${tables}/${id}`)).status).toBe(409);
    expect((await world.call('DELETE', `${tables}/${id}?force=true`)).status).toBe(204);
    expect((await world.call('GET', `${tables}/${id}/rows`)).status).toBe(404);
  });
});

describe('rows', () => {
  it('are listed by key only, unless showbrief is false', async () => {
    await world.call('POST', `${tables}/${id}/rows`, { key: 'b', seats: 2 });
    await world.call('POST', `${tables}/${id}/rows`, { key: 'a' });
    expect((await world.call('GET', `${tables}/${id}/rows`)).body).toMatchObject({
      total: 2,
      pageCount: 1,
      entities: [{ key: 'a' }, { key: 'b' }],
    });
    const full = await world.call('GET', `${tables}/${id}/rows?showbrief=false`);
    expect(full.body['entities']).toEqual([
      { key: 'a', open: false },
      { key: 'b', open: false, seats: 2 },
    ]);
    expect((await world.call('GET', `${tables}/${id}/rows?pageSize=101`)).status).toBe(400);
  });

  it('are reached by keys with any characters', async () => {
    const key = 'Süd/West 50% 日';
    const path = `${tables}/${id}/rows/${encodeURIComponent(key)}`;
    await world.call('POST', `${tables}/${id}/rows`, { key, seats: 1 });
    expect((await world.call('PUT', path, { key, seats: 3 })).body).toEqual({ key, seats: 3, open: false });
    expect((await world.call('GET', `${path}?showbrief=false`)).body).toMatchObject({ key, seats: 3 });
    expect((await world.call('GET', path)).body).toEqual({ key });
    expect((await world.call('DELETE', path)).status).toBe(204);
    expect((await world.call('GET', path)).status).toBe(404);
  });

  it('must fit the schema, have a key of their own, and are audited', async () => {
    const rows = `${tables}/${id}/rows`;
    expect((await world.call('POST', rows, { seats: 1 })).body).toMatchObject({
      status: 400,
      details: [{ fieldName: 'key' }],
    });
    expect((await world.call('POST', rows, { key: 'a', seats: 1.5 })).body).toMatchObject({
      details: [{ fieldName: 'seats' }],
    });
    expect((await world.call('POST', rows, { key: 'a', colour: 'red' })).body).toMatchObject({
      details: [{ fieldName: 'colour' }],
    });
    await world.call('POST', rows, { key: 'a' });
    expect((await world.call('POST', rows, { key: 'a' })).status).toBe(409);
    expect((await world.call('PUT', `${rows}/a`, { key: 'b' })).status).toBe(400);
    expect((await world.call('PUT', `${rows}/z`, { key: 'z' })).status).toBe(404);
    const last = world.simulator.organisation('Acme').audits().at(-1)?.message;
    expect(last).toMatchObject({ serviceName: 'Datatables', entityType: 'Row', action: 'Create', entity: { id: 'a' } });
  });
});
