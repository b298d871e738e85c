import { putRow } from '../../architect/datatable/row-store.ts';
import type { JsonObject } from '../../kernel/values.ts';
import type { Area, Draft } from '../draft.ts';
import { times } from '../times.ts';

const rowsPerTable = 20;

/** Data tables with rows whose keys are as odd as names. */
export const tableArea: Area = {
  shares: { architect_datatable: { part: 0.01, least: 3, most: 400 } },
  build: (draft) => {
    times(draft.count('architect_datatable'), () => addTable(draft));
  },
};

function addTable({ add, division, names, organisation, random }: Draft): void {
  const table = add('architect_datatable', {
    name: names.thing('architect_datatable'),
    description: 'Numbers and where they lead',
    division: division(),
    schema,
  });
  times(1 + random.below(rowsPerTable * 2), () =>
    putRow(organisation, table.id, {
      key: names.thing(`row ${table.id}`),
      queue: names.thing('cell'),
      limit: random.below(1000),
      rate: random.below(1000) / 100,
      open: random.chance(0.5),
    }),
  );
}

const column = (name: string, type: string, displayOrder: number, extra: JsonObject = {}): JsonObject => ({
  $id: `/properties/${name}`,
  title: name,
  type,
  displayOrder,
  ...extra,
});

const schema: JsonObject = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  additionalProperties: false,
  required: ['key'],
  properties: {
    key: column('key', 'string', 0, { minLength: 1, maxLength: 256 }),
    queue: column('queue', 'string', 1, { minLength: 0, maxLength: 36_000 }),
    limit: column('limit', 'integer', 2, { minimum: 0, maximum: 1000 }),
    rate: column('rate', 'number', 3),
    open: column('open', 'boolean', 4, { default: false }),
  },
};
