import { organisationOfClient } from '../access/credentials.ts';
import type { SimulatorRequest } from '../wire/message.ts';
import type { World } from '../world.ts';

/** Who a token request says it is, whether its secret is right or not; blank when it names nobody. */
export function claimedClient(
  world: World,
  request: SimulatorRequest,
): { readonly clientId: string; readonly organisationId: string } {
  const clientId = namedIn(request);
  return { clientId, organisationId: organisationOfClient(world, clientId)?.id ?? '' };
}

function namedIn(request: SimulatorRequest): string {
  const basic = /^basic (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  if (basic !== undefined) return Buffer.from(basic, 'base64').toString('utf8').split(':')[0] ?? '';
  const form = new URLSearchParams(Buffer.from(request.body ?? '').toString('utf8'));
  return form.get('client_id') ?? '';
}
