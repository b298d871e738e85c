import { describe, expect, it } from 'vitest';
import { made } from '../testing/made.ts';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

const root = '/api/v2/conversations/messaging';
const open = {
  name: 'Own messenger',
  outboundNotificationWebhookUrl: 'https://example.com/hook',
  outboundNotificationWebhookSignatureSecretToken: 'not-a-secret',
};

function makeOpen(world: TestWorld, change: object = {}): Promise<string> {
  return made(world, `${root}/integrations/open`, { ...open, ...change });
}

describe('a messaging integration', () => {
  it('is created for a moment before its creation is completed, and has a recipient', async () => {
    const world = createTestWorld();
    const id = await makeOpen(world);
    const path = `${root}/integrations/open/${id}`;
    expect((await world.call('GET', path)).body).toMatchObject({ createStatus: 'Initiated', recipient: { id } });
    world.clock.advance(1_000);
    expect((await world.call('GET', path)).body).toMatchObject({ createStatus: 'Completed', status: 'Active' });
  });

  it('never shows its tokens, and is listed with all others', async () => {
    const world = createTestWorld();
    await makeOpen(world);
    const facebook = { name: 'Page', pageAccessToken: 'not-a-token', appSecret: 'not-a-secret', appId: '7' };
    const id = await made(world, `${root}/integrations/facebook`, facebook);
    const shown = (await world.call('GET', `${root}/integrations/facebook/${id}`)).body;
    expect(shown).toMatchObject({ appId: '7', version: 1 });
    expect(JSON.stringify(shown)).not.toContain('not-a');
    const all = await world.call('GET', `${root}/integrations`);
    expect(all.body['entities']).toMatchObject([{ messengerType: 'open' }, { messengerType: 'facebook' }]);
  });

  it('of WhatsApp is incomplete until its number is activated with a PIN', async () => {
    const world = createTestWorld();
    const path = `${root}/integrations/whatsapp`;
    const body = { name: 'Business', embeddedSignupAccessToken: 'not-a-token' };
    const id = await made(world, `${path}/embeddedsignup`, body);
    expect((await world.call('GET', `${path}/${id}`)).body['status']).toBe('Incomplete');
    const activate = (pin: string): ReturnType<TestWorld['call']> =>
      world.call('PATCH', `${path}/embeddedsignup/${id}`, { pin, phoneNumber: '+41445550100' });
    expect((await activate('12')).status).toBe(400);
    expect((await activate('123456')).body).toMatchObject({ status: 'Active', phoneNumber: '+41445550100' });
    expect((await world.call('DELETE', `${path}/${id}`)).body).toMatchObject({ id });
  });
});

describe('defaults of messaging', () => {
  it('are none at first; later the chosen ones, which new integrations get', async () => {
    const world = createTestWorld();
    const settingPath = `${root}/settings/default`;
    const contentPath = `${root}/supportedcontent/default`;
    expect((await world.call('GET', settingPath)).status).toBe(404);
    expect((await world.call('GET', contentPath)).status).toBe(404);
    const settingId = await made(world, `${root}/settings`, { name: 'Calm' });
    const content = await made(world, `${root}/supportedcontent`, { name: 'Pictures' });
    expect((await world.call('PUT', settingPath, { settingId: 'nobody' })).status).toBe(400);
    expect((await world.call('PUT', settingPath, { settingId })).body).toMatchObject({ id: settingId, name: 'Calm' });
    expect((await world.call('PUT', contentPath, { id: content })).body).toMatchObject({ id: content });
    const integration = await makeOpen(world);
    const shown = (await world.call('GET', `${root}/integrations/open/${integration}`)).body;
    expect(shown).toMatchObject({ messagingSetting: { id: settingId }, supportedContent: { id: content } });
    expect((await world.call('DELETE', `${root}/settings/${settingId}`)).status).toBe(400);
    expect((await world.call('DELETE', settingPath)).status).toBe(204);
    expect((await world.call('GET', settingPath)).status).toBe(404);
  });

  it('keep a profile that an integration uses', async () => {
    const world = createTestWorld();
    const content = await made(world, `${root}/supportedcontent`, { name: 'Pictures' });
    const integration = await makeOpen(world, { supportedContent: { id: content } });
    const refused = await world.call('DELETE', `${root}/supportedcontent/${content}`);
    expect(refused).toMatchObject({ status: 400, body: { details: [{ entityId: integration }] } });
    expect((await world.call('GET', `${root}/supportedcontent/${content}`)).status).toBe(200);
  });
});
