import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulator, type Listening, type Simulator } from '../../simulator/index.ts';
import { createGenesysPlatform, type GenesysPlatform } from '../index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { testCatalogue } from '../testing/catalogue.ts';

const catalogue: Catalogue = {
  ...testCatalogue,
  find: (type) => {
    const descriptor = testCatalogue.find(type);
    const isRow = descriptor?.type === 'architect_datatable_row';
    return isRow ? { ...descriptor, audit: { service: 'Datatables', entityType: 'Row' } } : descriptor;
  },
};
const write = { recordTicket: () => Promise.resolve() };
const schema = {
  properties: { key: { type: 'string' }, open: { type: 'boolean' } },
  required: ['key'],
  type: 'object',
};

let simulator: Simulator;
let listening: Listening;
let platform: GenesysPlatform;

beforeEach(async () => {
  simulator = createSimulator({
    organisations: [
      {
        name: 'dev',
        clients: [{ id: 'writer', secret: 's' }],
        settings: { auditLagMs: 0, rateLimitPerMinute: 10_000 },
      },
    ],
  });
  listening = await simulator.listen({ port: 0 });
  platform = createGenesysPlatform({
    catalogue,
    credentials: () => Promise.resolve({ clientId: 'writer', clientSecret: 's' }),
    baseUrls: { api: listening.url },
    clock: { now: () => Date.now(), sleep: () => Promise.resolve() },
    emit: () => undefined,
  });
});

afterEach(async () => {
  await platform.close();
  await listening.close();
});

const table = (name: string): string =>
  simulator.organisation('dev').create('architect_datatable', { name, schema }).id;
const addRow = (tableId: string, key: string): Promise<unknown> =>
  platform.create('architect_datatable_row', { table: { id: tableId }, key, values: { open: true } }, write);
const audits = (id?: string) =>
  platform.audits(
    'architect_datatable_row',
    { from: new Date(Date.now() - 60_000).toISOString(), to: new Date(Date.now() + 60_000).toISOString() },
    id,
  );

describe('audits of rows', () => {
  it('carry our ids, also when two tables have a row of the same key', async () => {
    const [holidays, closures] = [table('Holidays'), table('Closures')];
    await addRow(holidays, '2026-12-25');
    await addRow(closures, '2026-12-25');

    expect((await audits())?.map(({ entityId }) => entityId)).toEqual([
      `${holidays}/2026-12-25`,
      `${closures}/2026-12-25`,
    ]);
    expect(await audits(`${closures}/2026-12-25`)).toMatchObject([{ entityName: 'Closures', clientId: 'writer' }]);
  });

  it("are nobody's when the table can not be told", async () => {
    const [one, other] = [table('One'), table('Other')];
    await addRow(one, 'k');
    await platform.update('architect_datatable', one, { name: 'Renamed since', schema }, write);

    expect(await audits()).toEqual([]);
    expect(await audits(`${one}/k`)).toBeUndefined();
    expect(await audits(`${other}/k`)).toBeUndefined();
  });

  it('belong to the only table there is, whatever it was called', async () => {
    const one = table('One');
    await addRow(one, 'k');
    await platform.update('architect_datatable', one, { name: 'Renamed since', schema }, write);
    expect(await audits(`${one}/k`)).toMatchObject([{ entityId: `${one}/k` }]);
  });
});
