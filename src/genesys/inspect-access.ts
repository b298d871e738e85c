import { isJsonArray, valueAt, type Json } from '../core/index.ts';
import type { ResourceDescriptor } from '../core/resource/index.ts';
import type { OrganisationIdentity } from '../engine/index.ts';
import { identify } from './access/identify.ts';
import type { RateLimitState } from './access/limiter.ts';
import type { Visibility } from './access/visibility.ts';
import type { GenesysClient } from './client/client.ts';
import type { GenesysOptions } from './options.ts';
import { openSession } from './session.ts';

/** What a credential may do with one type. */
export interface TypeAccess {
  readonly type: string;
  /** Missing permissions by operation; an operation that lacks none is not in it. */
  readonly missing: Readonly<Partial<Record<'view' | 'add' | 'edit' | 'delete', readonly string[]>>>;
  /** Why listings of the type are not complete; undefined when they are. */
  readonly incompleteBecause?: string | undefined;
}

/** What `doctor` reports of one credential. */
export interface AccessReport {
  readonly organisation: OrganisationIdentity;
  /** Scopes of the token; empty where the platform names none (client credentials go by roles). */
  readonly scopes: readonly string[];
  /** This machine's clock minus the platform's, in milliseconds, within a second; undefined when no Date was answered. */
  readonly clockSkewMs?: number | undefined;
  readonly rateLimit: RateLimitState;
  /** False when the platform does not let the caller see its grants; then `missing` comes from questions per permission. */
  readonly canSeeOwnGrants: boolean;
  readonly types: readonly TypeAccess[];
}

const operations = ['view', 'add', 'edit', 'delete'] as const;

/** Asks the platform who the credential is and what it may do with the types. Errors: SB4001–SB4006. */
export async function inspectAccess(options: GenesysOptions, types: readonly string[]): Promise<AccessReport> {
  const session = openSession(options);
  try {
    const { client, visibility, catalogue } = session.context;
    const organisation = await identify(client);
    const { scopes, clockSkewMs } = await inspectToken(client);
    const granted = await visibility.grants();
    const descriptors = types.flatMap((type) => catalogue.find(type) ?? []);
    const access: TypeAccess[] = [];
    for (const descriptor of descriptors) access.push(await inspectType(visibility, descriptor));
    return {
      organisation,
      scopes,
      clockSkewMs,
      rateLimit: client.rateLimit(),
      canSeeOwnGrants: granted !== undefined,
      types: access,
    };
  } finally {
    await session.close();
  }
}

async function inspectType(visibility: Visibility, descriptor: ResourceDescriptor): Promise<TypeAccess> {
  const missing: Partial<Record<(typeof operations)[number], readonly string[]>> = {};
  for (const operation of operations) {
    const lacking = await visibility.lackingOf(descriptor.permissions[operation]);
    if (lacking.length > 0) missing[operation] = lacking;
  }
  const completeness = await visibility.completenessOf(descriptor);
  return {
    type: descriptor.type,
    missing,
    ...(completeness.complete ? {} : { incompleteBecause: completeness.because }),
  };
}

async function inspectToken(
  client: GenesysClient,
): Promise<{ readonly scopes: readonly string[]; readonly clockSkewMs: number | undefined }> {
  const { body, headers } = await client.call({ method: 'GET', path: '/api/v2/tokens/me', repeatable: true });
  const platformTime = Date.parse(headers['date'] ?? '');
  return {
    scopes: textsAt(body, 'authorizedScope'),
    clockSkewMs: Number.isNaN(platformTime) ? undefined : client.clock.now() - platformTime,
  };
}

function textsAt(body: Json | undefined, name: string): readonly string[] {
  const found = valueAt(body, [name]);
  return isJsonArray(found) ? found.filter((item) => typeof item === 'string') : [];
}
