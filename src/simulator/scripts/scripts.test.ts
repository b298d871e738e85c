import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/world.ts';
import { isDefaultScript } from './default-scripts.ts';

const scripts = '/api/v2/scripts';
const page = { id: 'start', name: 'Start', organizationId: 'other', properties: {}, rootContainer: { children: [] } };
const file = { id: 'x', name: 'Old name', organizationId: 'other', startPageId: 'start', pages: [page], features: {} };
const folder = new URL('../../../../shared/fixtures/scripts/', import.meta.url);

async function upload(world: TestWorld, fields: Readonly<Record<string, string>>, bearer?: string): Promise<string> {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const answer = await world.simulator.handle({
    method: 'POST',
    path: '/uploads/v2/scripter',
    headers: {
      host: 'apps.mypurecloud.com',
      authorization: bearer ?? `Bearer ${await world.token('deployer')}`,
      'content-type': 'multipart/form-data; boundary=b',
    },
    body: `${parts.join('')}--b--\r\n`,
  });
  return String((JSON.parse(String(answer.body)) as Readonly<Record<string, unknown>>)['correlationId']);
}

async function uploaded(world: TestWorld, fields: Readonly<Record<string, string>>): Promise<unknown> {
  const id = await upload(world, fields);
  world.clock.advance(200);
  return (await world.call('GET', `${scripts}/uploads/${id}/status`)).body;
}

async function idNamed({ call }: TestWorld, name: string): Promise<string> {
  const found = (await call('GET', `${scripts}?name=${encodeURIComponent(name)}`)).body['entities'];
  return (found as readonly { readonly id: string }[])[0]?.id ?? '';
}

async function exported({ call, simulator }: TestWorld, id: string, versionId?: unknown): Promise<unknown> {
  const answer = await call('POST', `${scripts}/${id}/export`, { versionId });
  const { pathname, search } = new URL(String(answer.body['url']));
  return JSON.parse(String((await simulator.handle({ method: 'GET', path: pathname + search, headers: {} })).body));
}

it('is there a while after its upload, published apart from it, and exported in either version', async () => {
  const world = createTestWorld();
  const { call } = world;
  const uploadId = await upload(world, { file: JSON.stringify(file), scriptName: 'Sales' });
  expect((await call('GET', `${scripts}/uploads/${uploadId}/status`)).body).toEqual({ succeeded: false });
  world.clock.advance(200);
  expect((await call('GET', `${scripts}/uploads/${uploadId}/status`)).body).toEqual({ succeeded: true });
  const id = await idNamed(world, 'Sales');
  const path = `${scripts}/${id}`;

  expect((await call('GET', path)).body).toMatchObject({
    name: 'Sales',
    startPageName: 'Start',
    pages: [{ id: 'start' }],
  });
  expect((await call('GET', `${scripts}/published/${id}`)).status).toBe(404);
  expect((await call('POST', `${scripts}/published?scriptDataVersion=0`, { scriptId: id })).body).toMatchObject({ id });
  const first = (await call('GET', `${scripts}/published/${id}`)).body;
  const next = { ...file, pages: [{ ...page, name: 'Welcome' }] };
  await uploaded(world, { file: JSON.stringify(next), scriptName: 'Sales', scriptIdToReplace: id });

  expect((await call('GET', path)).body).toMatchObject({ id, startPageName: 'Welcome' });
  expect((await call('GET', `${scripts}/published/${id}`)).body).toMatchObject({ startPageName: 'Start' });
  expect(await exported(world, id)).toMatchObject({ pages: [{ name: 'Welcome', rootContainer: { children: [] } }] });
  expect(await exported(world, id, first['versionId'])).toMatchObject({ pages: [{ name: 'Start' }] });
  expect((await call('GET', `${path}/pages`)).body).toMatchObject([{ id: 'start', name: 'Welcome' }]);
});

it.each([
  ['text that is no JSON', { file: '<script>', scriptName: 'A' }],
  ['a file without pages', { file: '{}', scriptName: 'A' }],
  ['a file without its first page', { file: JSON.stringify({ ...file, startPageId: 'gone' }), scriptName: 'A' }],
  ['a script without a name', { file: JSON.stringify(file) }],
  ['a script in place of one that is not there', { file: JSON.stringify(file), scriptIdToReplace: 'nothing' }],
])('refuses %s with a message', async (_what, fields) => {
  const world = createTestWorld();
  const before = (await world.call('GET', scripts)).body['total'];

  expect(await uploaded(world, fields)).toEqual({ succeeded: false, message: expect.stringMatching(/.+/u) });
  expect((await world.call('GET', scripts)).body['total']).toBe(before);
});

it('needs a token for the upload', async () => {
  const world = createTestWorld();
  expect(await upload(world, { file: JSON.stringify(file), scriptName: 'A' }, 'Bearer wrong')).toBe('undefined');
});

it('moves to another division, and is deleted with its published form, unless it is a default one', async () => {
  const world = createTestWorld();
  const { call, simulator } = world;
  const north = simulator.organisation('Acme').create('auth_division', { name: 'North', description: '' });
  await uploaded(world, { file: JSON.stringify(file), scriptName: 'Sales' });
  const id = await idNamed(world, 'Sales');
  await call('POST', `${scripts}/published`, { scriptId: id });

  expect((await call('POST', `/api/v2/authorization/divisions/${north.id}/objects/SCRIPT`, [id])).status).toBe(204);
  expect((await call('GET', `${scripts}?divisionIds=${north.id}`)).body).toMatchObject({
    total: 1,
    entities: [{ id }],
  });
  expect((await call('DELETE', `${scripts}/${id}`)).status).toBe(200);
  expect((await call('GET', `${scripts}/published/${id}`)).status).toBe(404);
  const left = (await call('GET', scripts)).body['entities'] as readonly { readonly id: string }[];
  expect(left.map((script) => isDefaultScript(script.id))).toEqual([true, true, true]);
  expect((await call('DELETE', `${scripts}/${left[0]?.id}`)).status).toBe(400);
});

it('takes every real script and gives it back as it was', async (context) => {
  if (!existsSync(folder)) context.skip('../shared/fixtures/scripts is not there');
  const world = createTestWorld();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const [index, { parentPath, name }] of files.entries()) {
    const text = readFileSync(`${parentPath}/${name}`, 'utf8');
    const status = await uploaded(world, { file: text, scriptName: `Real ${index}` });
    expect({ name, status }).toEqual({ name, status: { succeeded: true } });
    const { pages, variables, customActions } = JSON.parse(text.replace(/^\uFEFF/u, '')) as typeof file & {
      readonly variables?: unknown;
      readonly customActions?: unknown;
    };
    const again = await exported(world, await idNamed(world, `Real ${index}`));
    expect(again).toMatchObject({ pages, variables: variables ?? [], customActions: customActions ?? [] });
  }
  expect(files.length).toBeGreaterThan(3);
});
