import { expect, it } from 'vitest';
import { createTestWorld, type Call } from '../testing/world.ts';

const path = '/api/v2/taskmanagement';

async function made(call: Call, place: string, body: object): Promise<Readonly<Record<string, unknown>>> {
  const answer = await call('POST', `${path}/${place}`, body);
  expect(answer.status).toBe(200);
  return answer.body;
}

async function makeWorktype(call: Call, more: object = {}) {
  const workbin = await made(call, 'workbins', { name: 'Inbox' });
  return made(call, 'worktypes', { name: 'Claims', defaultWorkbinId: workbin['id'], ...more });
}

it('makes a work type with a default status unless that is disabled', async () => {
  const { call } = createTestWorld();
  const usual = await makeWorktype(call);
  const workbinId = (usual['defaultWorkbin'] as { id: string }).id;
  const bare = await made(call, 'worktypes', {
    name: 'Bare',
    defaultWorkbinId: workbinId,
    disableDefaultStatusCreation: true,
  });

  const read = await call('GET', `${path}/worktypes/${String(usual['id'])}`);
  const none = await call('GET', `${path}/worktypes/${String(bare['id'])}`);

  expect(read.body).toMatchObject({ statuses: [{ name: 'Open', category: 'Open' }], defaultStatus: { name: 'Open' } });
  expect(none.body).toMatchObject({ statuses: [] });
  expect(none.body).not.toHaveProperty('defaultStatus');
});

it('leads only to statuses of the same work type, and keeps those that are needed', async () => {
  const { call } = createTestWorld();
  const { id, defaultStatus } = (await call('GET', `${path}/worktypes/${String((await makeWorktype(call))['id'])}`))
    .body as { id: string; defaultStatus: { id: string } };
  const statuses = `worktypes/${id}/statuses`;
  const done = await made(call, statuses, { name: 'Done', category: 'Closed' });
  const one = `${path}/${statuses}/${defaultStatus.id}`;

  const wrong = await call('PATCH', one, { destinationStatusIds: ['elsewhere'] });
  const right = await call('PATCH', one, {
    destinationStatusIds: [done['id']],
    defaultDestinationStatusId: done['id'],
  });
  const twin = await call('POST', `${path}/${statuses}`, { name: 'DONE', category: 'Closed' });
  const inUse = await call('DELETE', `${path}/${statuses}/${String(done['id'])}`);
  const standard = await call('DELETE', one);

  expect(wrong.status).toBe(400);
  expect(right.body).toMatchObject({ destinationStatuses: [{ name: 'Done' }], worktype: { name: 'Claims' } });
  expect([twin.status, inUse.status, standard.status]).toEqual([409, 409, 409]);
});

it('keeps what a work type uses, and deletes its statuses and rules with it', async () => {
  const { call } = createTestWorld();
  const jsonSchema = { title: 'Claim', properties: {} };
  const schema = await made(call, 'workitems/schemas', { jsonSchema });
  const worktype = await makeWorktype(call, { schemaId: schema['id'] });
  const one = `${path}/worktypes/${String(worktype['id'])}`;
  await made(call, `worktypes/${String(worktype['id'])}/flows/oncreate/rules`, { name: 'Launch' });

  const bin = await call('DELETE', `${path}/workbins/${(worktype['defaultWorkbin'] as { id: string }).id}`);
  const kept = await call('DELETE', `${path}/workitems/schemas/${String(schema['id'])}`);
  const gone = await call('DELETE', one);
  const statuses = await call('GET', `${one}/statuses`);
  const freed = await call('DELETE', `${path}/workitems/schemas/${String(schema['id'])}`);

  expect(worktype['schema']).toMatchObject({ id: schema['id'], version: 1 });
  expect([bin.status, kept.status, gone.status, statuses.status, freed.status]).toEqual([409, 409, 204, 404, 204]);
});

it('changes one part of a rule and leaves the rest', async () => {
  const { call } = createTestWorld();
  const worktype = await makeWorktype(call);
  const place = `worktypes/${String(worktype['id'])}/flows/datebased/rules`;
  const condition = { attribute: 'dateDue', relativeMinutesToInvocation: -10 };
  const rule = await made(call, place, { name: 'Remind', condition });

  const changed = await call('PATCH', `${path}/${place}/${String(rule['id'])}`, {
    condition: { relativeMinutesToInvocation: -20 },
  });

  expect(rule).toMatchObject({ type: 'Date', action: { type: 'LaunchFlow' }, worktype: { name: 'Claims' } });
  expect(changed.body['condition']).toEqual({ attribute: 'dateDue', relativeMinutesToInvocation: -20 });
});

it('pages queries by a token in the body and honours their filters', async () => {
  const { call } = createTestWorld();
  for (const name of ['Alpha', 'Beta', 'Gamma']) await made(call, 'workbins', { name });
  const query = (body: object) => call('POST', `${path}/workbins/query`, { filters: [], ...body });
  const filter = (operator: string, values: readonly string[]) => ({ name: 'name', type: 'String', operator, values });

  const first = await query({ pageSize: 2 });
  const second = await query({ pageSize: 2, after: first.body['after'] });
  const equal = await query({ filters: [filter('EQ', ['beta'])] });
  const either = await query({ filters: [filter('IN', ['Alpha', 'Gamma']), filter('CONTAINS', ['mm'])] });
  const none = await call('POST', `${path}/workbins/query`, {});

  expect(first.body['entities']).toMatchObject([{ name: 'Alpha' }, { name: 'Beta' }]);
  expect(second.body['entities']).toMatchObject([{ name: 'Gamma' }]);
  expect(second.body).not.toHaveProperty('after');
  expect(equal.body['entities']).toMatchObject([{ name: 'Beta' }]);
  expect(either.body['entities']).toMatchObject([{ name: 'Gamma' }]);
  expect(none.body['entities']).toHaveLength(3);
});

it('gives work what its type says, and lets it go on only where its status leads', async () => {
  const { call } = createTestWorld();
  const worktype = await makeWorktype(call, { defaultPriority: 7 });
  const statuses = `worktypes/${String(worktype['id'])}/statuses`;
  const done = await made(call, statuses, { name: 'Done', category: 'Closed' });
  const waiting = await made(call, statuses, { name: 'Waiting', category: 'Waiting' });
  const work = await made(call, 'workitems', { name: 'Claim 1', typeId: worktype['id'] });
  const open = (work['status'] as { id: string }).id;
  await call('PATCH', `${path}/${statuses}/${open}`, { destinationStatusIds: [done['id']] });
  const one = `${path}/workitems/${String(work['id'])}`;

  const refused = await call('PATCH', one, { statusId: waiting['id'] });
  const closed = await call('PATCH', one, { statusId: done['id'] });
  const held = await call('DELETE', `${path}/worktypes/${String(worktype['id'])}`);

  expect(work).toMatchObject({ priority: 7, statusCategory: 'Open', workbin: { name: 'Inbox' } });
  expect(refused.status).toBe(400);
  expect(closed.body).toMatchObject({ statusCategory: 'Closed', status: { name: 'Done' } });
  expect(closed.body).toHaveProperty('dateClosed');
  expect(held.status).toBe(409);
});
