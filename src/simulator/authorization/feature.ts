import type { Feature } from '../feature.ts';
import { authorizationRoutes } from './client/authorization-routes.ts';
import { clientRoutes } from './client/client-routes.ts';
import { clientType } from './client/client-type.ts';
import { usageRoutes } from './client/usage-routes.ts';
import { divisionRoutes } from './division/division-routes.ts';
import { divisionType } from './division/division-type.ts';
import { divisionReadRoutes } from './division/read-routes.ts';
import { moveRoute } from './division/move-objects.ts';
import { subjectRoutes } from './grant/subject-routes.ts';
import { userRoleRoutes } from './grant/user-roles.ts';
import { permittedRoutes } from './permission/permitted.ts';
import { policyRoutes } from './permission/policy-routes.ts';
import { productRoutes } from './permission/products.ts';
import { settingsRoutes } from './permission/settings.ts';
import { compareRoutes } from './role/compare-routes.ts';
import { holderRoutes } from './role/holder-routes.ts';
import { restoreRoutes } from './role/restore-routes.ts';
import { roleRoutes } from './role/role-routes.ts';
import { roleType } from './role/role-type.ts';

/** Divisions, roles, grants, OAuth clients and what callers may do. */
export const authorizationFeature: Feature = {
  name: 'authorization',
  types: [divisionType, roleType, clientType],
  routes: [
    ...divisionReadRoutes,
    ...divisionRoutes,
    moveRoute,
    ...roleRoutes,
    ...restoreRoutes,
    ...compareRoutes,
    ...holderRoutes,
    ...subjectRoutes,
    ...userRoleRoutes,
    ...permittedRoutes,
    ...policyRoutes,
    ...productRoutes,
    ...settingsRoutes,
    ...clientRoutes,
    ...authorizationRoutes,
    ...usageRoutes,
  ],
};
