import { samlProvider } from './saml-provider.ts';

/** Sign-in by OneLogin. */
export const idpOnelogin = samlProvider({ type: 'idp_onelogin', noun: 'OneLogin sign-in', place: 'onelogin' });
