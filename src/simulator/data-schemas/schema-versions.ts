import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { shownTo } from '../entity/routes.ts';
import { readableEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { textOf, type Entity } from '../kernel/values.ts';
import type { Collection } from '../state/collection.ts';
import { notFound } from '../wire/platform-error.ts';

/** Keeps what a schema was in its present version. */
export function keepVersion(context: Context, typeName: string, schema: Entity | undefined): void {
  if (schema === undefined) return;
  const id = `${schema.id}/${String(schema['version'])}`;
  versionsIn(context, typeName).put({ id, schemaId: schema.id, schema });
}

/** The list of a schema's versions and one of them, by the ids of their operations. */
export function schemaVersionRoutes(
  type: EntityType,
  operations: { readonly list: string; readonly get: string; readonly parameter: string },
): readonly Route[] {
  return [
    describedRoute(operations.list, (context) => {
      const entities = keptVersions(context, type).map((schema) => shownTo(context, type, schema));
      return { status: 200, body: { entities, selfUri: context.pathname } };
    }),
    describedRoute(operations.get, (context) => {
      const wanted = context.params[operations.parameter] ?? '';
      const found = keptVersions(context, type).find((schema) => String(schema['version']) === wanted);
      if (!found) throw notFound(`version of ${type.label}`, wanted);
      return { status: 200, body: shownTo(context, type, found) };
    }),
  ];
}

function keptVersions(context: Context, type: EntityType): readonly Entity[] {
  const { id } = readableEntity(context, type, context.params[type.idParameter] ?? '');
  return versionsIn(context, type.name)
    .shownAll()
    .filter((version) => textOf(version, 'schemaId') === id)
    .map((version) => version['schema'] as Entity)
    .toSorted((a, b) => Number(b['version']) - Number(a['version']));
}

function versionsIn(context: Context, typeName: string): Collection {
  return context.organisation.collection(`${typeName}.versions`);
}
