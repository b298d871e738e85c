import { describe, expect, it } from 'vitest';
import { made } from '../../testing/made.ts';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';

const question = { text: 'Was it kind?', type: 'multipleChoiceQuestion', answerOptions: [{ text: 'Yes', value: 1 }] };
const questionGroups = [{ name: 'Tone', weight: 100, questions: [question] }];
const kinds = [
  { kind: 'evaluations', body: { name: 'Calls', questionGroups } },
  { kind: 'surveys', body: { name: 'Calls', language: 'en-US', questionGroups } },
] as const;

function publish(world: TestWorld, kind: string, id: string): ReturnType<TestWorld['call']> {
  return world.call('POST', `/api/v2/quality/publishedforms/${kind}`, { id, published: true });
}

describe.each(kinds)('a form of $kind', ({ kind, body }) => {
  const forms = `/api/v2/quality/forms/${kind}`;

  it('is published under the id that it had and goes on as a draft with another one', async () => {
    const world = createTestWorld();
    const id = await made(world, forms, body);
    const { contextId } = (await world.call('GET', `${forms}/${id}`)).body;
    const draft = await publish(world, kind, id);
    expect(draft).toMatchObject({ status: 200, body: { contextId, published: false } });
    const draftId = String(draft.body['id']);
    expect(draftId).not.toBe(id);
    expect((await world.call('GET', `${forms}/${id}`)).body).toMatchObject({ contextId, published: true });
    expect((await world.call('GET', forms)).body).toMatchObject({ total: 1, entities: [{ id: draftId }] });
    const publishedForms = `/api/v2/quality/publishedforms/${kind}`;
    expect((await world.call('GET', publishedForms)).body).toMatchObject({ total: 1, entities: [{ id }] });
    expect((await world.call('GET', `${publishedForms}/${id}`)).status).toBe(200);
    expect((await world.call('GET', `${publishedForms}/${draftId}`)).status).toBe(404);
  });

  it('cannot change or be deleted once it is published; its draft can, and all versions are listed', async () => {
    const world = createTestWorld();
    const id = await made(world, forms, body);
    const draftId = String((await publish(world, kind, id)).body['id']);
    expect((await world.call('PUT', `${forms}/${id}`, body)).status).toBe(400);
    expect((await world.call('DELETE', `${forms}/${id}`)).status).toBe(400);
    expect((await publish(world, kind, id)).status).toBe(400);
    expect((await world.call('PUT', `${forms}/${draftId}`, { ...body, name: 'All calls' })).status).toBe(200);
    const lastId = String((await publish(world, kind, draftId)).body['id']);
    const versions = (await world.call('GET', `${forms}/${id}/versions`)).body['entities'];
    expect(versions).toMatchObject([{ id: lastId }, { id: draftId, name: 'All calls' }, { id, name: 'Calls' }]);
  });

  it('gives ids to groups, questions and answers, and keeps them', async () => {
    const world = createTestWorld();
    const id = await made(world, forms, body);
    const groups = (await world.call('GET', `${forms}/${id}`)).body['questionGroups'];
    const wanted = { id: expect.any(String), contextId: expect.any(String) };
    const answerOptions = [{ id: expect.any(String) }];
    expect(groups).toMatchObject([{ ...wanted, questions: [{ ...wanted, answerOptions }] }]);
    const again = await world.call('PUT', `${forms}/${id}`, { ...body, questionGroups: groups });
    expect(again.body['questionGroups']).toEqual(groups);
  });
});

describe('published forms', () => {
  it('are found by context, the latest one only', async () => {
    const world = createTestWorld();
    const id = await made(world, '/api/v2/quality/forms/evaluations', kinds[0].body);
    const draft = (await publish(world, 'evaluations', id)).body;
    await publish(world, 'evaluations', String(draft['id']));
    const path = `/api/v2/quality/forms/evaluations/bulk/contexts?contextId=${String(draft['contextId'])}`;
    expect((await world.call('GET', path)).body).toMatchObject([{ id: draft['id'] }]);
    const latest = await world.call('GET', '/api/v2/quality/publishedforms/evaluations?onlyLatestPerContext=true');
    expect(latest.body).toMatchObject({ total: 1, entities: [{ id: draft['id'] }] });
  });

  it('of surveys are disabled by PATCH', async () => {
    const world = createTestWorld();
    const id = await made(world, '/api/v2/quality/forms/surveys', kinds[1].body);
    await publish(world, 'surveys', id);
    const path = `/api/v2/quality/forms/surveys/${id}`;
    expect((await world.call('PATCH', path, { disabled: true })).body).toMatchObject({ id, disabled: true });
    expect((await world.call('PATCH', path, {})).status).toBe(400);
  });
});
