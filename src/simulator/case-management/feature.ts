import type { Feature } from '../feature.ts';
import { caseplanRoutes } from './caseplan-routes.ts';
import { caseplanType } from './caseplan.ts';
import { stageRoutes } from './stage-routes.ts';

/** Case management: plans with versions, stages and steps. */
export const caseManagementFeature: Feature = {
  name: 'case-management',
  types: [caseplanType],
  routes: [...caseplanRoutes, ...stageRoutes],
};
