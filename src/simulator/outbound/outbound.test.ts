import { describe, expect, it } from 'vitest';
import { made } from '../testing/made.ts';
import { createTestWorld } from '../testing/world.ts';

const root = '/api/v2/outbound';

describe('lists of outbound objects', () => {
  it('compare names as filterType says, by default as a prefix', async () => {
    const world = createTestWorld();
    for (const name of ['North', 'North east', 'South'])
      await made(world, `${root}/attemptlimits`, { name, maxAttemptsPerContact: 3 });
    const names = async (query: string): Promise<number> =>
      Number((await world.call('GET', `${root}/attemptlimits?${query}`)).body['total']);
    expect(await names('name=north')).toBe(2);
    expect(await names('name=north&filterType=Equals')).toBe(1);
    expect(await names('name=east&filterType=Contains')).toBe(1);
    expect(await names('name=east')).toBe(0);
    expect((await world.call('POST', `${root}/attemptlimits`, { name: 'South' })).status).toBe(409);
  });
});

describe('rule sets', () => {
  const rule = (condition: object, action: object): object => ({
    name: 'Rules',
    rules: [{ name: 'One', category: 'DIALER_WRAPUP', conditions: [condition], actions: [action] }],
  });
  const skip = { type: 'Action', actionTypeName: 'DO_NOT_DIAL' };

  it('name wrap-up codes in wrap-up conditions, and anything in others', async () => {
    const world = createTestWorld();
    const codes = ['callable.lineconnected'];
    const answer = (condition: object): Promise<number> =>
      world.call('POST', `${root}/rulesets`, rule(condition, skip)).then(({ status }) => status);
    expect(await answer({ type: 'wrapupCondition', codes })).toBe(400);
    expect(await answer({ type: 'systemDispositionCondition', codes })).toBe(200);
  });

  it('name skills in the text of a JSON list', async () => {
    const world = createTestWorld();
    const skill = await made(world, '/api/v2/routing/skills', { name: 'VIP' });
    const withSkills = (skills: string): object =>
      rule({ type: 'contactAttributeCondition' }, { ...skip, actionTypeName: 'SET_SKILLS', properties: { skills } });
    const answer = (skills: string): Promise<number> =>
      world.call('POST', `${root}/rulesets`, withSkills(skills)).then(({ status }) => status);
    expect(await answer(JSON.stringify([skill, 'nobody']))).toBe(400);
    expect(await answer(skill)).toBe(400);
    expect(await answer(JSON.stringify([skill]))).toBe(200);
  });
});

describe('call analysis response sets', () => {
  it('refer to flows where they transfer to one', async () => {
    const world = createTestWorld();
    const answer = (reactionType: string): Promise<number> =>
      world
        .call('POST', `${root}/callanalysisresponsesets`, {
          name: reactionType,
          responses: { callable_machine: { reactionType, data: 'nobody' } },
        })
        .then(({ status }) => status);
    expect(await answer('transfer_flow')).toBe(400);
    expect(await answer('hangup')).toBe(200);
  });
});

describe('attempt limits', () => {
  it('are kept while a contact list uses them, whose name the refusal has', async () => {
    const world = createTestWorld();
    const limits = await made(world, `${root}/attemptlimits`, { name: 'Three', maxAttemptsPerContact: 3 });
    const list = { name: 'Leads', columnNames: ['Phone'], attemptLimits: { id: limits } };
    await made(world, `${root}/contactlists`, list);
    const refused = await world.call('DELETE', `${root}/attemptlimits/${limits}`);
    expect(refused).toMatchObject({ status: 400, body: { details: [{ entityName: 'Leads' }] } });
  });
});

describe('the mapping of wrap-up codes', () => {
  it('has known codes as keys, known meanings as values, and a version', async () => {
    const world = createTestWorld();
    const code = await made(world, '/api/v2/routing/wrapupcodes', { name: 'Sold' });
    const path = `${root}/wrapupcodemappings`;
    const put = (mapping: object, version?: number): Promise<number> =>
      world.call('PUT', path, { mapping, ...(version === undefined ? {} : { version }) }).then(({ status }) => status);
    expect(await put({ nobody: ['BUSINESS_SUCCESS'] })).toBe(400);
    expect(await put({ [code]: ['GOOD'] })).toBe(400);
    expect(await put({ [code]: ['BUSINESS_SUCCESS'] })).toBe(200);
    expect((await world.call('GET', path)).body).toMatchObject({ mapping: { [code]: ['BUSINESS_SUCCESS'] } });
    expect(await put({}, 1)).toBe(409);
    await world.call('DELETE', `/api/v2/routing/wrapupcodes/${code}`);
    expect(await put({ [code]: ['BUSINESS_FAILURE'] })).toBe(200);
  });
});

describe('outbound settings', () => {
  it('change in part, with a version', async () => {
    const world = createTestWorld();
    const path = `${root}/settings`;
    const before = (await world.call('GET', path)).body;
    expect((await world.call('PATCH', path, { abandonSeconds: 3, version: before['version'] })).status).toBe(204);
    const after = (await world.call('GET', path)).body;
    expect(after).toMatchObject({ abandonSeconds: 3, maxCallsPerAgent: before['maxCallsPerAgent'] });
    expect((await world.call('PATCH', path, { abandonSeconds: 4, version: before['version'] })).status).toBe(409);
  });
});
