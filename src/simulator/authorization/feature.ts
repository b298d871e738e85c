import type { Feature } from '../feature.ts';
import { clientType } from './client.ts';
import { divisionRoutes } from './division-routes.ts';
import { divisionType } from './division.ts';
import { permittedRoutes } from './permitted.ts';
import { roleType } from './role.ts';
import { subjectRoutes } from './subjects.ts';

/** Divisions, roles, grants, OAuth clients and what callers may do. */
export const authorizationFeature: Feature = {
  name: 'authorization',
  types: [divisionType, roleType, clientType],
  routes: [...divisionRoutes, ...subjectRoutes, ...permittedRoutes],
};
