import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator } from '../../src/simulator/index.ts';
import { cases } from './cases/index.ts';
import type { Row } from './cells.ts';
import { createMade, typesUnderTest } from './make.ts';
import { renderTable } from './render-table.ts';
import { connectSdk } from './sdk-client.ts';
import { tryType } from './try-type.ts';

const client = { id: 'conformance', secret: 'not-a-real-secret' };
const simulator = createSimulator({
  seed: 'conformance',
  organisations: [{ name: 'Acme', clients: [client], settings: { rateLimitPerMinute: 1_000_000 } }],
});
const made = createMade(cases);
const rows = new Map<string, Row>();
let close: () => Promise<void>;

beforeAll(async () => {
  const server = await simulator.listen({ port: 0 });
  close = () => server.close();
  await connectSdk(server.port, client);
});

afterAll(() => close());

describe('every type through the official JavaScript SDK, unchanged', () => {
  it.each(Object.keys(typesUnderTest))('%s', async (type) => {
    const row = await tryType(type, made, cases[type]);
    rows.set(type, row);
    const failures = Object.entries(row).flatMap(([cell, outcome]) =>
      outcome.kind === 'failed' ? outcome.problems.map((problem) => `${cell}: ${problem}`) : [],
    );
    expect(failures).toEqual([]);
  });

  it('passes or does not apply, cell by cell, as docs/conformance.md says', async () => {
    const outcomes = [...rows.values()].flatMap((row) => Object.values(row).map(({ kind }) => kind));
    const count = (kind: string): number => outcomes.filter((candidate) => candidate === kind).length;
    expect({ types: rows.size, passed: count('passed'), notApplicable: count('n/a'), failed: count('failed') }).toEqual(
      {
        types: 143,
        passed: 801,
        notApplicable: 200,
        failed: 0,
      },
    );
    await expect(renderTable(rows)).toMatchFileSnapshot('../../docs/conformance.md');
  });
});
