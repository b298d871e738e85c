import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { isObject, textOf, type JsonObject } from '../kernel/values.ts';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

const folder = new URL('../../../../shared/fixtures/data-actions/', import.meta.url);
const absent = '../shared/fixtures/data-actions is not there';

function realActions(): readonly { readonly file: string; readonly action: JsonObject }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .flatMap((entry) => {
      const file = `${entry.parentPath}/${entry.name}`;
      const action: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''));
      return isObject(action) ? [{ file, action }] : [];
    });
}

/** The id of the integration that imports actions of a type, created when first asked for. */
async function integrationFor(world: TestWorld, typeId: string): Promise<string> {
  const known = world.simulator
    .organisation('Acme')
    .entities('integration')
    .find((integration) => integration['name'] === typeId);
  if (known) return known.id;
  const body = { name: typeId, integrationType: { id: typeId } };
  return String((await world.call('POST', '/api/v2/integrations', body)).body['id']);
}

/** Whether `whole` has everything that `part` has, object by object. */
function holds(whole: unknown, part: unknown): boolean {
  if (isObject(part) && isObject(whole))
    return Object.entries(part).every(([name, value]) => holds(whole[name], value));
  return isDeepStrictEqual(whole, part);
}

it('imports every real data action and reads back its contract and configuration', async (context) => {
  const actions = realActions();
  if (actions.length === 0) context.skip(absent);
  const world = createTestWorld();
  const problems: string[] = [];
  for (const { file, action } of actions) {
    const integrationId = await integrationFor(world, textOf(action, 'integrationType') || 'purecloud-data-actions');
    const { name, config, contract, secure } = action;
    const category = textOf(action, 'category') || 'Imported';
    const body = { name, category, integrationId, config, contract, secure };
    const created = await world.call('POST', '/api/v2/integrations/actions', body);
    if (created.status !== 200) problems.push(`${file}: ${String(created.body['message'])}`);
    const path = `/api/v2/integrations/actions/${String(created.body['id'])}?expand=contract&includeConfig=true`;
    const { body: read } = await world.call('GET', path);
    if (!holds(read, { name, category, config, contract })) problems.push(`${file}: reads back otherwise`);
  }
  expect(problems).toEqual([]);
  expect(actions.length).toBeGreaterThan(100);
});
