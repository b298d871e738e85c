import { singleRoutes } from '../described/single-type.ts';
import type { Feature } from '../feature.ts';

/** Organization. */
export const organizationFeature: Feature = {
  name: 'organization',
  routes: [
    ...singleRoutes({
      name: 'organization_authentication_settings',
      audit: { service: 'PeoplePermissions', entityType: 'OrgAuthSettings' },
      defaults: () => ({}),
    }),
  ],
};
