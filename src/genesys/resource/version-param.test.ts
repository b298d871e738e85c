import { afterEach, describe, expect, test } from 'vitest';
import type { ApiRules } from '../../core/resource/index.ts';
import { catalogueOf, crud, described, part, plain } from '../testing/describe.ts';
import { scriptsOf } from '../testing/script.ts';

const write = { recordTicket: () => Promise.reject(new Error('no ticket is expected')) };

function stages(): ApiRules {
  const rules = crud('/plans/{parentId}/versions/{version}/stages');
  return {
    ...rules,
    update: {
      method: 'PATCH',
      path: '/plans/{parentId}/stages/{id}',
      asIds: { 'setting.kind': 'setting.kindId' },
    },
    version: { path: '/plans/{parentId}', field: 'latest' },
  };
}

const scripted = scriptsOf(
  afterEach,
  catalogueOf([
    plain('plan', '/plans', {}),
    described({ ...part('stage', 'child', { parentType: 'plan', parentField: 'plan' }), api: stages() }),
    described({
      ...part('latest', 'facet', { parentType: 'plan', parentField: 'plan' }),
      api: {
        list: { ...crud('/plans/{parentId}/versions/{version}').list, paging: 'none', items: '' },
        version: { path: '/plans/{parentId}', field: 'newest.name' },
        capability: { kind: 'crud' },
      },
    }),
    described({
      type: 'view',
      versioned: true,
      api: {
        ...crud('/views'),
        update: { method: 'PUT', path: '/views/{id}/versions/{version}' },
        version: { path: '/views/{id}', field: 'version' },
      },
    }),
  ]),
);

describe('paths with a version', () => {
  test('hold what the parent tells when they are read', async () => {
    const { platform } = await scripted(({ path }) => {
      if (path === '/plans/p') return { id: 'p', latest: 3, newest: { name: '2.0' } };
      if (path === '/plans/p/versions/3/stages')
        return { entities: [{ id: 's', name: 'Prüfen' }], total: 1, pageCount: 1 };
      if (path === '/plans/p/versions/3/stages/s') return { id: 's', name: 'Prüfen' };
      return path === '/plans/p/versions/2.0' ? { id: 'p', name: 'Beschwerde' } : undefined;
    });

    const stage = { id: 'p/s', body: { id: 's', name: 'Prüfen', plan: { id: 'p' } } };
    expect((await platform.listPart('stage', 'p')).objects).toEqual([stage]);
    expect(await platform.read('stage', 'p/s')).toEqual(stage);
    expect((await platform.listPart('latest', 'p')).objects[0]?.body).toMatchObject({ name: 'Beschwerde' });
  });

  test('lead to nothing while there is no version', async () => {
    const { platform } = await scripted(({ path }) => (path === '/plans/p' ? { id: 'p' } : undefined));

    expect(await platform.listPart('stage', 'p')).toEqual({ objects: [], complete: true });
    expect(await platform.read('stage', 'p/s')).toBeUndefined();
  });

  test('name the parent in audits, whatever version they were written under', async () => {
    const record = {
      id: 'e',
      eventDate: '2026-03-01T10:00:00.000Z',
      action: 'Update',
      entity: { id: 's', name: 'Prüfen', selfUri: '/plans/p/versions/2/stages/s' },
    };
    const { platform } = await scripted(({ method }) =>
      method === 'POST' ? { entities: [record], pageCount: 1 } : undefined,
    );
    const interval = { from: new Date(Date.now() - 60_000).toISOString(), to: new Date().toISOString() };

    expect(await platform.audits('stage', interval)).toMatchObject([{ entityId: 'p/s' }]);
  });

  test('hold the present version when they are written, and are not asked for where they have none', async () => {
    const { platform, log } = await scripted(({ method, path }) =>
      method === 'GET' ? { id: path.at(-1) ?? '', version: 7 } : { id: 'v', version: 8 },
    );

    await platform.update('view', 'v', { name: 'Wege' }, write);
    await platform.update('stage', 'p/s', { name: 'Prüfen', setting: { kind: { id: 'k' } } }, write);

    expect(log()).toEqual([
      'GET /views/v',
      'PUT /views/v/versions/7 {"name":"Wege"}',
      'PATCH /plans/p/stages/s {"name":"Prüfen","setting":{"kindId":"k"}}',
    ]);
  });
});
