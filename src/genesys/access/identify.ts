import { valueAt, type Json } from '../../core/index.ts';
import type { OrganisationIdentity } from '../../engine/index.ts';
import type { GenesysClient } from '../client/client.ts';
import { platformError } from '../errors.ts';

/** The organisation behind the credential and the OAuth client that asks. Source: organizations/me and tokens/me. */
export async function identify(client: GenesysClient): Promise<OrganisationIdentity> {
  const [organisation, token] = await Promise.all([
    client.call({ method: 'GET', path: '/api/v2/organizations/me', repeatable: true }),
    client.call({ method: 'GET', path: '/api/v2/tokens/me', repeatable: true }),
  ]);
  const id = textAt(organisation.body, ['id']);
  if (id === undefined) {
    const message = 'GET /api/v2/organizations/me: the answer names no organisation.';
    throw platformError('SB4012', {
      message,
      failure: 'unavailable',
      context: { method: 'GET', path: '/api/v2/organizations/me' },
    });
  }
  return {
    id,
    name: textAt(organisation.body, ['name']) ?? '',
    domain: textAt(organisation.body, ['domain']) ?? '',
    clientId: textAt(token.body, ['OAuthClient', 'id']) ?? '',
  };
}

function textAt(value: Json | undefined, path: readonly string[]): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
