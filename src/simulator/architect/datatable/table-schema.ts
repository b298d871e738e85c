import { isObject, stringsOf, textOf, type JsonObject } from '../../kernel/values.ts';
import { badRequest, type PlatformError } from '../../wire/platform-error.ts';

const columnTypes = ['string', 'integer', 'number', 'boolean'];

/** Refuses a schema that is not that of a data table: a text column `key` that is required, and typed columns. */
export function checkTableSchema(schema: unknown): void {
  if (!isObject(schema))
    throw invalid('The request is missing a required value: schema.', 'schema', 'missing.required.value');
  const columns = columnsOf(schema);
  if (textOf(columns['key'] ?? {}, 'type') !== 'string') {
    throw invalid("The schema must have a property 'key' of type string.", 'schema.properties.key');
  }
  if (!stringsOf(schema['required']).includes('key'))
    throw invalid("The schema must require the property 'key'.", 'schema.required');
  for (const name of stringsOf(schema['required'])) {
    if (!(name in columns))
      throw invalid(`The schema requires '${name}', which is not one of its properties.`, 'schema.required');
  }
  for (const [name, column] of Object.entries(columns)) {
    const type = textOf(column, 'type');
    if (!columnTypes.includes(type)) {
      throw invalid(
        `Type '${type}' of property '${name}' is not one of ${columnTypes.join(', ')}.`,
        `schema.properties.${name}.type`,
      );
    }
  }
}

/** The row with the defaults of columns that it leaves out; refuses one that the schema does not allow. */
export function checkedRow(schema: unknown, row: JsonObject): JsonObject {
  const document = isObject(schema) ? schema : {};
  const columns = columnsOf(document);
  const defaults = Object.entries(columns).flatMap(([name, column]) =>
    column['default'] === undefined || name === 'key' ? [] : [[name, column['default']] as const],
  );
  const filled: JsonObject = { ...Object.fromEntries(defaults), ...row };
  for (const name of stringsOf(document['required'])) {
    if (filled[name] === undefined || filled[name] === null)
      throw invalid(`The row is missing the required property '${name}'.`, name, 'missing.required.value');
  }
  for (const [name, value] of Object.entries(filled)) {
    const column = columns[name];
    if (!column) {
      if (document['additionalProperties'] === false)
        throw invalid(`'${name}' is not a property of the data table.`, name);
    } else if (!fits(value, textOf(column, 'type'))) {
      throw invalid(`The value of '${name}' must be of type ${textOf(column, 'type')}.`, name, 'invalid.value.type');
    }
  }
  return filled;
}

function columnsOf(schema: JsonObject): Readonly<Record<string, JsonObject>> {
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  return Object.fromEntries(Object.entries(properties).map(([name, column]) => [name, isObject(column) ? column : {}]));
}

function fits(value: unknown, type: string): boolean {
  if (value === null) return true;
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function invalid(message: string, fieldName: string, errorCode = 'invalid.value'): PlatformError {
  return badRequest(message, errorCode, { details: [{ errorCode, fieldName }] });
}
