import { samlProvider } from './saml-provider.ts';

/** Sign-in by Okta. */
export const idpOkta = samlProvider({ type: 'idp_okta', noun: 'Okta sign-in', place: 'okta' });
