import { describedRoute } from '../../described/described-route.ts';
import { deleteEntity } from '../../entity/write.ts';
import type { Context } from '../../context.ts';
import type { Route } from '../../feature.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { queryList } from '../../wire/query.ts';
import { contactListType } from './contact-list.ts';

/** Deleting several contact lists at once; those in front of one that cannot be deleted are gone. */
export const contactListRoutes: readonly Route[] = [describedRoute('deleteOutboundContactlists', handle)];

function handle(context: Context): Reply {
  const ids = queryList(context.query, 'id');
  if (ids.length === 0) throw badRequest('The query has no id.', 'missing.required.value');
  for (const listId of ids) deleteEntity(context, contactListType, listId);
  return { status: 204 };
}
