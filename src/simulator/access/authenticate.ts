import type { Caller } from '../context.ts';
import type { Organisation } from '../state/organisation.ts';
import { PlatformError } from '../wire/platform-error.ts';
import type { World } from '../world.ts';
import { clientsCollection } from './credentials.ts';
import { authorityOf } from './grants.ts';
import { missingPermissions, type PermissionRule } from './permission.ts';
import type { TokenRecord } from './tokens.ts';

/** The caller behind a bearer token and the organisation it belongs to; PlatformError 401 without a valid one. */
export function authenticate(
  world: World,
  header: string | undefined,
  now: number,
): { readonly organisation: Organisation; readonly caller: Caller } {
  const token = /^bearer (.+)$/i.exec(header ?? '')?.[1]?.trim();
  if (token === undefined) {
    throw new PlatformError(
      401,
      'authentication.required',
      'No authentication bearer token specified in authorization header.',
    );
  }
  const record = world.tokens.find(token);
  const organisation = record && world.organisations.get(record.organisationId);
  if (!record || !organisation) throw invalidToken('Invalid login credentials.');
  if (now >= record.expiresAt) throw invalidToken('Invalid login credentials. The token has expired.');
  if (!isActive(organisation, record)) throw invalidToken('Invalid login credentials.');
  const subjectId = record.userId ?? record.clientId ?? '';
  const caller: Caller = {
    kind: record.userId === undefined ? 'client' : 'user',
    subjectId,
    clientId: record.clientId,
    userId: record.userId,
    authority: authorityOf(organisation, subjectId),
  };
  return { organisation, caller };
}

/** PlatformError 403 naming the permissions that the caller lacks. */
export function requirePermissions(caller: Caller, rule: PermissionRule): void {
  const missing = missingPermissions(caller.authority, rule);
  if (missing.length === 0) return;
  const list = missing.join(', ');
  if ('any' in rule) {
    const message = `Unable to perform the requested action. You must have at least one of the following permissions assigned: [${list}]`;
    throw new PlatformError(403, 'missing.any.permissions', message, { messageParams: { permissions: list } });
  }
  const message = `Unable to perform the requested action. You are missing the following permission(s): ${list}`;
  throw new PlatformError(403, 'missing.permissions', message, { messageParams: { permissions: list } });
}

/** Whether the client of the token is active and its user, if it has one, too: the token ends with either. */
function isActive(organisation: Organisation, token: TokenRecord): boolean {
  const { clientId, userId } = token;
  const client = clientId === undefined ? undefined : organisation.ledger(clientsCollection).current(clientId);
  if (client !== undefined && client['state'] !== 'active') return false;
  return userId === undefined || organisation.collection('user').current(userId)?.['state'] === 'active';
}

function invalidToken(message: string): PlatformError {
  return new PlatformError(401, 'bad.credentials', message);
}
