import { describe, expect, it } from 'vitest';
import { made } from '../testing/made.ts';
import { createTestWorld } from '../testing/world.ts';

const path = '/api/v2/recording/mediaretentionpolicies';

describe('media retention policies', () => {
  it('come one behind the other, disabled unless they say otherwise, and keep what the platform stamps', async () => {
    const world = createTestWorld();
    await made(world, path, { name: 'First' });
    const id = await made(world, path, { name: 'Second', enabled: true, createdDate: '1999-01-01T00:00:00.000Z' });
    const { entities } = (await world.call('GET', path)).body;
    expect(entities).toMatchObject([
      { order: 0, enabled: false },
      { order: 1, enabled: true },
    ]);
    const before = (await world.call('GET', `${path}/${id}`)).body;
    expect(before['createdDate']).not.toContain('1999');
    world.clock.advance(5_000);
    const after = (await world.call('PUT', `${path}/${id}`, { ...before, description: 'Later' })).body;
    expect(after).toMatchObject({ order: 1, createdDate: before['createdDate'], description: 'Later' });
    expect(after['modifiedDate']).not.toBe(before['modifiedDate']);
  });

  it('keep the evaluation forms that they assign', async () => {
    const world = createTestWorld();
    const form = await made(world, '/api/v2/quality/forms/evaluations', { name: 'Calls', questionGroups: [] });
    const evaluation = { evaluationForm: { id: form, name: 'Calls', questionGroups: [] } };
    const actions = { assignMeteredEvaluations: [{ ...evaluation, evaluators: [], maxNumberEvaluations: 1 }] };
    const policy = await made(world, path, { name: 'Sample', actions });
    const refused = await world.call('DELETE', `/api/v2/quality/forms/evaluations/${form}`);
    expect(refused).toMatchObject({ status: 409, body: { details: [{ entityId: policy, entityName: 'Sample' }] } });
    expect(
      (await world.call('POST', path, { name: 'Wrong', conditions: { forQueues: [{ id: 'nobody' }] } })).status,
    ).toBe(400);
  });
});
