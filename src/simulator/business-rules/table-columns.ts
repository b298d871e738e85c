import type { Context } from '../context.ts';
import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { badRequest } from '../wire/platform-error.ts';

/** Inputs and outputs of a table, with the ids that the platform gives them. */
export type Columns = { readonly inputs: readonly JsonObject[]; readonly outputs: readonly JsonObject[] };

/** The two lists of a `columns` property. */
export function columnsOf(value: unknown): Columns {
  const { inputs, outputs } = isObject(value) ? value : {};
  return { inputs: objectsIn(inputs), outputs: objectsIn(outputs) };
}

/**
 * Checked columns with ids: a column that asks the same of the same property keeps the id that it has in `before`.
 * PlatformError 400 for a property that the schema lacks and for a default queue that does not exist.
 */
export function acceptColumns(context: Context, schemaId: string, given: unknown, before: Columns): Columns {
  const schema = context.organisation.collection('business_rules_schema').current(schemaId);
  const { inputs, outputs } = columnsOf(given);
  const accept = (known: readonly JsonObject[], path: string) => (column: JsonObject) => {
    checkColumn(context.organisation, schema, column, path);
    const same = known.find((other) => meaningOf(other) === meaningOf(column));
    return { ...column, id: same?.['id'] ?? context.organisation.ids.next() };
  };
  return {
    inputs: inputs.map(accept(before.inputs, 'columns.inputs')),
    outputs: outputs.map(accept(before.outputs, 'columns.outputs')),
  };
}

/** Whether the values of a column are ids of queues: its property has the core type `queue`. */
export function isQueueColumn(schema: Entity | undefined, column: JsonObject): boolean {
  const property = propertiesOf(schema)[propertyKeyOf(column)];
  return JSON.stringify(property ?? {}).includes('#/definitions/queue"');
}

/** The properties of a schema by key. */
export function propertiesOf(schema: Entity | undefined): JsonObject {
  const json = schema?.['jsonSchema'];
  const properties = isObject(json) ? json['properties'] : undefined;
  return isObject(properties) ? properties : {};
}

/** The property of the schema that a column is about. */
export function propertyKeyOf(column: JsonObject): string {
  const { expression, value } = column;
  const place = isObject(expression) ? expression['contractual'] : value;
  return isObject(place) ? textOf(place, 'schemaPropertyKey') : '';
}

/** PlatformError 400 unless the organisation has a queue with each of these ids. */
export function requireQueues(organisation: Organisation, ids: readonly string[], fieldName: string): void {
  const queues = organisation.collection('routing_queue');
  const stranger = ids.find((id) => id !== '' && !queues.current(id));
  if (stranger === undefined) return;
  const details = [{ errorCode: 'invalid.reference', fieldName, entityId: stranger, entityName: 'queue' }];
  throw badRequest(`Unable to find queue with id ${stranger}, referred to by ${fieldName}`, 'invalid.reference', {
    details,
  });
}

function checkColumn(organisation: Organisation, schema: Entity | undefined, column: JsonObject, path: string): void {
  const key = propertyKeyOf(column);
  if (schema !== undefined && !Object.hasOwn(propertiesOf(schema), key)) {
    const details = [{ errorCode: 'invalid.value', fieldName: `${path}.schemaPropertyKey` }];
    throw badRequest(`The schema has no property "${key}".`, 'invalid.value', { details });
  }
  const { defaultsTo } = column;
  if (!isObject(defaultsTo) || !isQueueColumn(schema, column)) return;
  requireQueues(
    organisation,
    [textOf(defaultsTo, 'value'), ...stringsOf(defaultsTo['values'])],
    `${path}.defaultsTo.value`,
  );
}

function meaningOf({ id: _id, defaultsTo: _default, ...meaning }: JsonObject): string {
  return JSON.stringify(meaning);
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
