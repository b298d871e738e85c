import { expect, it } from 'vitest';
import { createTestWorld, type Call } from '../testing/world.ts';

const plans = '/api/v2/casemanagement/caseplans';

async function makePlan(call: Call, more: object = {}) {
  const divisionId = (await call('GET', '/api/v2/authorization/divisions/home')).body['id'];
  const category = await call('POST', '/api/v2/intents/categories', { name: 'Money', description: 'Bills' });
  const intent = await call('POST', '/api/v2/intents/customerintents', {
    name: 'Refund',
    description: 'Money back',
    expiryTime: 24,
    categoryId: category.body['id'],
  });
  const body = { name: 'Claims', referencePrefix: 'CL', customerIntentId: intent.body['id'], divisionId, ...more };
  return call('POST', plans, body);
}

it('makes stages and steps with the plan and holds its intent', async () => {
  const { call } = createTestWorld();
  const plan = await makePlan(call, { intakeSettings: [{ property: 'tier', required: true, displayOrder: 1 }] });
  const one = `${plans}/${String(plan.body['id'])}`;

  const stages = await call('GET', `${one}/versions/1/stageplans`);
  const [stage] = stages.body['entities'] as { id: string }[];
  const steps = await call('GET', `${one}/versions/1/stageplans/${stage?.id ?? ''}/stepplans`);
  const intent = (plan.body['customerIntent'] as { id: string }).id;
  const held = await call('DELETE', `/api/v2/intents/customerintents/${intent}`);

  expect(plan.body).toMatchObject({ latest: 1, versionState: 'Draft', intakeSettings: [{ property: 'tier' }] });
  expect(stages.body['entities']).toHaveLength(3);
  expect(steps.body['entities']).toMatchObject([{ activityType: 'None', stageplan: { name: 'Stage 1' } }]);
  expect(held.status).toBe(409);
});

it('publishes a version, which stays, and drafts the next from it', async () => {
  const { call } = createTestWorld();
  const one = `${plans}/${String((await makePlan(call)).body['id'])}`;
  const [stage] = (await call('GET', `${one}/versions/1/stageplans`)).body['entities'] as { id: string }[];
  const stageplan = `stageplans/${stage?.id ?? ''}`;

  const twice = await call('POST', `${one}/versions`);
  const published = await call('POST', `${one}/publish`);
  const refused = [
    await call('PATCH', one, { description: 'new' }),
    await call('PATCH', `${one}/${stageplan}`, { name: 'Intake' }),
    await call('PUT', `${one}/intakesettings`, { intakeSettings: [] }),
  ];
  const next = await call('POST', `${one}/versions`);
  await call('PATCH', `${one}/${stageplan}`, { name: 'Intake' });
  await call('PATCH', one, { description: 'new' });
  const names = [
    await call('GET', `${one}/versions/1/${stageplan}`),
    await call('GET', `${one}/versions/2/${stageplan}`),
  ];
  const first = await call('GET', `${one}/versions/1`);

  expect(twice.status).toBe(409);
  expect(published.body).toMatchObject({ versionState: 'Published', published: 1, latest: 1 });
  expect(refused.map(({ status }) => status)).toEqual([409, 409, 409]);
  expect(next.body).toMatchObject({ versionState: 'Draft', published: 1, latest: 2 });
  expect(names.map(({ body }) => body['name'])).toEqual(['Stage 1', 'Intake']);
  expect(first.body).not.toHaveProperty('description');
});

it('changes the steps and the intake of a draft', async () => {
  const { call } = createTestWorld();
  const one = `${plans}/${String((await makePlan(call)).body['id'])}`;
  const [stage] = (await call('GET', `${one}/versions/1/stageplans`)).body['entities'] as { id: string }[];
  const steps = `stageplans/${stage?.id ?? ''}/stepplans`;
  const [step] = (await call('GET', `${one}/versions/1/${steps}`)).body['entities'] as { id: string }[];
  const workbin = await call('POST', '/api/v2/taskmanagement/workbins', { name: 'Inbox' });
  const worktype = await call('POST', '/api/v2/taskmanagement/worktypes', {
    name: 'Check',
    defaultWorkbinId: workbin.body['id'],
  });
  const change = (worktypeId: unknown) =>
    call('PATCH', `${one}/${steps}/${step?.id ?? ''}`, { activityType: 'Workitem', workitemSettings: { worktypeId } });

  const unknown = await change('none');
  const changed = await change(worktype.body['id']);
  const settings = [{ property: 'tier', required: false, displayOrder: 1 }];
  await call('PUT', `${one}/intakesettings`, { intakeSettings: settings });
  const intake = await call('GET', `${one}/versions/1/intakesettings`);

  expect(unknown.status).toBe(400);
  expect(changed.body).toMatchObject({ activityType: 'Workitem', workitemSettings: { worktype: { name: 'Check' } } });
  expect(intake.body['entities']).toEqual(settings);
});

it('is published under the name that it was given last, even before readers see that name', async () => {
  const { call, clock } = createTestWorld({ settings: { consistencyLagMs: 5_000 } });
  const one = `${plans}/${String((await makePlan(call)).body['id'])}`;
  clock.advance(5_000);

  await call('PATCH', one, { name: 'Complaints' });
  const seen = await call('GET', one);
  const published = await call('POST', `${one}/publish`, {});

  expect(seen.body['name']).toBe('Claims');
  expect(published.body).toMatchObject({ name: 'Complaints', versionState: 'Published' });
});
