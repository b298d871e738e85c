import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const greetings = '/api/v2/greetings';

it('belongs to whom it was made under, and is listed there only', async () => {
  const { call, simulator } = createTestWorld();
  const acme = simulator.organisation('Acme');
  const user = acme.create('user', { name: 'Ada', email: 'ada@acme.example' }).id;
  const group = acme.create('group', { name: 'Night', type: 'official', visibility: 'public', rulesVisible: true }).id;
  const body = { type: 'VOICEMAIL', ownerType: 'ORGANIZATION', owner: { id: acme.id }, audioTTS: 'Hello' };

  await call('POST', greetings, { ...body, name: 'All' });
  const ofUser = await call('POST', `/api/v2/users/${user}/greetings`, { ...body, name: 'Mine' });
  const ofGroup = await call('POST', `/api/v2/groups/${group}/greetings`, { ...body, name: 'Ours' });

  expect(ofUser.body).toMatchObject({ ownerType: 'USER', owner: { id: user, name: 'Ada' } });
  expect(ofGroup.body).toMatchObject({ ownerType: 'GROUP', owner: { id: group, name: 'Night' } });
  const inAll = (await call('GET', greetings)).body;
  expect(inAll).toMatchObject({ total: 1, entities: [{ name: 'All' }] });
  expect(inAll['entities']).not.toMatchObject([{ audioTTS: 'Hello' }]);
  const listed = (await call('GET', `/api/v2/groups/${group}/greetings`)).body;
  expect(listed['entities']).toMatchObject([{ name: 'Ours', audioTTS: 'Hello' }]);
  expect((await call('GET', `/api/v2/users/${user}/greetings`)).body['entities']).toMatchObject([{ name: 'Mine' }]);
  expect((await call('GET', `/api/v2/users/nobody/greetings`)).status).toBe(404);
});

it('belongs to the organisation when its body names no owner', async () => {
  const { call, simulator } = createTestWorld();
  const made = await call('POST', greetings, { name: 'All', type: 'STATION', ownerType: 'ORGANIZATION' });
  expect(made).toMatchObject({ status: 200, body: { owner: { id: simulator.organisation('Acme').id } } });
});

it('has sound to download only when it has an audio file or a text to speak', async () => {
  const { call, simulator } = createTestWorld();
  const owner = { id: simulator.organisation('Acme').id };
  const spoken = await call('POST', greetings, { name: 'A', type: 'NAME', ownerType: 'ORGANIZATION', owner });
  const audioFile = { durationMilliseconds: 900, sizeBytes: 12_000 };
  const path = `${greetings}/${String(spoken.body['id'])}`;

  expect((await call('GET', `${path}/downloads`)).status).toBe(404);
  await call('PUT', path, { ...spoken.body, audioFile });
  expect((await call('GET', `${path}/downloads`)).body).toMatchObject({ id: spoken.body['id'] });
  const text = await call('POST', greetings, {
    name: 'B',
    type: 'NAME',
    ownerType: 'ORGANIZATION',
    owner,
    audioTTS: 'Hi',
  });
  expect((await call('GET', `${greetings}/${String(text.body['id'])}/downloads`)).body).toHaveProperty('mediaFileUri');
});
