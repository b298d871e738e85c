/** An OAuth client with the client-credentials grant. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Fetches the credentials whenever a token is needed, so that a rotated secret is picked up. */
export type CredentialProvider = () => Promise<ClientCredentials>;
