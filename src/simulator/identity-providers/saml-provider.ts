import { singleRoutes, type SingleType } from '../described/single-type.ts';
import type { Route } from '../feature.ts';
import type { JsonObject } from '../kernel/values.ts';

/** A kind of provider: its described type, its place in paths, and what it is called unless a body says so. */
export type ProviderKind = { readonly type: string; readonly place: string; readonly name: string };

/** All kinds that can be read and written. */
export const providerKinds: readonly ProviderKind[] = [
  { type: 'idp_adfs', place: 'adfs', name: 'ADFS' },
  { type: 'idp_generic', place: 'generic', name: 'Generic SAML' },
  { type: 'idp_gsuite', place: 'gsuite', name: 'GSuite' },
  { type: 'idp_okta', place: 'okta', name: 'Okta' },
  { type: 'idp_onelogin', place: 'onelogin', name: 'OneLogin' },
  { type: 'idp_ping', place: 'ping', name: 'PingIdentity' },
  { type: 'idp_salesforce', place: 'salesforce', name: 'Salesforce' },
];

/** GET, PUT and DELETE of a provider; an organisation has none of a kind until one is PUT. */
export function providerRoutes(kind: ProviderKind): readonly Route[] {
  return singleRoutes({
    name: kind.type,
    optional: 'identity provider',
    audit: { service: 'PeoplePermissions', entityType: 'IdentityProvider', entityId: kind.place },
    defaults: () => ({ name: kind.name, disabled: false }),
    present: () => identityOf(kind),
  } satisfies SingleType);
}

/** Id and address of the only provider of a kind. */
export function identityOf({ place }: ProviderKind): JsonObject {
  return { id: place, selfUri: `/api/v2/identityproviders/${place}` };
}
