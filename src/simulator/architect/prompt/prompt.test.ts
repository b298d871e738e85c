import { beforeEach, describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';

const prompts = '/api/v2/architect/prompts';
let world: TestWorld;
let path: string;

beforeEach(async () => {
  world = createTestWorld();
  path = `${prompts}/${String((await world.call('POST', prompts, { name: 'Welcome' })).body['id'])}`;
});

describe('user prompts', () => {
  it('have unique names that are identifiers', async () => {
    expect((await world.call('POST', prompts, { name: 'WELCOME' })).status).toBe(409);
    for (const name of ['Good morning', '1st', 'Grüezi'])
      expect((await world.call('POST', prompts, { name })).body).toMatchObject({
        status: 400,
        details: [{ fieldName: 'name' }],
      });
    expect((await world.call('PUT', path, { name: 'Hello', description: 'x' })).body).toMatchObject({
      name: 'Hello',
      description: 'x',
    });
    expect((await world.call('GET', `${prompts}?nameOrDescription=hel*`)).body['total']).toBe(1);
  });

  it('say something in each language', async () => {
    const created = await world.call('POST', `${path}/resources`, {
      language: 'en-US',
      ttsString: 'Hello',
      text: 'Hello',
    });
    expect(created.body).toMatchObject({
      id: 'en-us',
      language: 'en-us',
      uploadStatus: 'created',
      languageDefault: true,
    });
    expect((await world.call('POST', `${path}/resources`, { language: 'en-us' })).status).toBe(409);
    expect((await world.call('POST', `${path}/resources`, { language: 'plain English' })).status).toBe(400);
    const replaced = (await world.call('PUT', `${path}/resources/en-us`, { ttsString: 'Hi' })).body;
    expect(replaced).toMatchObject({ ttsString: 'Hi', uploadStatus: 'created' });
    expect(replaced).not.toHaveProperty('text');
    expect((await world.call('GET', path)).body).toMatchObject({ resources: [{ language: 'en-us', ttsString: 'Hi' }] });
    expect((await world.call('GET', `${path}/resources`)).body).toMatchObject({ total: 1 });
    expect((await world.call('DELETE', path)).status).toBe(409);
    expect((await world.call('DELETE', `${path}?allResources=true`)).status).toBe(204);
    expect((await world.call('GET', `${path}/resources/en-us`)).status).toBe(404);
  });

  it('take audio with the access token and transcode it on the clock', async () => {
    const created = await world.call('POST', `${path}/resources`, { language: 'de-de' });
    const { pathname } = new URL(String(created.body['uploadUri']), 'http://simulator');
    const upload = async (headers: Record<string, string>): Promise<number> =>
      (await world.simulator.handle({ method: 'POST', path: pathname, headers, body: 'RIFF' })).status;
    expect(await upload({})).toBe(401);
    expect(await upload({ authorization: `Bearer ${await world.token('deployer')}` })).toBe(200);
    expect(await upload({ authorization: await world.token('deployer') })).toBe(200);
    expect(await upload({ authorization: 'not a token' })).toBe(401);
    expect((await world.call('GET', `${path}/resources/de-de`)).body['uploadStatus']).toBe('uploaded');
    world.clock.advance(1000);
    expect((await world.call('GET', `${path}/resources/de-de`)).body['uploadStatus']).toBe('transcoded');
  });
});
