import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { isObject, type JsonObject } from '../../kernel/values.ts';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';
import { exportFlow, publish } from '../testing/publish.ts';
import { namedObjects, type NamedObject } from './named-objects.ts';
import { parseFlow, type ParsedFlow } from './parse-flow.ts';

const folder = new URL('../../../../../shared/fixtures/flows-yaml/', import.meta.url);
const absent = '../shared/fixtures/flows-yaml is not there';

type RealFlow = { readonly file: string; readonly text: string };

/** Every flow of the fixtures, each `{{placeholder}}` filled with its own name. */
function realFlows(): readonly RealFlow[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name))
    .map((entry) => {
      const file = `${entry.parentPath}/${entry.name}`;
      const text = readFileSync(file, 'utf8').replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/gu, '$1');
      return { file, text };
    });
}

/** Creates an object that a flow names. */
async function create(world: TestWorld, named: NamedObject): Promise<void> {
  const acme = world.simulator.organisation('Acme');
  const { name, type } = named;
  switch (type) {
    case 'flow':
      await world.call('POST', '/api/v2/flows', { name, type: named.flowKind });
      break;
    case 'integration_action': {
      const integration = acme.create('integration', {
        name: named.category,
        integrationType: { id: 'purecloud-data-actions' },
      });
      await world.call('POST', '/api/v2/integrations/actions', {
        name,
        category: named.category,
        integrationId: integration.id,
        config: { request: { requestType: 'GET', requestUrlTemplate: '/' }, response: {} },
        contract: { input: { inputSchema: { type: 'object' } }, output: { successSchema: { type: 'object' } } },
      });
      break;
    }
    case 'architect_datatable':
      acme.create(type, {
        name,
        schema: { type: 'object', required: ['key'], properties: { key: { type: 'string' } } },
      });
      break;
    default:
      acme.create(type, { name });
  }
}

/** The parsed flow with the description and the division that the platform writes out. */
function withDefaults(text: string, divisionName: unknown): unknown {
  const parsed: unknown = parse(text);
  const [root = ''] = Object.keys(parsed as JsonObject);
  const body = (parsed as JsonObject)[root];
  return { [root]: { description: '', division: divisionName, ...(isObject(body) ? body : {}) } };
}

/** The name of the division that the flow is in. */
async function divisionNow(world: TestWorld, kind: string, name: string): Promise<unknown> {
  const { body } = await world.call('GET', `/api/v2/flows?type=${kind}&name=${encodeURIComponent(name)}`);
  const [flow] = body['entities'] as readonly { readonly division: { readonly name: string } }[];
  return flow?.division.name;
}

/** Publishes a flow, creating what the job says is missing, until it succeeds; returns what else the job says. */
async function publishWithHelp(world: TestWorld, flow: ParsedFlow, text: string): Promise<string> {
  const named = namedObjects(flow);
  for (let turn = 0; turn <= named.length; turn += 1) {
    const job = await publish(world, text);
    if (job['status'] === 'Success') return '';
    const said = JSON.stringify(job['messages']);
    const missing = named.find(({ name }) => said.includes(`'${name}'`));
    if (!missing) return said;
    await create(world, missing);
  }
  return 'still refused';
}

async function problemOf(world: TestWorld, text: string): Promise<string> {
  const acme = world.simulator.organisation('Acme');
  const parsed = parseFlow(text);
  if (parsed.kind === 'refused') return parsed.problems.join(' ');
  const { division, kind, name } = parsed.flow;
  if (division !== undefined && acme.entities('auth_division').every((known) => known['name'] !== division)) {
    acme.create('auth_division', { name: division, description: '' });
  }
  const refusal = await publishWithHelp(world, parsed.flow, text);
  if (refusal !== '') return refusal;
  const exported = await exportFlow(world, { name, type: kind });
  if (exported === text) return 'exported byte for byte';
  const expected = withDefaults(text, await divisionNow(world, kind, name));
  return isDeepStrictEqual(parse(exported), expected) ? '' : 'exported with another meaning';
}

it('publishes every real flow once what it names exists, and exports the same meaning', async (context) => {
  const flows = realFlows();
  if (flows.length === 0) context.skip(absent);
  const world = createTestWorld();
  const problems: string[] = [];
  for (const { file, text } of flows) {
    const problem = await problemOf(world, text);
    if (problem !== '') problems.push(`${file}: ${problem}`);
  }
  expect(problems).toEqual([]);
  expect(flows.length).toBeGreaterThan(50);
});

it('refuses real flows with the names of what is missing', async (context) => {
  const flow = realFlows().find(({ file }) => file.endsWith('CacheExampleFlow.yaml'));
  if (!flow) return context.skip(absent);
  const said = JSON.stringify((await publish(createTestWorld(), flow.text))['messages']);
  expect(said).toContain("queue with name 'Services'");
  expect(said).toContain("data table with name 'IVR Cache'");
  expect(said).toContain("data action with name 'Insert IVR Cache Entry' in category 'PureCloud Data Actions'");
});
