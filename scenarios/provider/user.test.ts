import { expect, it } from 'vitest';
import { chunksOf, createProviderWorld, readPages, type ProviderWorld } from './provider-world.ts';

const users = '/api/v2/users';
const expansions = 'skills,languages,locations,profileSkills,certifications,employerInfo';
const email = 'Ada.Lovelace@acme.example';

async function deletedId({ call }: ProviderWorld): Promise<unknown> {
  const found = await call('POST', `${users}/search`, {
    query: [
      { fields: ['email'], value: email, type: 'EXACT' },
      { fields: ['state'], values: ['deleted'], type: 'EXACT' },
    ],
  });
  expect(found.status).toBe(200);
  return (found.body['results'] as readonly { readonly id: string }[] | undefined)?.[0]?.id;
}

async function madeUser({ call }: ProviderWorld): Promise<string> {
  const created = await call('POST', users, { name: 'Ada', email, state: 'active', title: '', department: '' });
  expect(created.status).toBe(200);
  return `${users}/${String(created.body['id'])}`;
}

it('creates a user: nobody deleted has the address, then what only a PATCH can set, then 60 skills by 50', async () => {
  const world = await createProviderWorld();
  const { call, organisation } = world;
  const skills = Array.from({ length: 60 }, (_, index) =>
    organisation.create('routing_skill', { name: `Skill ${index}` }),
  );
  expect(await deletedId(world)).toBeUndefined();
  const path = await madeUser(world);
  const { version } = (await call('GET', path)).body;
  const patch = { manager: '', acdAutoAnswer: true, locations: [], certifications: ['ACD'], version };
  expect((await call('PATCH', path, patch)).status).toBe(200);
  expect(await readPages(world, `${path}/routingskills`, 50)).toEqual([]);
  for (const chunk of chunksOf(skills, 50)) {
    const rated = chunk.map(({ id }) => ({ id, proficiency: 2.5 }));
    expect((await call('PATCH', `${path}/routingskills/bulk`, rated)).status).toBe(200);
  }
  const utilization = path.replace('/api/v2', '/api/v2/routing') + '/utilization';
  expect((await call('GET', utilization)).body).toMatchObject({ level: 'Organization' });
  const wish = { utilization: { call: { maximumCapacity: 1, includeNonAcd: false, interruptableMediaTypes: [] } } };
  expect((await call('PUT', utilization, wish)).status).toBe(200);
  const policy = path.replace('/users/', '/voicemail/userpolicies/');
  expect((await call('PATCH', policy, { alertTimeoutSeconds: 20, sendEmailNotifications: true })).status).toBe(200);

  const read = (await call('GET', `${path}?expand=${expansions}`)).body;
  expect(read).toMatchObject({ email, state: 'active', acdAutoAnswer: true, certifications: ['ACD'] });
  expect(read).toMatchObject({ division: { id: organisation.homeDivisionId }, languages: [], profileSkills: [] });
  const shown = read['skills'] as readonly { readonly proficiency?: unknown }[];
  expect(shown).toHaveLength(60);
  expect(shown.every(({ proficiency }) => proficiency === 2.5)).toBe(true);
  expect((await call('GET', policy)).body).toMatchObject({ alertTimeoutSeconds: 20 });
  expect((await call('GET', utilization)).body).toMatchObject({ level: 'Agent', utilization: wish.utilization });
});

it('updates a user that somebody else updates at the same moment: reads the version again and repeats', async () => {
  const world = await createProviderWorld();
  const { call, retryWhenStale } = world;
  const path = await madeUser(world);
  let readings = 0;
  const tries = await retryWhenStale(async () => {
    const { version } = (await call('GET', path)).body;
    readings += 1;
    if (readings < 3) await call('PATCH', path, { title: `Lead ${readings}`, version });
    return call('PATCH', path, { department: 'Engines', version });
  });
  expect(tries).toBe(3);
  expect((await call('GET', path)).body).toMatchObject({ title: 'Lead 2', department: 'Engines' });
});

it('deletes a user until the search finds it deleted, is refused its address, and restores it', async () => {
  const world = await createProviderWorld({ consistencyLagMs: 1000 });
  const { call, wait } = world;
  const path = await madeUser(world);
  wait(1000);
  expect((await call('DELETE', path)).status).toBeLessThan(300);
  wait(1000);
  expect(`${users}/${String(await deletedId(world))}`).toBe(path);

  const again = await call('POST', users, { name: 'Ada', email, state: 'active' });
  expect(again).toMatchObject({ status: 409, body: { code: 'general.conflict' } });
  expect((await call('GET', path)).status).toBe(404);
  const { version } = (await call('GET', `${path}?state=deleted`)).body;
  expect((await call('PATCH', path, { state: 'active', version })).status).toBe(200);
  wait(1000);
  expect((await call('GET', path)).body).toMatchObject({ email, state: 'active' });
});

it('lists active and inactive users apart, with all that reading each of them would show', async () => {
  const world = await createProviderWorld();
  const { call } = world;
  const path = await madeUser(world);
  const list = (state: string) => call('GET', `${users}?pageSize=100&pageNumber=1&expand=${expansions}&state=${state}`);
  expect((await list('active')).body).toMatchObject({ pageCount: 1, entities: [{ email, skills: [], languages: [] }] });
  const { version } = (await call('GET', path)).body;
  await call('PATCH', path, { state: 'inactive', version });
  expect((await list('active')).body).toMatchObject({ entities: [] });
  expect((await list('inactive')).body).toMatchObject({ pageCount: 1, entities: [{ email, state: 'inactive' }] });
});
