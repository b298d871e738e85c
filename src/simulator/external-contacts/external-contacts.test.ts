import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const base = '/api/v2/externalcontacts';

it('scans contacts by cursor, so many as the limit says', async () => {
  const { call } = createTestWorld();
  for (const lastName of ['A', 'B', 'C']) await call('POST', `${base}/contacts`, { firstName: 'X', lastName });

  const first = await call('GET', `${base}/scan/contacts?limit=2`);
  const cursors = first.body['cursors'] as { readonly after: string };
  const second = await call('GET', `${base}/scan/contacts?limit=2&cursor=${cursors.after}`);

  expect(first.body['entities']).toHaveLength(2);
  expect(second.body['entities']).toHaveLength(1);
  expect(second.body).not.toHaveProperty('cursors');
  expect((await call('GET', `${base}/scan/contacts?limit=0`)).status).toBe(400);
  expect((await call('GET', `${base}/scan/organizations?limit=200`)).status).toBe(200);
});

it('finds contacts and organizations by parts of their names, and dates what changes', async () => {
  const { call, clock } = createTestWorld();
  const acme = await call('POST', `${base}/organizations`, { name: 'Acme Ltd', websites: ['acme.example'] });
  const contact = {
    firstName: 'Zoë',
    lastName: 'Grün',
    externalOrganization: { id: acme.body['id'], name: 'Acme Ltd' },
  };
  const made = await call('POST', `${base}/contacts`, contact);
  const path = `${base}/contacts/${String(made.body['id'])}`;
  clock.advance(60_000);

  const changed = await call('PUT', path, { ...contact, title: 'Dr.' });

  expect(made.body).toMatchObject({ type: 'Curated', externalOrganization: { id: acme.body['id'], name: 'Acme Ltd' } });
  expect(changed.body['createDate']).toBe(made.body['createDate']);
  expect(changed.body['modifyDate']).not.toBe(made.body['modifyDate']);
  expect((await call('GET', `${base}/contacts?q=zoë+grün`)).body).toMatchObject({ total: 1 });
  expect((await call('GET', `${base}/contacts?q=grün`)).body).toMatchObject({ total: 1, partialResults: false });
  expect((await call('GET', `${base}/organizations?q=acme.example`)).body['total']).toBe(1);
  expect((await call('POST', `${base}/contacts`, { externalOrganization: { id: 'none', name: 'N' } })).status).toBe(
    400,
  );
  expect((await call('DELETE', `${base}/organizations/${String(acme.body['id'])}`)).status).toBe(200);
  expect((await call('GET', path)).body).not.toHaveProperty('externalOrganization');
});

it('has sources with names of their own, listed by name and by whether they are in use', async () => {
  const { call } = createTestWorld();
  await call('POST', `${base}/externalsources`, { name: 'CRM' });
  await call('POST', `${base}/externalsources`, { name: 'Old CRM', active: false });

  const inUse = await call('GET', `${base}/externalsources?active=true&limit=10`);

  expect(inUse.body['entities']).toMatchObject([{ name: 'CRM', active: true }]);
  expect((await call('GET', `${base}/externalsources?name=crm`)).body['entities']).toHaveLength(2);
  expect((await call('POST', `${base}/externalsources`, { name: 'crm' })).status).toBe(409);
});

it.each(['contacts', 'organizations'])('keeps notes on %s', async (kind) => {
  const { call } = createTestWorld();
  const owner = await call('POST', `${base}/${kind}`, { name: 'N', lastName: 'N' });
  const notes = `${base}/${kind}/${String(owner.body['id'])}/notes`;
  const made = await call('POST', notes, { noteText: 'called twice' });
  const one = `${notes}/${String(made.body['id'])}`;

  expect((await call('PUT', one, { noteText: 'called thrice' })).body).toMatchObject({ noteText: 'called thrice' });
  expect((await call('GET', notes)).body).toMatchObject({
    total: 1,
    entities: [{ noteText: 'called thrice', selfUri: one }],
  });
  expect((await call('POST', notes, {})).status).toBe(400);
  expect((await call('DELETE', one)).status).toBe(204);
  expect((await call('GET', one)).status).toBe(404);
});
