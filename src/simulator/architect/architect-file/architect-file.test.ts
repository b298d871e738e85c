import { beforeEach, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';
import { architectFile, configurationInText } from './configuration.ts';

const flows = '/api/v2/flows';
const queueOfManifest = { id: 'an id of elsewhere', name: 'Sales' };
const configuration = {
  name: 'Straße & Co. 100%',
  type: 'inboundcall',
  flowSequenceItemList: [{ __type: 'TransferPureMatchAction' }],
  manifest: {
    queue: [queueOfManifest],
    ttsVoice: [{ id: 'v', name: 'Voice' }],
    systemPrompt: [{ id: 'p', name: 'P' }],
  },
};
let world: TestWorld;
let path: string;

beforeEach(async () => {
  world = createTestWorld();
  const flow = await world.call('POST', flows, { name: 'Main', type: 'INBOUNDCALL' });
  path = `${flows}/${String(flow.body['id'])}`;
});

function edit(action: string): Promise<{ readonly status: number; readonly body: unknown }> {
  return world.call('POST', `${flows}/actions/${action}?flow=${path.slice(flows.length + 1)}`);
}

it('is read back as it was written', () => {
  expect(configurationInText(architectFile(configuration))?.configuration).toEqual(configuration);
  expect(configurationInText('inboundCall:\n  name: Main\n')).toBeUndefined();
  expect(configurationInText('JTdCJTIybmFtZSUyMiUzQQ==')).toBeUndefined();
});

it.each([
  ['the text of the file', { content: architectFile(configuration) }],
  ['its configuration', configuration],
])('is saved as draft from %s, and published when what it names is there', async (_what, body) => {
  expect((await world.call('POST', `${path}/versions`, body)).status).toBe(409);
  await edit('checkout');
  expect((await world.call('POST', `${path}/versions`, body)).body).toMatchObject({ id: '0.1', type: 'SAVE' });
  expect((await world.call('GET', `${path}/latestconfiguration`)).body).toEqual(configuration);
  expect(await edit('publish')).toMatchObject({
    status: 400,
    body: { message: expect.stringMatching(/queue with name 'Sales'/u) },
  });
  world.simulator.organisation('Acme').create('routing_queue', { name: 'Sales' });
  expect((await edit('publish')).status).toBe(200);
  expect((await world.call('GET', path)).body).toMatchObject({ name: 'Main', publishedVersion: { id: '1.0' } });
});

it('must be of the type of the flow, and is validated and exported in its own form only', async () => {
  await edit('checkout');
  const other = { ...configuration, type: 'workflow' };
  expect((await world.call('POST', `${path}/versions`, other)).status).toBe(400);
  world.simulator.organisation('Acme').create('routing_queue', { name: 'Sales' });
  await world.call('POST', `${path}/versions`, configuration);
  await edit('publish');
  const job = async (kind: string, exportType: string): Promise<unknown> => {
    const flow = { id: path.slice(flows.length + 1) };
    const made = await world.call('POST', `${flows}/${kind}/jobs`, { flows: [{ flow, exportType }] });
    world.clock.advance(1000);
    return (await world.call('GET', `${flows}/${kind}/jobs/${String(made.body['id'])}`)).body['status'];
  };

  expect(await job('validate', 'Architect')).toBe('Success');
  expect(await job('export', 'Architect')).toBe('Success');
  expect(await job('export', 'Yaml')).toBe('Failure');
});
