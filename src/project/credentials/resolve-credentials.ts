import { projectError } from '../errors.ts';
import type { LoadedEnvironment } from '../project.ts';
import { withProviderVariables } from './provider-variables.ts';
import { resolveCredential, type CredentialContext } from './resolve-credential.ts';

/** An OAuth client as the token endpoint takes it: the secret is in plain text, so keep it only as long as a request. */
export interface RevealedCredential {
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * The environment's credential for this use, the provider's variables filling in where the file is silent. The other
 * one is not looked at. Errors: those of `resolveCredential`; SB2029 when the environment has none for this use.
 */
export async function resolveCredentials(
  environment: LoadedEnvironment,
  use: 'read' | 'write',
  context: CredentialContext,
): Promise<RevealedCredential> {
  const reference = withProviderVariables(environment.connection, context.variables).credentials[use];
  if (reference === undefined) {
    const place = `environments/${environment.name}.yaml`;
    throw projectError('SB2029', `${place} has no connection.credentials.${use}.`, {
      environment: environment.name,
      use,
    });
  }
  const { clientId, clientSecret } = await resolveCredential(reference, context);
  return { clientId, clientSecret: clientSecret.reveal() };
}
