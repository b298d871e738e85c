import type { Feature } from '../feature.ts';
import { rowRoutes } from './row-routes.ts';
import { schemaRoutes, schemaType } from './schema.ts';
import { tableType } from './table-type.ts';
import { versionRoutes } from './version-routes.ts';

/** Business rules: schemas, and decision tables with their versions and rows. */
export const businessRulesFeature: Feature = {
  name: 'business-rules',
  types: [schemaType, tableType],
  routes: [...schemaRoutes, ...versionRoutes, ...rowRoutes],
};
