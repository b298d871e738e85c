import { singleRoutes } from '../described/single-type.ts';
import type { Feature } from '../feature.ts';

/** Identity providers. */
export const identityProvidersFeature: Feature = {
  name: 'identity-providers',
  routes: [
    ...singleRoutes({
      name: 'idp_adfs',
      audit: { service: 'PeoplePermissions', entityType: 'IdentityProvider' },
      defaults: () => ({}),
    }),
    ...singleRoutes({
      name: 'idp_generic',
      audit: { service: 'PeoplePermissions', entityType: 'IdentityProvider' },
      defaults: () => ({}),
    }),
    ...singleRoutes({
      name: 'idp_gsuite',
      audit: { service: 'PeoplePermissions', entityType: 'IdentityProvider' },
      defaults: () => ({}),
    }),
    ...singleRoutes({
      name: 'idp_okta',
      audit: { service: 'PeoplePermissions', entityType: 'IdentityProvider' },
      defaults: () => ({}),
    }),
    ...singleRoutes({
      name: 'idp_onelogin',
      audit: { service: 'PeoplePermissions', entityType: 'IdentityProvider' },
      defaults: () => ({}),
    }),
    ...singleRoutes({
      name: 'idp_ping',
      audit: { service: 'PeoplePermissions', entityType: 'IdentityProvider' },
      defaults: () => ({}),
    }),
    ...singleRoutes({
      name: 'idp_salesforce',
      audit: { service: 'PeoplePermissions', entityType: 'IdentityProvider' },
      defaults: () => ({}),
    }),
  ],
};
