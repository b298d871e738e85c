import { afterEach, describe, expect, test } from 'vitest';
import type { ApiRules, ReferenceRule, Shape } from '../../core/resource/index.ts';
import { catalogueOf, crud, described, plain } from '../testing/describe.ts';
import { scriptsOf } from '../testing/script.ts';

const write = { recordTicket: () => Promise.reject(new Error('no ticket is expected')) };

function below(parentType: string, parentField: string): Shape {
  return { kind: 'child', parentType, parentField };
}

function references(...rules: readonly (readonly [string, string, Partial<ReferenceRule>?])[]) {
  return rules.map(([path, type, more]): ReferenceRule => ({ path, type, wire: 'object', ...more }));
}

function single(path: string): ApiRules {
  return {
    list: { path, paging: 'none', pageSize: 1, items: '', whole: true, idField: 'id' },
    update: { method: 'PUT', path },
    capability: { kind: 'crud' },
  };
}

const scripted = scriptsOf(
  afterEach,
  catalogueOf([
    described({
      type: 'dial_settings',
      shape: { kind: 'object', single: true },
      audit: { service: 'Dialling', entityType: 'Settings', entityId: 'dial' },
      versioned: true,
      api: single('/dial'),
    }),
    plain('base', '/bases', {}),
    described({
      type: 'document',
      shape: below('base', 'base'),
      references: references(['base', 'base'], ['category', 'category']),
      api: crud('/bases/{parentId}/documents', { whole: false, paging: 'cursor' }),
    }),
    described({
      type: 'category',
      shape: below('base', 'base'),
      references: references(['base', 'base'], ['parentCategory', 'category'], ['above[]', 'category', { wire: 'id' }]),
      api: crud('/bases/{parentId}/categories', {}),
    }),
    described({
      type: 'variation',
      shape: below('document', 'document'),
      references: references(['document', 'document'], ['twin', 'variation']),
      api: crud('/bases/{parentId2}/documents/{parentId}/variations', {}),
    }),
    described({
      type: 'layout',
      shape: { kind: 'facet', parentType: 'variation', parentField: 'variation' },
      references: references(['variation', 'variation']),
      api: {
        ...single('/bases/{parentId3}/documents/{parentId2}/variations/{id}/layout'),
        update: { method: 'PUT', path: '/bases/{parentId3}/documents/{parentId2}/variations/{parentId}/layout' },
      },
    }),
    plain('site', '/sites', {
      references: references(
        ['support.base', 'base'],
        ['support.shown[]', 'category'],
        ['support.only.category', 'category'],
      ),
    }),
    described({
      type: 'rule',
      shape: below('base', 'base'),
      references: references(
        ['base', 'base'],
        ['condition.value', 'category', { wire: 'id', when: { field: 'attribute', values: ['category'] } }],
      ),
      api: { ...crud('/bases/{parentId}/rules', {}) },
    }),
    plain('person', '/people', {}),
    described({
      type: 'person_roles',
      shape: { kind: 'facet', parentType: 'person', parentField: 'person' },
      references: references(['person', 'person'], ['grants[].role', 'role'], ['grants[].division', 'division']),
      api: {
        list: single('/subjects/{parentId}').list,
        capability: { kind: 'grants', replacePath: '/subjects/{parentId}/bulkreplace?subjectType=PC_USER' },
      },
    }),
    described({
      type: 'mappings',
      shape: { kind: 'object', single: true },
      api: { ...single('/mappings'), asEntries: { mapping: { name: 'code', value: 'flags' } } },
    }),
    described({
      type: 'secretive',
      api: { ...crud('/secrets'), list: { ...crud('/secrets').list, path: '/secrets/{id}' } },
    }),
    plain('domain', '/domains', { key: { fields: ['id'], compare: 'exact', unique: true } }),
    described({
      type: 'route',
      shape: below('domain', 'domain'),
      references: references(['domain', 'domain'], ['reply.domain', 'domain'], ['reply.route', 'route']),
      api: crud('/domains/{parentId}/routes', {}),
    }),
  ]),
);

describe('the one object of a type', () => {
  const settings = { id: 'whatever', name: 'Settings', ratio: 3, version: 4 };

  test('is listed, read and updated under one id, with its version', async () => {
    const { platform, log } = await scripted(() => settings);

    const expected = { id: 'organisation', body: settings, version: 4 };
    expect(await platform.list('dial_settings')).toEqual({ objects: [expected], complete: true });
    expect(await platform.read('dial_settings', 'organisation')).toEqual(expected);
    expect(await platform.readBack?.('dial_settings', 'organisation')).toEqual(expected);
    expect(await platform.update('dial_settings', 'organisation', { ratio: 5, version: 4 }, write)).toEqual(expected);
    expect(log()).toEqual(['GET /dial', 'GET /dial', 'GET /dial', 'PUT /dial {"ratio":5,"version":4}']);
  });

  test.each(['organisation', undefined])(
    'is told from others of its entity type in audits (asked for %s)',
    async (id) => {
      const record = { id: 'e', eventDate: '1970-01-01T00:00:00.000Z', entity: { id: 'dial' } };
      const { platform, log } = await scripted(() => ({ entities: [record], pageCount: 1 }));
      const interval = { from: '1970-01-01T00:00:00.000Z', to: '1970-01-01T00:01:00.000Z' };

      expect(await platform.audits('dial_settings', interval, id)).toMatchObject([{ entityId: 'organisation' }]);
      expect(log().at(-1)).toContain('{"property":"EntityId","value":"dial"}');
    },
  );

  test('comes as one page', async () => {
    const { platform } = await scripted(() => settings);
    const ids: string[] = [];

    for await (const page of platform.listPages?.('dial_settings') ?? []) ids.push(...page.objects.map(({ id }) => id));

    expect(ids).toEqual(['organisation']);
  });

  test('is not there where nothing was ever set up', async () => {
    const { platform } = await scripted(() => undefined);

    expect(await platform.list('dial_settings')).toEqual({ objects: [], complete: true });
  });

  test('that may not be seen makes an incomplete list, and is not taken for absent', async () => {
    const { platform } = await scripted(() => ({ status: 403, body: {} }));

    expect(await platform.list('dial_settings')).toMatchObject({ objects: [], complete: false });
    await expect(platform.read('dial_settings', 'organisation')).rejects.toMatchObject({ code: 'SB4011' });
  });
});

describe('children of children', () => {
  test('stand in paths by their own parts and have the whole way as their id', async () => {
    const { platform, log } = await scripted(({ method, path }) =>
      method === 'GET' && path.endsWith('/variations')
        ? { entities: [{ id: 'v' }], total: 1, pageCount: 1 }
        : { id: 'v' },
    );

    expect((await platform.listPart('variation', 'b/d')).objects).toEqual([
      { id: 'b/d/v', body: { id: 'v', document: { id: 'b/d' } } },
    ]);
    expect((await platform.create('variation', { document: { id: 'b/d' }, name: 'x' }, write)).id).toBe('b/d/v');
    await platform.update('variation', 'b/d/v', { document: { id: 'b/d' }, name: 'y' }, write);
    await platform.remove('variation', 'b/d/v');
    await platform.listPart('layout', 'b/d/v');
    const layout = await platform.update('layout', 'b/d/v', { variation: { id: 'b/d/v' }, wide: true }, write);

    expect(layout).toMatchObject({ id: 'b/d/v', body: { variation: { id: 'b/d/v' } } });
    expect(log().map((line) => line.replace(/\?\S+/u, ''))).toEqual([
      'GET /bases/b/documents/d/variations',
      'POST /bases/b/documents/d/variations {"name":"x"}',
      'PUT /bases/b/documents/d/variations/v {"name":"y"}',
      'DELETE /bases/b/documents/d/variations/v',
      'GET /bases/b/documents/d/variations/v/layout',
      'PUT /bases/b/documents/d/variations/v/layout {"wide":true}',
    ]);
  });

  test('that are only outlines in their list are read one by one', async () => {
    const { platform, log } = await scripted(({ path }) =>
      path.endsWith('/documents') ? { entities: [{ id: 'd' }] } : { id: 'd', title: 'Whole' },
    );

    expect((await platform.listPart('document', 'b')).objects).toEqual([
      { id: 'b/d', body: { id: 'd', title: 'Whole', base: { id: 'b' } } },
    ]);
    expect(log().at(-1)).toBe('GET /bases/b/documents/d');
  });

  test('may hang under an object whose id is its name', async () => {
    const { platform, log } = await scripted(() => ({ id: 'r1', pattern: 'help' }));

    const route = await platform.create('route', { domain: { id: 'münch.example.com' }, pattern: 'help' }, write);

    expect(route).toEqual({
      id: 'münch.example.com/r1',
      body: { id: 'r1', pattern: 'help', domain: { id: 'münch.example.com' } },
    });
    expect(log()).toEqual(['POST /domains/m%C3%BCnch.example.com/routes {"pattern":"help"}']);
  });
});

describe('references to children', () => {
  const wire = {
    id: 's',
    support: { base: { id: 'b' }, shown: [{ id: 'c1', name: 'One' }, { id: 'c2' }], only: { category: { id: 'c3' } } },
  };

  test('are found under the parent that is named beside them or around them', async () => {
    const { platform } = await scripted(() => wire);

    expect((await platform.read('site', 's'))?.body['support']).toEqual({
      base: { id: 'b' },
      shown: [{ id: 'b/c1', name: 'One' }, { id: 'b/c2' }],
      only: { category: { id: 'b/c3' } },
    });
  });

  test('are written as the platform has them, and answered under their live ids', async () => {
    const { platform, log } = await scripted(() => wire);
    const live = await platform.read('site', 's');

    const updated = await platform.update('site', 's', live?.body ?? {}, { ...write, before: live });

    expect(log().at(-1)).toBe(`PUT /sites/s ${JSON.stringify(wire)}`);
    expect(updated.body).toEqual(live?.body);
  });

  test('are found under the parent of the object itself, in lists as well', async () => {
    const body = { id: 'c2', parentCategory: { id: 'c1' }, above: ['c1', 'c0'] };
    const { platform } = await scripted(() => body);

    expect((await platform.read('category', 'b/c2'))?.body).toEqual({
      id: 'c2',
      base: { id: 'b' },
      parentCategory: { id: 'b/c1' },
      above: ['b/c1', 'b/c0'],
    });
  });

  test('are found under the parent of a child of a child', async () => {
    const { platform } = await scripted(() => ({ id: 'v', twin: { id: 'w' } }));

    expect((await platform.read('variation', 'b/d/v'))?.body).toMatchObject({ twin: { id: 'b/d/w' } });
  });

  test('prefer the parent beside them to their own', async () => {
    const { platform } = await scripted(() => ({
      id: 'r',
      reply: { domain: { id: 'other.com' }, route: { id: 'x' } },
    }));

    expect((await platform.read('route', 'own.com/r'))?.body).toMatchObject({
      reply: { route: { id: 'other.com/x' } },
    });
  });

  test.each([
    ['category', 'b/high'],
    ['priority', 'high'],
  ])('stand only where the field beside them says so (%s)', async (attribute, value) => {
    const { platform } = await scripted(() => ({ id: 'r', condition: { attribute, value: 'high' } }));

    expect((await platform.read('rule', 'b/r'))?.body['condition']).toEqual({ attribute, value });
  });

  test('stay as they are where nothing names their parent', async () => {
    const { platform } = await scripted(() => ({ id: 's', support: { shown: [{ id: 'c1' }] } }));

    expect((await platform.read('site', 's'))?.body['support']).toEqual({ shown: [{ id: 'c1' }] });
  });
});

describe('maps whose names are ids', () => {
  const wire = { mapping: { 'code-1': ['Right_Party'], 'code-2': [] }, other: { kept: true } };
  const ours = {
    mapping: [
      { code: 'code-1', flags: ['Right_Party'] },
      { code: 'code-2', flags: [] },
    ],
    other: { kept: true },
  };

  test('are lists on our side and maps again when they are written', async () => {
    const { platform, log } = await scripted(() => wire);

    expect((await platform.read('mappings', 'organisation'))?.body).toEqual(ours);
    expect((await platform.update('mappings', 'organisation', ours, write)).body).toMatchObject(ours);
    expect(log().at(-1)).toBe(`PUT /mappings ${JSON.stringify(wire)}`);
  });

  test('may be named by references', async () => {
    const { platform, log } = await scripted(() => wire);

    await platform.update('mappings', 'organisation', { mapping: [{ code: { id: 'a' }, flags: ['x'] }] }, write);

    expect(log()).toEqual(['PUT /mappings {"mapping":{"a":["x"]}}']);
  });

  test('that are not there stay away', async () => {
    const { platform } = await scripted(() => ({ other: 1 }));

    expect((await platform.read('mappings', 'organisation'))?.body).toEqual({ other: 1 });
  });
});

describe('roles of a person', () => {
  const pair = (role: string, division: string) => ({ role: { id: role }, division: { id: division } });

  test('are read without those of groups, each pair once', async () => {
    const own = { ...pair('r1', '*'), subjectId: 'u', grantMadeAt: '2026-01-01', role: { id: 'r1', policies: [] } };
    const { platform, log } = await scripted(() => ({
      id: 'u',
      name: 'Ada',
      version: 3,
      grants: [
        own,
        own,
        { ...pair('r1', 'd'), division: { id: 'd', name: 'D' } },
        { ...pair('r2', 'd'), subjectId: 'g' },
      ],
    }));

    const expected = [{ id: 'u', body: { person: { id: 'u' }, grants: [pair('r1', '*'), pair('r1', 'd')] } }];
    expect(await platform.listPart('person_roles', 'u')).toEqual({ objects: expected, complete: true });
    expect(log()).toEqual(['GET /subjects/u?includeDuplicates=true']);
  });

  test('are replaced as a whole by bare ids', async () => {
    const { platform, log } = await scripted(() => ({ status: 204 }));
    const body = { person: { id: 'u' }, grants: [pair('r1', '*'), pair('r2', 'd')] };

    expect(await platform.update('person_roles', 'u', body, write)).toEqual({ id: 'u', body });
    await platform.update('person_roles', 'u', { ...body, grants: [] }, write);

    expect(log()).toEqual([
      'POST /subjects/u/bulkreplace?subjectType=PC_USER {"grants":[{"roleId":"r1","divisionId":"*"},{"roleId":"r2","divisionId":"d"}]}',
      'POST /subjects/u/bulkreplace?subjectType=PC_USER {"grants":[]}',
    ]);
  });

  test('that may not be seen are not taken for absent', async () => {
    const { platform } = await scripted(() => ({ status: 403, body: {} }));

    expect(await platform.listPart('person_roles', 'u')).toMatchObject({ objects: [], complete: false });
    await expect(platform.read('person_roles', 'u')).rejects.toMatchObject({ code: 'SB4011' });
  });

  test('that are refused stay as they were, and say which permission is missing', async () => {
    const { platform } = await scripted(() => ({
      status: 403,
      body: {
        message:
          'Unable to perform the requested action. You are missing the following permission(s): authorization:grant:add',
      },
    }));

    await expect(platform.update('person_roles', 'u', { grants: [pair('r', '*')] }, write)).rejects.toMatchObject({
      code: 'SB4011',
      context: { failure: 'forbidden', permissions: ['authorization:grant:add'] },
    });
  });
});

test('a type whose objects are shown by their id alone has a list that is not complete', async () => {
  const { platform, log } = await scripted(() => ({ id: 's' }));

  expect(await platform.list('secretive')).toMatchObject({ objects: [], complete: false });
  expect(log()).toEqual([]);
  expect((await platform.read('secretive', 's'))?.id).toBe('s');
});
