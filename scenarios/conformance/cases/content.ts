import { setTimeout } from 'node:timers/promises';
import type { Body, Case, Made } from '../case.ts';

import { callSdk } from '../sdk-client.ts';

const schema = { type: 'object', properties: {} };
const action = {
  config: {
    request: {
      requestUrlTemplate: '/api/v2/users',
      requestType: 'GET',
      headers: {},
      requestTemplate: '${input.rawRequest}',
    },
    response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
  },
  contract: { input: { inputSchema: schema }, output: { successSchema: schema } },
};

/** What the suite is told of these types, by type. */
export const contentCases: Readonly<Record<string, Case>> = {
  organization_presence_definition: {
    create: { languageLabels: { en_US: 'Lunch' }, systemPresence: 'Meal' },
    update: { languageLabels: { en_US: 'Late lunch' } },
    without: { gone: 'a deletion deactivates it: it can still be read' },
  },
  externalcontacts_contact: {
    create: { lastName: 'Muster', workEmail: 'muster@acme.example' },
    update: { title: 'Dr.' },
  },
  integration: {
    create: { integrationType: { id: 'custom-rest-actions' } },
    update: { intendedState: 'ENABLED' },
  },
  integration_action: { create: action },
  integration_action_draft: {
    create: action,
    update: { name: 'Drafted anew', contract: action.contract },
    isChanged: (read, change) => read['name'] === change['name'],
  },
  integration_credential: {
    create: { type: { name: 'basicAuth' }, credentialFields: { userName: 'u', password: 'p' } },
  },
  integration_custom_auth_action: {
    find: customAuthAction,
    values: async () => ({ includeAuthActions: true }),
  },
  processautomation_trigger: { create: async (made) => ({ target: { type: 'Workflow', id: await made.id('flow') } }) },
  responsemanagement_response: {
    create: { texts: [{ content: 'Hello', contentType: 'text/plain', type: 'body' }] },
    values: async (made) => ({ libraryId: await made.id('responsemanagement_library') }),
  },
  responsemanagement_responseasset: {
    create: { name: 'conformance.txt' },
    settle: async (_made, asset) => {
      const headers = asset['headers'] as Readonly<Record<string, string>>;
      await fetch(String(asset['url']), { method: 'PUT', headers, body: 'text' });
      await untilRead('getResponsemanagementResponseasset', { responseAssetId: asset['id'] });
    },
    update: { name: 'conformance 2.txt' },
  },
  script: { find: firstScript },
};

/** Scripts are made by uploading files only; every organisation has some from the start. */
async function firstScript(): Promise<string> {
  const { body } = await callSdk('getScripts', {});
  const [first] = (body as Body)['entities'] as readonly Body[];
  return String(first?.['id']);
}

/** Waits until an object that appears by and by can be read. */
async function untilRead(operation: string, values: Body): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if ((await callSdk(operation, values)).ok) return;
    await setTimeout(50);
  }
}

/** The platform makes the action with the credentials of its integration. */
async function customAuthAction(made: Made): Promise<string> {
  const integrationId = await made.id('integration');
  const { body: credential } = await callSdk('postIntegrationsCredentials', {
    body: { name: 'Sign-in', type: { name: 'userDefinedOAuth' }, credentialFields: { clientId: 'c' } },
  });
  const { body: settings } = await callSdk('getIntegrationConfigCurrent', { integrationId });
  const credentials = { basicAuth: { id: (credential as Body)['id'] } };
  await callSdk('putIntegrationConfigCurrent', { integrationId, body: { ...(settings as Body), credentials } });
  return `customAuth_-_${integrationId}`;
}
