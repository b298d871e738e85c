import { dataSchemaType, schemaRoute } from '../data-schemas/data-schema-type.ts';
import { schemaVersionRoutes } from '../data-schemas/schema-versions.ts';
import type { Route } from '../feature.ts';

/** Schemas of business rules, which decision tables are made of. */
export const schemaType = dataSchemaType('business_rules_schema', {
  label: 'business rules schema',
  service: 'BusinessRules',
  appliesTo: 'DECISION_TABLE',
});

/** Reading a schema, also a deleted one, and its versions. */
export const schemaRoutes: readonly Route[] = [
  schemaRoute(schemaType, 'getBusinessrulesSchema'),
  ...schemaVersionRoutes(schemaType, {
    list: 'getBusinessrulesSchemaVersions',
    get: 'getBusinessrulesSchemaVersion',
    parameter: 'schemaVersion',
  }),
];
