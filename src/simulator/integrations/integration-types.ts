import type { Context } from '../context.ts';
import { pageOf } from '../entity/listing.ts';
import type { Route } from '../feature.ts';
import type { JsonObject } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';

const namesById: Readonly<Record<string, string>> = {
  'amazon-event-source': 'Amazon EventBridge Source',
  'audio-connector': 'Audio Connector',
  audiohook: 'AudioHook Monitor',
  'aws-lambda-data-actions': 'AWS Lambda Data Actions',
  'custom-rest-actions': 'Web Services Data Actions',
  'custom-smtp-server': 'SMTP Server',
  'embedded-client-app': 'Client Application',
  'embedded-client-app-interaction-widget': 'Interaction Widget',
  'function-data-actions': 'Genesys Cloud Function Data Actions',
  generic_cloud_connector: 'Generic Connector',
  'genesys-bot-connector': 'Genesys Bot Connector',
  'google-data-actions': 'Google Data Actions',
  'imap-server': 'IMAP Server',
  'microsoft-dynamics-data-actions': 'Microsoft Dynamics 365 Data Actions',
  'purecloud-data-actions': 'Genesys Cloud Data Actions',
  'salesforce-datadip': 'Salesforce Data Actions',
  'servicenow-data-actions': 'ServiceNow Data Actions',
  webhook: 'Webhook',
  'zendesk-data-actions': 'Zendesk Data Actions',
};

const path = '/api/v2/integrations/types';
const view = { any: ['integrations:integration:view'] };

/** The kinds of integrations that can be created. */
export const integrationTypeRoutes: readonly Route[] = [
  { method: 'GET', path, permissions: view, handle: list },
  { method: 'GET', path: `${path}/{typeId}`, permissions: view, handle: get },
  {
    method: 'GET',
    path: `${path}/{typeId}/configschemas/{configType}`,
    permissions: view,
    handle: (context) => {
      typeOf(context);
      return { status: 200, body: { type: 'object', properties: {}, additionalProperties: true } };
    },
  },
];

/** The kind of integration with the id, as an integration shows it; undefined when there is none. */
export function integrationTypeWith(id: string): JsonObject | undefined {
  const name = Object.hasOwn(namesById, id) ? namesById[id] : undefined;
  if (name === undefined) return undefined;
  const category = id.endsWith('actions') || id === 'salesforce-datadip' ? 'Data Actions' : 'Other';
  return { id, name, description: name, provider: 'platform', category, selfUri: `${path}/${id}` };
}

function list(context: Context): Reply {
  const present = (id: string): JsonObject => integrationTypeWith(id) ?? {};
  return { status: 200, body: pageOf(context, Object.keys(namesById), { maxPageSize: 100, present }) };
}

function get(context: Context): Reply {
  return { status: 200, body: typeOf(context) };
}

function typeOf(context: Context): JsonObject {
  const id = context.params['typeId'] ?? '';
  const found = integrationTypeWith(id);
  if (!found) throw notFound('integration type', id);
  return found;
}
