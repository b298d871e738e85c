import type { Context } from '../context.ts';
import { expansions } from '../entity/listing.ts';
import { refId, textOf, type JsonObject } from '../kernel/values.ts';
import type { AuditRecord } from '../state/audit-trail.ts';

/** A record as queries answer it: with the name of its user, when `expand=user` asks for it. */
export function shownAudit(context: Context, record: AuditRecord): JsonObject {
  const userId = refId(record.message['user']);
  if (userId === undefined || !expansions(context.query).includes('user')) return record.message;
  const user = context.organisation.collection('user').current(userId);
  const name = textOf(user ?? {}, 'name');
  return { ...record.message, user: { id: userId, name, selfUri: `/api/v2/users/${userId}` } };
}
