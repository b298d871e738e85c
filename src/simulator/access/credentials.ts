import { textOf } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import type { World } from '../world.ts';

/** Collection of the OAuth clients. */
export const clientsCollection = 'oauth_client';

/** The organisation that has this OAuth client. Client ids are unique over all organisations. */
export function organisationOfClient(world: World, clientId: string): Organisation | undefined {
  for (const organisation of world.organisations.values()) {
    if (organisation.ledger(clientsCollection).current(clientId)) return organisation;
  }
  return undefined;
}

/** Requests per minute allowed to the caller: the client's own limit, or that of the organisation. */
export function limitOf(organisation: Organisation, clientId: string | undefined): number {
  if (clientId === undefined) return organisation.settings().userRateLimitPerMinute;
  const own = organisation.ledger(clientsCollection).current(clientId)?.['rateLimitPerMinute'];
  return typeof own === 'number' ? own : organisation.settings().rateLimitPerMinute;
}

/** Whether the secret is the client's. */
export function isSecretOf(organisation: Organisation, clientId: string, secret: string): boolean {
  const client = organisation.ledger(clientsCollection).current(clientId);
  return client !== undefined && textOf(client, 'secret') === secret;
}
