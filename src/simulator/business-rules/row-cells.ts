import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { badRequest } from '../wire/platform-error.ts';
import { columnsOf, isQueueColumn, requireQueues } from './table-columns.ts';

/** The cells of a row for exactly the columns of its version: what the row says, or the default of the column. */
export function cellsFor(
  version: Entity,
  row: JsonObject,
): { readonly inputs: JsonObject; readonly outputs: JsonObject } {
  const { inputs, outputs } = columnsOf(version['columns']);
  return { inputs: cellsOf(inputs, row['inputs']), outputs: cellsOf(outputs, row['outputs']) };
}

/** PlatformError 400 for cells of unknown columns, ambiguous literals and queues that do not exist. */
export function checkCells(organisation: Organisation, version: Entity, row: JsonObject): void {
  const schema = organisation.collection('business_rules_schema').current(textOf(version, 'schemaId'));
  const columns = columnsOf(version['columns']);
  for (const side of ['inputs', 'outputs'] as const) {
    for (const [id, cell] of Object.entries(objectAt(row, side))) {
      const place = `${side}.${id}`;
      const column = columns[side].find((candidate) => candidate['id'] === id);
      if (!column)
        throw badRequest(`The version has no column ${id} among its ${side}.`, 'invalid.value', detail(place));
      const literal = isObject(cell) && isObject(cell['literal']) ? cell['literal'] : {};
      if (Object.keys(literal).length > 1)
        throw badRequest(`The literal at [${place}] must have one value.`, 'invalid.value', detail(place));
      if (!isQueueColumn(schema, column)) continue;
      requireQueues(organisation, [textOf(literal, 'string'), ...stringsOf(literal['strings'])], place);
    }
  }
}

function cellsOf(columns: readonly JsonObject[], given: unknown): JsonObject {
  const cells = isObject(given) ? given : {};
  const entries = columns.flatMap((column) => {
    const id = textOf(column, 'id');
    const cell = cells[id] ?? defaultCell(column);
    return cell === undefined ? [] : [[id, cell] as const];
  });
  return Object.fromEntries(entries);
}

function defaultCell({ defaultsTo }: JsonObject): JsonObject | undefined {
  if (!isObject(defaultsTo)) return undefined;
  const { value, values, special } = defaultsTo;
  if (special !== undefined) return { literal: { special } };
  if (Array.isArray(values)) return { literal: { strings: values } };
  return value === undefined ? undefined : { literal: { string: value } };
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isObject(value) ? value : {};
}

function detail(fieldName: string): { readonly details: readonly { errorCode: string; fieldName: string }[] } {
  return { details: [{ errorCode: 'invalid.value', fieldName }] };
}
