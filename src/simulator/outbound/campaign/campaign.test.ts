import { describe, expect, it } from 'vitest';
import { made } from '../../testing/made.ts';
import { createTestWorld, type Answer, type TestWorld } from '../../testing/world.ts';

const root = '/api/v2/outbound';
const campaigns = `${root}/campaigns`;

type Parts = { readonly contactList: string; readonly body: Readonly<Record<string, unknown>> };

async function campaignParts(world: TestWorld): Promise<Parts> {
  const contactList = await made(world, `${root}/contactlists`, { name: 'Leads', columnNames: ['Phone'] });
  const responses = { callable_person: { reactionType: 'hangup' } };
  const reactions = await made(world, `${root}/callanalysisresponsesets`, { name: 'Reactions', responses });
  const location = await made(world, '/api/v2/locations', { name: 'Bern' });
  const site = await made(world, '/api/v2/telephony/providers/edges/sites', {
    name: 'Bern',
    location: { id: location },
  });
  const body = {
    name: 'Winter',
    dialingMode: 'agentless',
    contactList: { id: contactList },
    callAnalysisResponseSet: { id: reactions },
    site: { id: site },
    phoneColumns: [{ columnName: 'Phone' }],
    callerName: 'Acme',
    callerAddress: '+41445550100',
  };
  return { contactList, body };
}

function statusOf(world: TestWorld, id: string): Promise<unknown> {
  return world.call('GET', `${campaigns}/${id}`).then(({ body }) => body['campaignStatus']);
}

function put(world: TestWorld, id: string, body: object): Promise<Answer> {
  return world.call('PUT', `${campaigns}/${id}`, body);
}

describe('a campaign', () => {
  it('is made off, turned on, and stops for a moment before it is off', async () => {
    const world = createTestWorld();
    const { body } = await campaignParts(world);
    expect((await world.call('POST', campaigns, { ...body, campaignStatus: 'on' })).status).toBe(400);
    const id = await made(world, campaigns, body);
    expect((await world.call('POST', `${campaigns}/${id}/start`)).status).toBe(204);
    expect(await statusOf(world, id)).toBe('on');
    expect((await put(world, id, { ...body, campaignStatus: 'off' })).body['campaignStatus']).toBe('stopping');
    world.clock.advance(2_000);
    expect(await statusOf(world, id)).toBe('off');
    expect((await put(world, id, { ...body, campaignStatus: 'on' })).body['campaignStatus']).toBe('on');
    await world.call('POST', `${campaigns}/${id}/stop`);
    expect(await statusOf(world, id)).toBe('stopping');
  });

  it('needs what its dialling mode uses to be turned on', async () => {
    const world = createTestWorld();
    const { body } = await campaignParts(world);
    const id = await made(world, campaigns, { ...body, dialingMode: 'power' });
    const refused = await world.call('POST', `${campaigns}/${id}/start`);
    expect(refused).toMatchObject({ status: 400, body: { details: [{ fieldName: 'queue' }] } });
  });

  it('that runs cannot be deleted, nor change what it dials', async () => {
    const world = createTestWorld();
    const { body } = await campaignParts(world);
    const id = await made(world, campaigns, body);
    await world.call('POST', `${campaigns}/${id}/start`);
    expect((await put(world, id, { ...body, dialingMode: 'preview' })).status).toBe(400);
    expect((await put(world, id, { ...body, callerName: 'Acme AG' })).status).toBe(200);
    expect((await world.call('DELETE', `${campaigns}/${id}`)).status).toBe(400);
    await world.call('POST', `${campaigns}/${id}/stop`);
    world.clock.advance(2_000);
    expect(await world.call('DELETE', `${campaigns}/${id}`)).toMatchObject({ status: 200, body: { id } });
  });

  it('keeps its contact list from deletion, is found by it, and shows its progress', async () => {
    const world = createTestWorld();
    const { body, contactList } = await campaignParts(world);
    const id = await made(world, campaigns, body);
    const refused = await world.call('DELETE', `${root}/contactlists/${contactList}`);
    expect(refused).toMatchObject({ status: 400, body: { details: [{ entityId: id, entityName: 'Winter' }] } });
    const found = await world.call('GET', `${campaigns}?contactListId=${contactList}`);
    expect(found.body).toMatchObject({ total: 1, entities: [{ id }] });
    expect((await world.call('GET', `${campaigns}?contactListId=other`)).body['total']).toBe(0);
    const progress = await world.call('GET', `${campaigns}/${id}/progress`);
    expect(progress.body).toMatchObject({ campaign: { id }, totalNumberOfContacts: 0 });
    expect((await world.call('DELETE', `${campaigns}/${id}/progress`)).status).toBe(204);
  });

  it('has a version: a stale one is a conflict; its name is unique', async () => {
    const world = createTestWorld();
    const { body } = await campaignParts(world);
    const id = await made(world, campaigns, body);
    expect((await put(world, id, { ...body, version: 1 })).body['version']).toBe(2);
    expect((await put(world, id, { ...body, version: 1 })).status).toBe(409);
    expect((await world.call('POST', campaigns, { ...body, name: 'WINTER' })).status).toBe(409);
  });
});

describe('a messaging campaign', () => {
  it('starts and stops, and uses one channel', async () => {
    const world = createTestWorld();
    const contactList = await made(world, `${root}/contactlists`, { name: 'Leads', columnNames: ['Phone'] });
    const body = { name: 'Texts', contactList: { id: contactList }, messagesPerMinute: 10 };
    const path = `${root}/messagingcampaigns`;
    const smsConfig = { messageColumn: 'Phone', phoneColumn: 'Phone', senderSmsPhoneNumber: { phoneNumber: '+41' } };
    const two = { ...body, smsConfig, emailConfig: { emailColumns: ['Phone'], contentTemplate: {}, fromAddress: {} } };
    expect((await world.call('POST', path, two)).status).toBe(400);
    const id = await made(world, path, { ...body, smsConfig });
    await world.call('POST', `${path}/${id}/start`);
    expect((await world.call('GET', `${path}?type=SMS&campaignStatus=on`)).body['total']).toBe(1);
    expect((await world.call('DELETE', `${path}/${id}`)).status).toBe(400);
    await world.call('POST', `${path}/${id}/stop`);
    world.clock.advance(2_000);
    expect((await world.call('DELETE', `${path}/${id}`)).status).toBe(200);
  });
});

describe('a sequence', () => {
  it('turns its first campaign on and the running one off, and protects its campaigns', async () => {
    const world = createTestWorld();
    const { body } = await campaignParts(world);
    const id = await made(world, campaigns, body);
    const sequence = { name: 'Season', campaigns: [{ id }], status: 'off' };
    expect((await world.call('POST', `${root}/sequences`, { ...sequence, status: 'on' })).status).toBe(400);
    const sequenceId = await made(world, `${root}/sequences`, sequence);
    const path = `${root}/sequences/${sequenceId}`;
    expect((await world.call('PUT', path, { ...sequence, status: 'on' })).body).toMatchObject({ status: 'on' });
    expect(await statusOf(world, id)).toBe('on');
    expect((await world.call('DELETE', path)).status).toBe(400);
    await world.call('PUT', path, sequence);
    expect(await statusOf(world, id)).toBe('stopping');
    world.clock.advance(2_000);
    expect((await world.call('DELETE', `${campaigns}/${id}`)).status).toBe(400);
    expect((await world.call('DELETE', path)).status).toBe(204);
    expect((await world.call('DELETE', `${campaigns}/${id}`)).status).toBe(200);
  });
});

describe('a campaign rule', () => {
  it('is made disabled and must be disabled to be deleted', async () => {
    const world = createTestWorld();
    const { body } = await campaignParts(world);
    const id = await made(world, campaigns, body);
    const rule = {
      name: 'Stop when done',
      campaignRuleEntities: { campaigns: [{ id }] },
      campaignRuleConditions: [{ parameters: { operator: 'equals', value: '1' }, conditionType: 'campaignProgress' }],
      campaignRuleActions: [
        { actionType: 'turnOffCampaign', campaignRuleActionEntities: { useTriggeringEntity: true } },
      ],
    };
    const path = `${root}/campaignrules`;
    expect((await world.call('POST', path, { ...rule, enabled: true })).status).toBe(400);
    const ruleId = await made(world, path, rule);
    await world.call('PUT', `${path}/${ruleId}`, { ...rule, enabled: true });
    expect((await world.call('DELETE', `${path}/${ruleId}`)).status).toBe(400);
    await world.call('PUT', `${path}/${ruleId}`, { ...rule, enabled: false });
    expect((await world.call('DELETE', `${campaigns}/${id}`)).status).toBe(400);
    expect((await world.call('DELETE', `${path}/${ruleId}`)).status).toBe(204);
  });
});
