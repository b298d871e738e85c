import type { Context } from '../context.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { isObject, refId, stringsOf, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { queryList } from '../wire/query.ts';
import { followCredentials } from './custom-auth.ts';
import { codeOf, followIntendedState, reportedState, stateOnTheWay } from './integration-state.ts';
import { integrationTypeWith } from './integration-types.ts';

/** Integrations. Two may have one name; one made without a name is called after its kind. Their settings are versioned and have operations of their own. */
export const integrationType: EntityType = {
  name: 'integration',
  label: 'integration',
  path: '/api/v2/integrations',
  idParameter: 'integrationId',
  list: { permissions: { any: ['integrations:integration:view'] }, maxPageSize: 100, filter: integrationFilter },
  get: { permissions: { any: ['integrations:integration:view'] } },
  create: { permissions: { any: ['integrations:integration:add'] }, model: 'CreateIntegrationRequest' },
  update: { method: 'PATCH', permissions: { any: ['integrations:integration:edit'] }, model: 'Integration' },
  references: [{ path: 'configuration.credentials.*.id', type: 'integration_credential' }],
  hidden: ['configuration'],
  audit: { service: 'Integrations', entityType: 'Integration' },
  hooks: {
    accept: (context, body, before) => (before ? intended(context, body, before) : created(context, body)),
    stored: (context, integration, before) => {
      followCredentials(context, integration, before);
      if (integration) followIntendedState(context.organisation, integration, context.now);
    },
    present: (_organisation, integration, expand) => ({ config: { current: shownConfiguration(integration, expand) } }),
  },
};

/** The settings of an integration: `{ name, version, properties, advanced, notes, credentials }`. */
export function configurationIn(integration: Entity): JsonObject {
  return isObject(integration['configuration']) ? integration['configuration'] : {};
}

/** Where an integration's settings are read and written. */
export function configurationPath(integrationId: string): string {
  return `${integrationType.path}/${integrationId}/config/current`;
}

function created(context: Context, body: JsonObject): JsonObject {
  const typeId = refId(body['integrationType']) ?? '';
  const type = integrationTypeWith(typeId);
  if (!type) {
    throw badRequest(`There is no integration type "${typeId}".`, 'invalid.value', {
      details: [{ errorCode: 'invalid.value', fieldName: 'integrationType.id' }],
    });
  }
  const name = body['name'] ?? type['name'];
  return {
    name,
    integrationType: type,
    notes: '',
    intendedState: 'DISABLED',
    reportedState: reportedState(context.now, 'INACTIVE'),
    attributes: typeId === 'webhook' ? webhookAttributes(context) : {},
    configuration: { name, version: 1, properties: {}, advanced: {}, notes: '', credentials: {} },
  };
}

/** What the platform makes up for an incoming webhook: its token, and the address that callers use. */
function webhookAttributes(context: Context): JsonObject {
  const webhookId = context.organisation.ids.next();
  return { webhookId, invocationUrl: `${context.baseUrl}/api/v2/integrations/webhooks/${webhookId}/events` };
}

function intended(context: Context, body: JsonObject, before: Entity): JsonObject {
  const intendedState = textOf(body, 'intendedState');
  return { intendedState, reportedState: stateOnTheWay(before, intendedState, context.now) };
}

function shownConfiguration(integration: Entity, expand: readonly string[]): JsonObject {
  const selfUri = configurationPath(integration.id);
  return expand.includes('config.current')
    ? { id: integration.id, ...configurationIn(integration), selfUri }
    : { id: integration.id, selfUri };
}

function integrationFilter(query: URLSearchParams): ((integration: Entity) => boolean) | undefined {
  const ids = new Set(queryList(query, 'ids'));
  const type = query.get('integrationType');
  const state = query.get('reportedState');
  const credential = query.get('credentialId');
  return (integration) =>
    (ids.size === 0 || ids.has(integration.id)) &&
    (!type || refId(integration['integrationType']) === type) &&
    (!state || codeOf(integration) === state) &&
    (!credential || credentialIds(integration).includes(credential));
}

function credentialIds(integration: Entity): readonly string[] {
  const credentials = configurationIn(integration)['credentials'];
  return isObject(credentials) ? stringsOf(Object.values(credentials).map(refId)) : [];
}
