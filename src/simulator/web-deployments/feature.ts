import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Web deployments. */
export const webDeploymentsFeature: Feature = {
  name: 'web-deployments',
  types: [describedType('webdeployments_deployment', { label: 'deployment', audit: { service: 'WebDeployments' } })],
};
