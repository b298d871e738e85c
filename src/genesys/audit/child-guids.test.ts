import { afterEach, describe, expect, it } from 'vitest';
import { catalogueOf, crud, described, part, plain } from '../testing/describe.ts';
import { scriptsOf } from '../testing/script.ts';

const stepId = '0f5c1c6e-8a51-4a57-9d0c-4f6f3c6b2a10';
const stepsPath = '/plans/{parentId2}/versions/{version}/stages/{parentId}/steps';
const [ada, bob] = ['u1', 'u2'];

const scripted = scriptsOf(
  afterEach,
  catalogueOf([
    plain('user', '/users', {}),
    described({
      ...part('greeting', 'child', { parentType: 'user', parentField: 'user' }),
      api: crud('/users/{parentId}/greetings'),
    }),
    plain('plan', '/plans', {}),
    described({
      ...part('stage', 'child', { parentType: 'plan', parentField: 'plan' }),
      api: crud('/plans/{parentId}/versions/{version}/stages'),
    }),
    described({ ...part('step', 'child', { parentType: 'stage', parentField: 'stage' }), api: crud(stepsPath) }),
  ]),
);
const interval = { from: '1970-01-01T00:00:00.000Z', to: '1970-01-02T00:00:00.000Z' };

/** Two people, and one record about the entity. */
async function auditsOf(type: string, entity: { readonly id: string; readonly selfUri?: string }, wanted?: string) {
  const record = { id: 'a1', eventDate: interval.from, action: 'Update', entity, client: { id: 'writer' } };
  const { platform } = await scripted(({ path }) => {
    const entities = path.endsWith('/realtime') ? [record] : [ada, bob].map((id) => ({ id, name: id }));
    return { entities, pageCount: 1, total: entities.length };
  });
  const events = await platform.audits(type, interval, wanted);
  return events?.map(({ entityId }) => entityId);
}

describe('audits of children whose ids the platform makes', () => {
  it.each([
    ['greeting', `${ada}/${stepId}`],
    ['greeting', `${bob}/${stepId}`],
    ['step', `p/g/${stepId}`],
  ])('are of the %s that was asked for (%s), although nothing names its parent', async (type, wanted) => {
    expect(await auditsOf(type, { id: stepId }, wanted)).toEqual([wanted]);
  });

  it("are nobody's where the id was chosen by people and several may have it", async () => {
    expect(await auditsOf('greeting', { id: 'away' }, `${ada}/away`)).toBeUndefined();
  });

  it("are nobody's where none was asked for and nothing names the parent", async () => {
    expect(await auditsOf('greeting', { id: stepId })).toEqual([]);
  });

  it('are told by their address, whatever the version in it', async () => {
    const entity = { id: stepId, selfUri: `/plans/p/versions/3/stages/g/steps/${stepId}` };

    expect(await auditsOf('step', entity)).toEqual([`p/g/${stepId}`]);
  });
});
