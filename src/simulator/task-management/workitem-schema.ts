import { dataSchemaType, schemaRoute } from '../data-schemas/data-schema-type.ts';
import { schemaVersionRoutes } from '../data-schemas/schema-versions.ts';
import type { Route } from '../feature.ts';

/** Schemas of the custom fields of work items. */
export const workitemSchemaType = dataSchemaType('task_management_workitem_schema', {
  label: 'workitem schema',
  service: 'TaskManagement',
  appliesTo: 'WORKITEM',
});

/** Reading a schema, also a deleted one, and its versions. */
export const workitemSchemaRoutes: readonly Route[] = [
  schemaRoute(workitemSchemaType, 'getTaskmanagementWorkitemsSchema'),
  ...schemaVersionRoutes(workitemSchemaType, {
    list: 'getTaskmanagementWorkitemsSchemaVersions',
    get: 'getTaskmanagementWorkitemsSchemaVersion',
    parameter: 'versionId',
  }),
];
