import { samlProvider } from './saml-provider.ts';

/** Sign-in by AD FS. */
export const idpAdfs = samlProvider({ type: 'idp_adfs', noun: 'AD FS sign-in', place: 'adfs' });
