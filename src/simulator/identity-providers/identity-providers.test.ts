import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';
import { providerKinds } from './saml-provider.ts';

const providers = '/api/v2/identityproviders';

it.each(providerKinds)(
  '$place is not there until it is set, is replaced as a whole, and can be deleted',
  async (kind) => {
    const { call } = createTestWorld();
    const path = `${providers}/${kind.place}`;
    const set = { issuerURI: 'urn:example:issuer', certificates: ['MIIC'], sloURI: 'https://idp.example/slo' };

    expect((await call('GET', path)).status).toBe(404);
    expect((await call('PUT', path, set)).body).toMatchObject({ id: kind.place, name: kind.name, disabled: false });
    expect((await call('GET', path)).body).toMatchObject({ ...set, id: kind.place, selfUri: path });
    expect((await call('GET', providers)).body).toMatchObject({ total: 1, entities: [{ id: kind.place }] });

    await call('PUT', path, { issuerURI: 'urn:example:other', disabled: true });

    const read = (await call('GET', path)).body;
    expect(read).toMatchObject({ issuerURI: 'urn:example:other', disabled: true });
    expect(read).not.toHaveProperty('sloURI');
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
    expect((await call('DELETE', path)).status).toBe(404);
    expect((await call('GET', providers)).body['entities']).toEqual([]);
  },
);
