import { catalogue } from '../../src/catalog/index.ts';
import type { Json, JsonObject } from '../../src/core/index.ts';
import type { Address } from '../../src/core/resource/index.ts';
import type { Simulator } from '../../src/simulator/index.ts';
import type { DocumentDraft } from './project-draft.ts';

/** What a flow names, as our catalogue reads its YAML; the simulator reads it with rules of its own. */
export function namedBy(parsed: Json): readonly Address[] {
  return catalogue.find('flow')?.content?.references(parsed) ?? [];
}

/** Makes what each environment sets up by itself: divisions, and the integrations that data actions lie in. */
export function setUpByHand(simulator: Simulator, needed: readonly Address[]): void {
  const divisions = namesOf(needed, 'auth_division').filter((name) => name !== 'Home');
  for (const organisation of simulator.organisations()) {
    for (const name of divisions) organisation.create('auth_division', { name, description: '' });
    for (const name of namesOf(needed, 'integration_action')) addIntegration(simulator, organisation.id, name);
  }
}

/** An integration of that name in an organisation. */
export function addIntegration(
  simulator: Simulator,
  organisation: string,
  name: string,
  typeId = 'purecloud-data-actions',
): void {
  simulator.organisation(organisation).create('integration', { name, integrationType: { id: typeId } });
}

/** Documents for what flows name, so that it is there before they are published. Types that are set up by hand have none. */
export function documentsFor(needed: readonly Address[]): readonly DocumentDraft[] {
  return needed.flatMap((address) => documentFor(address) ?? []);
}

const tableSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['key'],
  properties: { key: { title: 'Key', type: 'string' } },
  additionalProperties: false,
};

function documentFor({ type, key }: Address): DocumentDraft | undefined {
  const [first = '', second = ''] = key;
  switch (type) {
    case 'auth_division':
      return undefined;
    case 'integration_action':
      return { type, key: { category: first, name: second }, spec: actionSpec(first) };
    case 'architect_datatable':
      return { type, key: { name: first }, spec: { schema: tableSchema } };
    case 'flow':
      return stubFlow(first, second);
    default:
      return { type, key: { name: first }, spec: {} };
  }
}

function actionSpec(integration: string): JsonObject {
  const anything: JsonObject = { type: 'object', properties: {}, additionalProperties: true };
  return {
    integrationId: { $ref: `integration/${integration.replaceAll('%', '%25').replaceAll('/', '%2F')}` },
    config: {
      request: {
        requestType: 'GET',
        requestUrlTemplate: '/api/v2/users/me',
        headers: {},
        requestTemplate: '$${input.rawRequest}',
      },
      response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '$${rawResult}' },
    },
    contract: { input: { inputSchema: anything }, output: { successSchema: anything } },
  };
}

const rootsOfStubs: Readonly<Record<string, string>> = { bot: 'botFlow', commonmodule: 'commonModule' };

/** A flow that does nothing, for a name that none of the files describes. */
function stubFlow(flowType: string, name: string): DocumentDraft {
  const root = rootsOfStubs[flowType];
  if (root === undefined) throw new Error(`no stub for flows of type ${flowType} (${name})`);
  const path = `stub-${flowType}-${name.replaceAll(/\W+/gu, '-')}.yaml`;
  const text = JSON.stringify({ [root]: { name, division: 'Home' } });
  return {
    type: 'flow',
    key: { flowType, name },
    spec: { content: { file: `flows/${path}` } },
    content: { path, text },
  };
}

function namesOf(needed: readonly Address[], type: string): readonly string[] {
  return [...new Set(needed.filter((address) => address.type === type).map(({ key }) => key[0] ?? ''))];
}
