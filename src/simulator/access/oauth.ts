import type { OpenContext } from '../context.ts';
import type { OpenRoute } from '../feature.ts';
import type { Reply } from '../wire/message.ts';
import { clientsCollection, isSecretOf, organisationOfClient } from './credentials.ts';

/** The token endpoint of the login host: client credentials by Basic authentication or form fields. */
export const tokenRoute: OpenRoute = { method: 'POST', path: '/oauth/token', handle: issueToken };

function issueToken(context: OpenContext): Reply {
  const form = new URLSearchParams(bodyText(context.rawBody));
  const { clientId, secret } = presented(context.headers['authorization'], form);
  const grantType = form.get('grant_type');
  if (grantType === null || grantType === '') return refusal('invalid_request', 'grant_type is required');
  if (grantType !== 'client_credentials') {
    return refusal('unsupported_grant_type', `unsupported grant type: ${grantType}`);
  }
  const organisation = organisationOfClient(context.world, clientId);
  if (!organisation || !isSecretOf(organisation, clientId, secret)) {
    return refusal('invalid_client', 'client not found or invalid client');
  }
  const { tokenLimitPerMinute } = organisation.settings();
  const allowance = context.world.limiter.spend(`token/${clientId}`, tokenLimitPerMinute, context.now);
  if (!allowance.passes) {
    return refusal('invalid_request', `rate limit exceeded; retry after ${allowance.resetSeconds} seconds`);
  }
  const client = organisation.ledger(clientsCollection).current(clientId);
  if (client?.['state'] !== 'active') return refusal('invalid_client', 'client is not active');
  if (client['authorizedGrantType'] !== 'CLIENT-CREDENTIALS') {
    return refusal('unauthorized_client', 'client is not authorized for this grant type');
  }
  const seconds = Number(client['accessTokenValiditySeconds']);
  const expiresAt = context.now + seconds * 1000;
  const { token } = context.world.tokens.issue({ organisationId: organisation.id, clientId, expiresAt });
  return { status: 200, body: { access_token: token, token_type: 'bearer', expires_in: seconds } };
}

function presented(header: string | undefined, form: URLSearchParams): { clientId: string; secret: string } {
  const encoded = /^basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return { clientId: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return { clientId: text.slice(0, Math.max(0, colon)), secret: text.slice(colon + 1) };
}

function refusal(error: string, description: string): Reply {
  return { status: 400, body: { error, description, error_description: description } };
}

function bodyText(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
}
