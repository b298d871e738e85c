import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const integrations = '/api/v2/integrations';

it('is made with the first user-defined OAuth credentials of a web service, changed, and removed with them', async () => {
  const { call } = createTestWorld();
  const made = await call('POST', integrations, { name: 'Zoom', integrationType: { id: 'custom-rest-actions' } });
  const id = String(made.body['id']);
  const action = `${integrations}/actions/customAuth_-_${id}`;
  const credential = async (name: string): Promise<string> =>
    String((await call('POST', `${integrations}/credentials`, { name, type: { name } })).body['id']);
  const [basic, oauth] = [await credential('basicAuth'), await credential('userDefinedOAuth')];
  const setCredentials = async (credentials: object): Promise<void> => {
    const settings = (await call('GET', `${integrations}/${id}/config/current`)).body;
    await call('PUT', `${integrations}/${id}/config/current`, { ...settings, credentials });
  };

  await setCredentials({ basicAuth: { id: basic } });
  expect((await call('GET', action)).status).toBe(404);
  await setCredentials({ basicAuth: { id: oauth } });

  expect((await call('GET', action)).body).toMatchObject({ integrationId: id, category: 'Zoom', version: 1 });
  expect((await call('GET', `${integrations}/actions`)).body['total']).toBe(0);
  expect((await call('GET', `${integrations}/actions?includeAuthActions=true`)).body['total']).toBe(1);
  expect((await call('PATCH', action, { name: 'Sign in', version: 1 })).body).toMatchObject({ name: 'Sign in' });
  expect((await call('DELETE', action)).status).toBe(400);
  await setCredentials({});
  expect((await call('GET', action)).status).toBe(404);
});
