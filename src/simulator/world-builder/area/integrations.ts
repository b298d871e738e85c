import { isObject, textOf, type JsonObject } from '../../kernel/values.ts';
import type { Area, Draft } from '../draft.ts';
import { times } from '../times.ts';

/** Credentials, integrations that use them, and data actions in them. */
export const integrationArea: Area = {
  shares: {
    integration_credential: { part: 0.004, least: 2, most: 200 },
    integration: { part: 0.006, least: 3, most: 300 },
    integration_action: { part: 0.02 },
  },
  build: (draft) => {
    times(draft.count('integration_credential'), () => addCredential(draft));
    times(draft.count('integration'), () => addIntegration(draft));
    times(draft.count('integration_action'), () => addAction(draft));
  },
};

function addCredential({ add, names }: Draft): void {
  add('integration_credential', {
    name: names.thing('integration_credential'),
    type: { name: 'basicAuth' },
    credentialFields: { userName: 'user', password: 'made-up' },
  });
}

function addIntegration({ add, any, change, names, random }: Draft): void {
  const id = random.of(['custom-rest-actions', 'purecloud-data-actions', 'function-data-actions']);
  const integration = add('integration', { name: names.thing('integration'), integrationType: { id } });
  if (random.chance(0.4)) return;
  const configuration = isObject(integration['configuration']) ? integration['configuration'] : {};
  const credentials = { basicAuth: { id: any('integration_credential').id } };
  change('integration', integration.id, { configuration: { ...configuration, credentials } });
}

function addAction({ add, any, names, random }: Draft): void {
  const integration = any('integration');
  add('integration_action', {
    name: names.thing('integration_action'),
    category: textOf(integration, 'name'),
    integrationId: integration.id,
    secure: random.chance(0.1),
    config: {
      request: {
        requestUrlTemplate: `https://crm.example/customers/\${input.customerId}?page=${random.below(9)}`,
        requestType: random.of(['GET', 'POST']),
        headers: { Accept: 'application/json' },
        requestTemplate: '${input.rawRequest}',
      },
      response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
    },
    contract: {
      input: { inputSchema: objectSchema('Customer', { customerId: { type: 'string' } }) },
      output: { successSchema: objectSchema('Answer', { name: { type: 'string' }, tier: { type: 'integer' } }) },
    },
  });
}

function objectSchema(title: string, properties: JsonObject): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-04/schema#',
    title,
    type: 'object',
    properties,
    additionalProperties: true,
  };
}
