import { randomSecret } from './client-secret.ts';
import type { Context } from '../../context.ts';
import { recordAudit } from '../../entity/audit.ts';
import { shownTo } from '../../entity/routes.ts';
import { writableEntity } from '../../entity/visibility.ts';
import { createEntity } from '../../entity/write.ts';
import type { Route } from '../../feature.ts';
import { textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { notFound } from '../../wire/platform-error.ts';
import { clientType, clientWrites } from './client-type.ts';

const { path } = clientType;
const view = { any: ['oauth:client:view'] } as const;
const edit = { any: ['oauth:client:edit'] } as const;

/** The list, which has no pages, and the two operations whose answers have the secret. */
export const clientRoutes: readonly Route[] = [
  { method: 'GET', path, permissions: view, handle: listClients },
  { method: 'POST', path, permissions: { any: ['oauth:client:add'] }, handle: createClient },
  { method: 'POST', path: `${path}/{clientId}/secret`, permissions: edit, handle: renewSecret },
];

function listClients(context: Context): Reply {
  const clients = context.organisation.collection(clientType.name).shownAll();
  const entities = clients
    .filter((client) => client['state'] !== 'deleted')
    .map((client) => shownTo(context, clientType, client));
  const page = { pageSize: entities.length, pageNumber: 1, total: entities.length, pageCount: 1 };
  return { status: 200, body: { entities, ...page, firstUri: path, lastUri: path, selfUri: path } };
}

function createClient(context: Context): Reply {
  return withSecret(context, createEntity(context, clientWrites, context.body));
}

function renewSecret(context: Context): Reply {
  const client = writableEntity(context, clientType, context.params['clientId'] ?? '', edit);
  if (client['state'] === 'deleted') throw notFound(clientType.label, client.id);
  recordAudit(context, {
    ...clientType.audit,
    action: 'Update',
    entity: { id: client.id, name: textOf(client, 'name') },
    changes: [{ property: 'secret', oldValues: [], newValues: [] }],
  });
  return withSecret(context, client);
}

/** Gives the client a new secret and shows it; the old one ends at once, tokens go on. */
function withSecret(context: Context, client: Entity): Reply {
  const secret = randomSecret(context.organisation.ids);
  const clients = context.organisation.collection(clientType.name);
  const stored: Entity = { ...(clients.current(client.id) ?? client), secret };
  clients.put(stored);
  const shown: JsonObject = { ...shownTo(context, clientType, stored), secret };
  return { status: 200, body: shown };
}
