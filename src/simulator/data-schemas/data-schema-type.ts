import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { shownTo } from '../entity/routes.ts';
import { readableEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { describedRoute } from '../described/described-route.ts';
import { keepVersion } from './schema-versions.ts';

/** What the schemas of one service have of their own. */
export type SchemaWish = {
  readonly label: string;
  readonly service: string;
  /** What `appliesTo` says. */
  readonly appliesTo: string;
};

/**
 * A type whose objects are JSON schemas: named by the title of their schema, enabled until told otherwise, with every
 * version kept. Deleted ones can still be read.
 */
export function dataSchemaType(name: string, { label, service, appliesTo }: SchemaWish): EntityType {
  return describedType(name, {
    label,
    audit: { service, entityType: 'Schema' },
    without: ['get'],
    softDelete: 'readable',
    people: 'reference',
    defaults: () => ({ enabled: true, appliesTo: [appliesTo] }),
    hooks: {
      accept: (_context, body) => named(body),
      stored: (context, entity, before) => keepVersion(context, name, entity ?? before),
    },
  });
}

/** GET of a schema: a deleted one is answered with `deleted: true`, which no model has. */
export function schemaRoute(type: EntityType, getOperation: string): Route {
  return describedRoute(getOperation, (context) => {
    const schema = readableEntity(context, type, context.params[type.idParameter] ?? '');
    return { status: 200, body: { ...shownTo(context, type, schema), ...deletedMark(schema) } };
  });
}

function deletedMark(schema: Entity): JsonObject {
  return schema['state'] === 'deleted' ? { deleted: true } : {};
}

function named(body: JsonObject): JsonObject {
  const schema = isObject(body['jsonSchema']) ? body['jsonSchema'] : {};
  const title = textOf(schema, 'title');
  if (title.trim() === '') {
    const details = [{ errorCode: 'missing.required.value', fieldName: 'jsonSchema.title' }];
    throw badRequest('A schema needs a title.', 'missing.required.value', { details });
  }
  return { ...body, name: title, jsonSchema: { ...schema, type: schema['type'] ?? 'object' } };
}
