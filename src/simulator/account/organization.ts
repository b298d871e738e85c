import type { Context } from '../context.ts';
import type { Route } from '../feature.ts';
import type { JsonObject } from '../kernel/values.ts';

/** The organisation behind the token. */
export const organizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v2/organizations/me',
    permissions: { none: true },
    handle: (context) => ({ status: 200, body: organizationOf(context) }),
  },
];

function organizationOf(context: Context): JsonObject {
  const { id, name, shortName, domain, defaultLanguage, defaultCountryCode } = context.organisation;
  return {
    id,
    name,
    defaultLanguage,
    defaultCountryCode,
    thirdPartyOrgName: shortName,
    thirdPartyURI: '',
    domain,
    features: { architect: true, contactCenter: true, directory: true, informationAvailability: true },
    version: 1,
    state: 'active',
    voicemailEnabled: true,
    productPlatform: 'GenesysCloud',
    selfUri: `/api/v2/organizations/${id}`,
  };
}
