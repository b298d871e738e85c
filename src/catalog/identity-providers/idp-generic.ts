import { samlProvider } from './saml-provider.ts';

/** Sign-in by any other provider that speaks SAML. */
export const idpGeneric = samlProvider({
  type: 'idp_generic',
  noun: 'generic SAML sign-in',
  place: 'generic',
  moreFields: ['endpointCompression'],
});
