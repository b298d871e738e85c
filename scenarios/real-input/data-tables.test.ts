import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/core/index.ts';
import { formatAddress } from '../../src/core/resource/index.ts';
import { absence, fixturesIn } from './fixtures.ts';
import { buildProject, type DocumentDraft } from './project-draft.ts';
import { carryTo, openTwoOrganisations, type TwoOrganisations } from './two-organisations.ts';

/** A data table as a file gives it: its columns and some rows. */
interface RealTable {
  readonly name: string;
  readonly columns: Readonly<
    Record<string, { readonly type: string; readonly title: string; readonly default?: Json }>
  >;
  readonly rows: readonly { readonly key: string; readonly values: JsonObject }[];
}

let world: TwoOrganisations;

beforeAll(async () => {
  if (absence === undefined) world = await openTwoOrganisations();
});

afterAll(async () => {
  await world?.close();
});

/** The CSV of a table, as the Admin UI and the tutorials have it. The column types are not in it. */
function tableOfCsv(name: string, ending: RegExp, types: Readonly<Record<string, string>>): RealTable {
  const [head = '', ...lines] = (fixturesIn('csv', ending)[0]?.text ?? '').trim().split(/\r?\n/u);
  const titles = head.split(',');
  const columns = titles.map((title) => [title, { type: types[title] ?? 'string', title }] as const);
  const rows = lines.map((line) => {
    const cells = line.split(',');
    const values = columns
      .slice(1)
      .map(([title, { type }], index) => [title, valueOf(cells[index + 1] ?? '', type)] as const);
    return { key: cells[0] ?? '', values: Object.fromEntries(values) };
  });
  return { name, columns: Object.fromEntries(columns), rows };
}

function valueOf(cell: string, type: string): Json {
  if (type === 'boolean') return cell === 'true';
  return type === 'string' ? cell : Number(cell);
}

interface StateResource {
  readonly type: string;
  readonly instances: readonly {
    readonly attributes: Readonly<Record<string, string>> & { readonly properties?: readonly StateColumn[] };
  }[];
}

interface StateColumn {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly default: string;
}

/** The table in a state of the Terraform provider, which keeps every default as a text. */
function tableOfState(): RealTable {
  const state = JSON.parse(
    fixturesIn('tf-exports', /2022-03-17-4f8c62e2-terraform\.tfstate\.backup$/u)[0]?.text ?? '{"resources":[]}',
  ) as { readonly resources: readonly StateResource[] };
  const attributesOf = (type: string) =>
    state.resources
      .filter((resource) => resource.type === type)
      .flatMap(({ instances }) => instances.map(({ attributes }) => attributes));
  const [table] = attributesOf('genesyscloud_architect_datatable');
  const columns = (table?.properties ?? []).map(
    ({ name, title, type, default: given }) =>
      [name, { type, title, ...(given === '' ? {} : { default: valueOf(given, type) }) }] as const,
  );
  const rows = attributesOf('genesyscloud_architect_datatable_row').map((row) => ({
    key: row['key_value'] ?? '',
    values: JSON.parse(row['properties_json'] ?? '{}') as JsonObject,
  }));
  return { name: table?.['name'] ?? '', columns: Object.fromEntries(columns), rows };
}

function draftsOf({ name, columns, rows }: RealTable): readonly DocumentDraft[] {
  const schema = {
    $schema: 'http://json-schema.org/draft-04/schema#',
    type: 'object',
    required: ['key'],
    properties: columns,
    additionalProperties: false,
  };
  return [
    { type: 'architect_datatable', key: { name }, spec: { schema } },
    ...rows.map(({ key, values }) => ({
      type: 'architect_datatable_row',
      key: { table: name, key },
      spec: { values },
    })),
  ];
}

test('a row with an id of its old organisation is refused, with its file and column', (context) => {
  if (absence !== undefined) context.skip(absence);
  const table = tableOfCsv('Presences', /MsTeamsPresenceMappings\.csv$/u, {});
  expect(table.rows.length).toBeGreaterThan(3);
  const { diagnostics } = buildProject(draftsOf(table), world.environments);
  expect(diagnostics).toHaveLength(table.rows.length);
  for (const { code, summary } of diagnostics) {
    expect(code).toBe('SB2010');
    expect(summary).toMatch(
      /^config\/all\/architect_datatable_row\/document-\d+\.yaml:\d+: spec\.values\.GenesysCloudPresenceId holds the platform id/u,
    );
  }
});

test('every data table and its rows are made, exported and promoted, and are the same in both organisations', async (context) => {
  if (absence !== undefined) context.skip(absence);
  const presences = tableOfCsv('Presences', /MsTeamsPresenceMappings\.csv$/u, {});
  const portable = presences.rows.map(({ key }) => ({
    key,
    values: { GenesysCloudPresenceId: '${env.values.someTable}' },
  }));
  const tables = [
    tableOfState(),
    tableOfCsv('Products', /\/?sample\.csv$/u, { available: 'boolean', expiration: 'integer', price: 'number' }),
    { ...presences, rows: portable },
  ];
  const project = buildProject(tables.flatMap(draftsOf), world.environments);
  for (const { name, values } of world.environments) {
    const { documents } = await carryTo(world, name, project);
    const found = Object.fromEntries(documents.map(({ address, document }) => [address, document]));
    for (const table of tables) {
      const { schema } = found[formatAddress({ type: 'architect_datatable', key: [table.name] })] ?? {};
      expect(schema).toMatchObject({ properties: table.columns, required: ['key'] });
      for (const { key, values: cells } of table.rows) {
        const expected = JSON.parse(
          JSON.stringify(cells).replaceAll('${env.values.someTable}', String(values['someTable'])),
        ) as Json;
        expect(found[formatAddress({ type: 'architect_datatable_row', key: [table.name, key] })]?.['values']).toEqual(
          expected,
        );
      }
    }
  }
  process.stdout.write(`real data tables: ${tables.length} with ${tables.flatMap(({ rows }) => rows).length} rows\n`);
});
