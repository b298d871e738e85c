import type { Context } from '../context.ts';
import { isoDate } from '../kernel/clock.ts';
import { refId, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { conflict } from '../wire/platform-error.ts';
import { columnsOf, propertiesOf, propertyKeyOf, type Columns } from './table-columns.ts';
import { latestVersion, putVersion, rowsOf, versionsOf } from './table-store.ts';

/** Where decision tables are. */
const tablesPath = '/api/v2/businessrules/decisiontables';

/** Stores and returns the next version of a table, a draft with these columns. */
export function draftVersion(context: Context, table: Entity, columns: unknown): Entity {
  const { organisation, caller, now } = context;
  const version = Number(latestVersion(organisation, table.id)?.['version'] ?? 0) + 1;
  const date = isoDate(now);
  const draft: Entity = {
    id: `${table.id}/${version}`,
    tableId: table.id,
    schemaId: refId(table['schema']),
    version,
    status: 'Draft',
    dateCreated: date,
    dateModified: date,
    createdBy: { id: caller.subjectId },
    columns,
  };
  putVersion(organisation, draft);
  return draft;
}

/** The latest version of a table if it is a draft; PlatformError 409 when it was published. */
export function openDraft(organisation: Organisation, tableId: string): Entity {
  const latest = latestVersion(organisation, tableId);
  if (latest?.['status'] === 'Draft') return latest;
  throw conflict(
    `The latest version of the decision table with id ${tableId} is published: changes need a new version.`,
  );
}

/** What a table's answers say of its versions. */
export function versionFacts(organisation: Organisation, table: Entity): JsonObject {
  const versions = versionsOf(organisation, table.id);
  const latest = versions.at(-1);
  const published = versions.find(({ status }) => status === 'Published');
  if (!latest) return {};
  return {
    ...shownVersion(organisation, table, latest),
    latest: versionReference(table, latest),
    latestVersionStatus: latest['status'],
    snapshotCount: 0,
    ...(published && {
      published: versionReference(table, published),
      publishedContract: contractOf(organisation, published),
      datePublished: published['datePublished'],
    }),
  };
}

/** A version as its own operations answer it. */
export function shownVersion(organisation: Organisation, table: Entity, version: Entity): JsonObject {
  const { tableId: _table, schemaId: _schema, ...shown } = version;
  const selfUri = `${tablesPath}/${table.id}/versions/${String(version['version'])}`;
  return {
    ...shown,
    id: table.id,
    name: textOf(table, 'name'),
    division: table['division'],
    ...(table['description'] === undefined ? {} : { description: table['description'] }),
    rowCount: rowsOf(organisation, version.id).length,
    rowsUri: `${selfUri}/rows`,
    contract: contractOf(organisation, version),
    selfUri,
  };
}

/** The reference to a version that tables and rows have. */
export function versionReference(table: Entity, { version }: Entity): JsonObject {
  return {
    id: table.id,
    name: textOf(table, 'name'),
    version,
    selfUri: `${tablesPath}/${table.id}/versions/${String(version)}`,
  };
}

function contractOf(organisation: Organisation, version: Entity): JsonObject {
  const schema = organisation.collection('business_rules_schema').current(textOf(version, 'schemaId'));
  const columns = columnsOf(version['columns']);
  return {
    ...(schema && {
      parentSchema: {
        id: schema.id,
        name: textOf(schema, 'name'),
        version: schema['version'],
        selfUri: `/api/v2/businessrules/schemas/${schema.id}`,
      },
    }),
    executionInputSchema: partOf(schema, columns.inputs),
    executionOutputSchema: partOf(schema, columns.outputs),
  };
}

function partOf(schema: Entity | undefined, columns: Columns['inputs']): JsonObject {
  const all = propertiesOf(schema);
  const properties = Object.fromEntries(columns.map(propertyKeyOf).map((key) => [key, all[key] ?? {}]));
  return { type: 'object', properties };
}
