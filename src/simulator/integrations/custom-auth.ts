import type { Context } from '../context.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import { isObject, refId, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';

const prefix = 'customAuth_-_';
const shelf = 'integration_action';
const audit = { service: 'Integrations', entityType: 'Action' };

/** Whether the id is that of the action by which an integration with credentials of a kind gets its token. */
export function isCustomAuth(actionId: string): boolean {
  return actionId.startsWith(prefix);
}

/** Makes that action when the integration has got credentials of the kind `userDefinedOAuth`, and removes it with them. */
export function followCredentials(context: Context, integration: Entity | undefined, before: Entity | undefined): void {
  const { organisation } = context;
  const id = `${prefix}${(integration ?? before)?.id ?? ''}`;
  const actions = organisation.collection(shelf);
  const known = actions.current(id);
  const isWanted = integration !== undefined && hasOAuthCredentials(organisation, integration);
  if (isWanted === (known !== undefined)) return;
  const action = isWanted ? newAction(id, integration) : undefined;
  if (action) actions.put(action);
  else actions.remove(id);
  recordAudit(context, auditOf(audit, known, action));
}

function hasOAuthCredentials(organisation: Organisation, integration: Entity): boolean {
  const typeId = refId(integration['integrationType']);
  if (typeId !== 'custom-rest-actions') return false;
  const configuration = isObject(integration['configuration']) ? integration['configuration'] : {};
  const used = isObject(configuration['credentials']) ? Object.values(configuration['credentials']) : [];
  return used.some((reference) => {
    const credential = organisation.collection('integration_credential').current(refId(reference) ?? '');
    return isObject(credential?.['type']) && textOf(credential['type'], 'name') === 'userDefinedOAuth';
  });
}

function newAction(id: string, integration: Entity): Entity {
  return {
    id,
    name: 'Custom Auth',
    category: textOf(integration, 'name'),
    integrationId: integration.id,
    secure: false,
    version: 1,
    config,
    contract,
  };
}

const config: JsonObject = {
  request: {
    requestUrlTemplate: '${credentials.loginUrl}',
    requestType: 'POST',
    headers: {
      Authorization: 'Basic $encoding.base64("${credentials.clientId}:${credentials.clientSecret}")',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    requestTemplate: 'grant_type=client_credentials',
  },
  response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
};

const contract: JsonObject = {
  input: { inputSchema: { title: 'Auth Input', type: 'object', properties: {} } },
  output: { successSchema: { type: 'object', properties: {}, additionalProperties: true } },
};
