import { samlProvider } from './saml-provider.ts';

/** Sign-in by Salesforce. */
export const idpSalesforce = samlProvider({ type: 'idp_salesforce', noun: 'Salesforce sign-in', place: 'salesforce' });
