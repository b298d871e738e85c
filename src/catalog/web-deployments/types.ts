import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { webdeploymentsConfiguration } from './webdeployments-configuration.ts';
import { webdeploymentsDeployment } from './webdeployments-deployment.ts';

/** The types of this area. */
export const webDeploymentsTypes: readonly ResourceDescriptor[] = [
  webdeploymentsConfiguration,
  webdeploymentsDeployment,
];
