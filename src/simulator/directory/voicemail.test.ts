import { describe, expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

describe('voicemail policies', () => {
  it('exist for every user and group, and a change keeps what it does not name', async () => {
    const { call, simulator } = createTestWorld();
    const divisionId = simulator.organisation('Acme').homeDivisionId;
    const user = await call('POST', '/api/v2/users', { name: 'Ada', email: 'ada@acme.example', divisionId });
    const ofUser = `/api/v2/voicemail/userpolicies/${String(user.body['id'])}`;
    const before = await call('GET', ofUser);
    expect(before).toMatchObject({ status: 200, body: { enabled: false, sendEmailNotifications: true } });
    await call('PATCH', ofUser, { alertTimeoutSeconds: 30, pin: '1234' });
    const after = await call('PATCH', ofUser, { sendEmailNotifications: false });
    expect(after.body).toMatchObject({ alertTimeoutSeconds: 30, sendEmailNotifications: false });
    expect(after.body).not.toHaveProperty('pin');

    const group = await call('POST', '/api/v2/groups', {
      name: 'Agents',
      type: 'official',
      rulesVisible: true,
      visibility: 'public',
    });
    const ofGroup = `/api/v2/voicemail/groups/${String(group.body['id'])}/policy`;
    await call('PATCH', ofGroup, { enabled: true, disableEmailPii: true });
    expect((await call('GET', ofGroup)).body).toMatchObject({ enabled: true, disableEmailPii: true, name: 'Agents' });
  });

  it('are gone with their owner', async () => {
    const { call, simulator } = createTestWorld();
    const divisionId = simulator.organisation('Acme').homeDivisionId;
    const user = await call('POST', '/api/v2/users', { name: 'Ada', email: 'ada@acme.example', divisionId });
    const id = String(user.body['id']);
    await call('DELETE', `/api/v2/users/${id}`);
    expect((await call('GET', `/api/v2/voicemail/userpolicies/${id}`)).status).toBe(404);
    expect((await call('GET', '/api/v2/voicemail/groups/unknown/policy')).status).toBe(404);
  });
});
