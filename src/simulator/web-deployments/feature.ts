import type { Feature } from '../feature.ts';
import { activeTimers } from './becoming-active.ts';
import { configurationType } from './configuration.ts';
import { deploymentRoutes } from './deployment-routes.ts';
import { deploymentType } from './deployment.ts';
import { versionRoutes } from './version-routes.ts';

/** Web deployments: configurations with their versions, and deployments, which show one of them. */
export const webDeploymentsFeature: Feature = {
  name: 'web-deployments',
  types: [configurationType, deploymentType],
  routes: [...versionRoutes, ...deploymentRoutes],
  timers: activeTimers,
};
