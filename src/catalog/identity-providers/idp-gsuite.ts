import { samlProvider } from './saml-provider.ts';

/** Sign-in by Google Workspace. */
export const idpGsuite = samlProvider({ type: 'idp_gsuite', noun: 'Google Workspace sign-in', place: 'gsuite' });
