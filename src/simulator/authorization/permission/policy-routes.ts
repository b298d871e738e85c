import type { Context } from '../../context.ts';
import { cursorPageOf } from '../../entity/listing.ts';
import type { Route } from '../../feature.ts';
import type { Reply } from '../../wire/message.ts';
import { notFound } from '../../wire/platform-error.ts';

const path = '/api/v2/authorization/policies';
const permissions = { any: ['authorization:policy:view'] } as const;

/** Policies over attributes, beside the roles. There are none, so nobody gains or loses a permission by them. */
export const policyRoutes: readonly Route[] = [
  { method: 'GET', path, permissions, handle: noPolicies },
  { method: 'GET', path: `${path}/subject/{subjectId}`, permissions, handle: noPolicies },
  { method: 'GET', path: `${path}/targets/{targetName}`, permissions, handle: noPolicies },
  { method: 'GET', path: `${path}/{policyId}`, permissions, handle: noPolicy },
];

function noPolicies(context: Context): Reply {
  return { status: 200, body: cursorPageOf(context, [], { maxPageSize: 200, present: (policy) => policy }) };
}

function noPolicy(context: Context): never {
  throw notFound('policy', context.params['policyId'] ?? '');
}
