import { samlProvider } from './saml-provider.ts';

/** Sign-in by Ping Identity. */
export const idpPing = samlProvider({ type: 'idp_ping', noun: 'Ping Identity sign-in', place: 'ping' });
