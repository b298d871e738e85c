import { expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';

const actions = '/api/v2/integrations/actions';
const schema = { type: 'object', properties: {} };

async function worldWithDraft(): Promise<TestWorld & { readonly path: string }> {
  const world = createTestWorld();
  const integration = await world.call('POST', '/api/v2/integrations', {
    integrationType: { id: 'function-data-actions' },
  });
  const draft = await world.call('POST', `${actions}/drafts`, {
    name: 'Run',
    category: 'Functions',
    integrationId: integration.body['id'],
    config: { request: { requestType: 'POST' }, response: {} },
    contract: { input: { inputSchema: schema }, output: { successSchema: schema } },
  });
  return { ...world, path: `${actions}/${String(draft.body['id'])}` };
}

async function put({ simulator }: TestWorld, url: unknown, body: string): Promise<number> {
  const { pathname, search } = new URL(String(url));
  return (await simulator.handle({ method: 'PUT', path: `${pathname}${search}`, headers: {}, body })).status;
}

it('is described on the draft, uploaded, and published with it', async () => {
  const world = await worldWithDraft();
  const { call, clock, path } = world;
  expect((await call('GET', `${path}/draft/function`)).status).toBe(404);
  const described = { description: 'runs', handler: 'index.handler', runtime: 'nodejs22.x' };

  await call('PUT', `${path}/draft/function`, described);
  const upload = await call('POST', `${path}/draft/function/upload`, { fileName: 'run.zip' });

  expect((await call('GET', `${path}/draft/function`)).body).toMatchObject({ zip: { status: 'Pending' } });
  expect((await call('POST', `${path}/draft/publish`, { version: 1 })).status).toBe(400);
  expect(await put(world, upload.body['url'], 'PK..')).toBe(200);
  expect((await call('GET', `${path}/draft/function`)).body).toMatchObject({ zip: { status: 'Transferring' } });
  clock.advance(500);
  expect((await call('GET', `${path}/draft/function`)).body).toMatchObject({ zip: { status: 'Available' } });
  expect((await call('GET', `${path}/function`)).status).toBe(404);
  expect((await call('POST', `${path}/draft/publish`, { version: 1 })).status).toBe(200);
  expect((await call('GET', `${path}/function`)).body).toMatchObject({
    function: described,
    zip: { name: 'run.zip', status: 'Available' },
  });
});

it('is known by its archive alone until it is described', async () => {
  const world = await worldWithDraft();
  const upload = await world.call('POST', `${world.path}/draft/function/upload`, { fileName: 'run.zip' });
  await put(world, upload.body['url'], 'PK..');
  world.clock.advance(500);
  const found = (await world.call('GET', `${world.path}/draft/function`)).body;
  expect(found).toMatchObject({ zip: { status: 'Available' } });
  expect(found).not.toHaveProperty('function');
});

it('takes archives only, at the address that was given for them', async () => {
  const world = await worldWithDraft();
  const { call, clock, path } = world;
  await call('PUT', `${path}/draft/function`, { description: '', handler: 'index.handler', runtime: 'nodejs22.x' });
  const upload = await call('POST', `${path}/draft/function/upload`, { fileName: 'run.zip' });

  expect(await put(world, `${String(upload.body['url'])}x`, 'PK..')).toBe(403);
  expect(await put(world, upload.body['url'], 'text')).toBe(200);
  clock.advance(500);

  expect((await call('GET', `${path}/draft/function`)).body).toMatchObject({ zip: { status: 'InvalidFormat' } });
  expect((await call('POST', `${path}/draft/publish`, { version: 1 })).status).toBe(400);
});
