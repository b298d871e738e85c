import type { Context } from '../../context.ts';
import { refId, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { conflict } from '../../wire/platform-error.ts';

/** Whether somebody other than the caller has the flow checked out. */
export function isLockedByOther(context: Context, flow: Entity): boolean {
  const user = refId(flow['lockedUser']);
  const client = refId(flow['lockedClient']);
  if (user !== undefined) return user !== context.caller.userId;
  return client !== undefined && (context.caller.userId !== undefined || client !== context.caller.clientId);
}

/** The name of who has the flow checked out, with the id; '' when nobody has. */
function lockHolder(context: Context, flow: Entity): string {
  const user = refId(flow['lockedUser']);
  if (user !== undefined) return `${nameIn(context, 'user', user)} (${user})`;
  const client = refId(flow['lockedClient']);
  return client === undefined ? '' : `client ${nameIn(context, 'oauth_client', client)} (${client})`;
}

/** What Architect says when the flow is checked out by somebody else. */
export function lockedText(context: Context, flow: Entity): string {
  return `The flow '${textOf(flow, 'name')}' is locked by ${lockHolder(context, flow)}.`;
}

/** PlatformError 409 when somebody else has the flow checked out. */
export function requireUnlocked(context: Context, flow: Entity): void {
  if (!isLockedByOther(context, flow)) return;
  throw conflict(lockedText(context, flow), 'architect.flow.locked.by.user', {
    details: [{ errorCode: 'architect.flow.locked.by.user', entityId: flow.id, entityName: textOf(flow, 'name') }],
  });
}

/** The flow's properties that say: the caller has it checked out. */
export function lockedByCaller(context: Context): JsonObject {
  const { userId, clientId } = context.caller;
  if (userId !== undefined) return { lockedUser: { id: userId }, lockedClient: undefined };
  return { lockedUser: undefined, lockedClient: { id: clientId ?? context.caller.subjectId } };
}

/** The flow's properties that say: nobody has it checked out. */
export const unlocked: JsonObject = { lockedUser: undefined, lockedClient: undefined };

function nameIn(context: Context, collection: string, id: string): string {
  return textOf(context.organisation.collection(collection).current(id) ?? {}, 'name') || id;
}
