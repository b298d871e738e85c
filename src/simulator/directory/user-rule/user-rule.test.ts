import { expect, it } from 'vitest';
import { createTestWorld } from '../../testing/world.ts';

const rules = '/api/v2/users/rules';
const criteria = [{ operator: 'Or', group: [{ operator: 'And', container: 'AcdSkill', values: [{ ids: ['some'] }] }] }];

it('is listed by type and a part of its name, and keeps its type when it changes', async () => {
  const { call } = createTestWorld();
  const made = await call('POST', rules, { name: 'New hires', type: 'Learning', criteria });
  await call('POST', rules, { name: 'Coaches', type: 'ActivityPlan', criteria });

  const changed = await call('PATCH', `${rules}/${String(made.body['id'])}`, { description: 'first month' });
  const learning = await call('GET', `${rules}?types=Learning`);
  const found = await call('GET', `${rules}?types=Learning&types=ActivityPlan&searchTerm=coa`);

  expect(changed.body).toMatchObject({ name: 'New hires', type: 'Learning', description: 'first month', criteria });
  expect(learning.body).toMatchObject({ total: 1, entities: [{ name: 'New hires' }] });
  expect(found.body).toMatchObject({ total: 1, entities: [{ name: 'Coaches' }] });
  expect((await call('GET', rules)).status).toBe(400);
  expect((await call('POST', rules, { name: 'X', type: 'Other', criteria })).status).toBe(400);
});
