import type { Context } from '../context.ts';
import { shownTo } from '../entity/routes.ts';
import { readableEntity, writableEntity } from '../entity/visibility.ts';
import { deleteEntity, storeEntity } from '../entity/write.ts';
import type { Route } from '../feature.ts';
import { isObject, refId, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import type { Organisation } from '../state/organisation.ts';
import type { Reply } from '../wire/message.ts';
import { conflict } from '../wire/platform-error.ts';
import { configurationIn, configurationPath, integrationType } from './integration.ts';

const removal = { permissions: { any: ['integrations:integration:delete'] } };
const one = `${integrationType.path}/{integrationId}`;

/** Deletion, which answers the integration, and the versioned settings. */
export const integrationRoutes: readonly Route[] = [
  { method: 'DELETE', path: one, permissions: removal.permissions, handle: remove },
  {
    method: 'GET',
    path: `${one}/config/current`,
    permissions: { any: ['integrations:integration:view'] },
    handle: read,
  },
  {
    method: 'PUT',
    path: `${one}/config/current`,
    permissions: { any: ['integrations:integration:edit'] },
    handle: write,
  },
];

function remove(context: Context): Reply {
  const id = context.params['integrationId'] ?? '';
  const before = writableEntity(context, integrationType, id, removal.permissions);
  const body = shownTo(context, integrationType, { ...before, intendedState: 'DELETED' });
  deleteEntity(context, { ...integrationType, delete: removal }, id);
  return { status: 200, body };
}

function read(context: Context): Reply {
  const integration = readableEntity(context, integrationType, context.params['integrationId'] ?? '');
  return { status: 200, body: shown(context.organisation, integration) };
}

function write(context: Context): Reply {
  const id = context.params['integrationId'] ?? '';
  const before = writableEntity(context, integrationType, id, { any: ['integrations:integration:edit'] });
  const { name, version, properties, advanced, notes, credentials } = checkBody(
    context.body,
    'IntegrationConfiguration',
  );
  const current = configurationIn(before);
  if (version !== current['version']) {
    throw conflict(
      'The version number of the modified resource must match the version number in the database.',
      'general.conflict',
      {
        messageParams: { expected: String(current['version']), given: String(version) },
      },
    );
  }
  const configuration = {
    name,
    version: Number(version) + 1,
    properties,
    advanced,
    notes,
    credentials: referencesIn(credentials),
  };
  const after = storeEntity(context, integrationType, { entity: { ...before, name, notes, configuration }, before });
  return { status: 200, body: shown(context.organisation, after) };
}

function referencesIn(credentials: unknown): JsonObject {
  if (!isObject(credentials)) return {};
  return Object.fromEntries(Object.entries(credentials).map(([use, credential]) => [use, { id: refId(credential) }]));
}

function shown(organisation: Organisation, integration: Entity): JsonObject {
  const configuration = configurationIn(integration);
  const credentials = isObject(configuration['credentials']) ? configuration['credentials'] : {};
  const named = Object.entries(credentials).map(([use, reference]) => {
    const id = refId(reference) ?? '';
    const found = organisation.collection('integration_credential').current(id);
    return [use, { id, name: textOf(found ?? {}, 'name'), selfUri: `/api/v2/integrations/credentials/${id}` }] as const;
  });
  return {
    id: integration.id,
    ...configuration,
    credentials: Object.fromEntries(named),
    selfUri: configurationPath(integration.id),
  };
}
