import { afterEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../core/index.ts';
import { scriptsOf, type Script } from '../testing/script.ts';

const write = { recordTicket: () => Promise.reject(new Error('no ticket is expected')) };
const scripted = scriptsOf(afterEach);
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `id-${index}`);

describe('outlines', () => {
  test('are read one by one, and those that vanish meanwhile left out', async () => {
    const { platform } = await scripted((request) => {
      if (request.path === '/api/v2/integrations/actions')
        return { entities: [{ id: 'a' }, { id: 'b' }], total: 2, pageCount: 1 };
      return request.path.endsWith('/a') ? { id: 'a', name: 'Look up', version: 3 } : undefined;
    });

    expect((await platform.list('integration_action')).objects).toEqual([
      { id: 'a', body: { id: 'a', name: 'Look up', version: 3 }, version: 3 },
    ]);
  });
});

describe('rows', () => {
  test('stand under their parent, their own columns nested', async () => {
    const { platform, log } = await scripted((request) =>
      request.method === 'GET'
        ? { entities: [{ key: '2026-12-25', open: true }], total: 1, pageCount: 1 }
        : { key: '2026-12-25', open: false },
    );

    const row = await platform.create(
      'architect_datatable_row',
      { table: { id: 't 1' }, key: '2026-12-25', values: { open: false } },
      write,
    );
    await platform.update(
      'architect_datatable_row',
      't 1/2026-12-25',
      { table: { id: 't 1' }, key: '2026-12-25', values: { open: true } },
      write,
    );
    await platform.remove('architect_datatable_row', 't 1/2026-12-25');

    expect(row).toEqual({
      id: 't 1/2026-12-25',
      body: { table: { id: 't 1' }, key: '2026-12-25', values: { open: false } },
    });
    expect((await platform.listPart('architect_datatable_row', 't 1')).objects[0]?.body).toEqual({
      table: { id: 't 1' },
      key: '2026-12-25',
      values: { open: true },
    });
    expect(log().slice(0, 3)).toEqual([
      'POST /api/v2/flows/datatables/t%201/rows {"open":false,"key":"2026-12-25"}',
      'PUT /api/v2/flows/datatables/t%201/rows/2026-12-25 {"open":true,"key":"2026-12-25"}',
      'DELETE /api/v2/flows/datatables/t%201/rows/2026-12-25',
    ]);
  });
});

describe('an update', () => {
  test('answered by an operation under way leaves the object its id', async () => {
    const { platform } = await scripted(() => ({ id: 'operation', complete: false }));

    const code = await platform.update('routing_wrapupcode', 'w1', { name: 'Erledigt' }, write);

    expect(code.id).toBe('w1');
  });
});

describe('what a creation does not take', () => {
  const make = (platform: Awaited<ReturnType<typeof scripted>>['platform']) =>
    platform.create('integration', { name: 'Data', integrationType: { id: 'x' }, intendedState: 'ENABLED' }, write);

  test('is written by an update after it, with what was made', async () => {
    const { platform, log } = await scripted((request) =>
      request.method === 'PATCH'
        ? { id: 'i1', name: 'Data', intendedState: 'ENABLED' }
        : { id: 'i1', name: 'Data', integrationType: { id: 'x' }, intendedState: 'DISABLED' },
    );

    const made = await make(platform);

    expect(made.body).toMatchObject({ id: 'i1', intendedState: 'ENABLED', integrationType: { id: 'x' } });
    expect(log().filter((line) => line.startsWith('P'))).toEqual([
      'POST /api/v2/integrations {"name":"Data","integrationType":{"id":"x"}}',
      'PATCH /api/v2/integrations/i1 {"intendedState":"ENABLED"}',
    ]);
  });

  test('needs no update where it came out as wanted', async () => {
    const { platform, log } = await scripted(() => ({ id: 'i1', intendedState: 'ENABLED' }));

    await make(platform);

    expect(log().filter((line) => line.startsWith('P'))).toHaveLength(1);
  });

  test('that is refused leaves the outcome of the whole unknown', async () => {
    const { platform } = await scripted((request) =>
      request.method === 'PATCH' ? { status: 400, body: { message: 'no' } } : { id: 'i1' },
    );

    await expect(make(platform)).rejects.toMatchObject({ code: 'SB4007', context: { failure: 'unknown' } });
  });
});

describe('separate settings', () => {
  const settings = {
    name: 'Data',
    version: 7,
    properties: {},
    credentials: { basicAuth: { id: 'canary-credential' } },
  };

  test('are read into their place and written after the object with their own version', async () => {
    const { platform, log } = await scripted((request) =>
      request.path.endsWith('/config/current') ? settings : { id: 'i1', name: 'Data', intendedState: 'ENABLED' },
    );

    const read = await platform.read('integration', 'i1');
    await platform.update(
      'integration',
      'i1',
      { name: 'Data', intendedState: 'DISABLED', config: { current: { name: 'Data', notes: 'new' } } },
      write,
    );

    expect(read?.body).toMatchObject({ name: 'Data', config: { current: settings } });
    expect(log().filter((line) => line.startsWith('P'))).toEqual([
      'PATCH /api/v2/integrations/i1 {"intendedState":"DISABLED"}',
      `PUT /api/v2/integrations/i1/config/current ${JSON.stringify({ name: 'Data', version: 7, properties: {}, credentials: settings.credentials, notes: 'new' })}`,
    ]);
  });

  test('that are refused leave the outcome of the whole unknown', async () => {
    const { platform } = await scripted((request) => {
      if (!request.path.endsWith('/config/current')) return { id: 'i1' };
      return request.method === 'GET' ? settings : { status: 400, body: { message: `bad ${request.body}` } };
    });

    const error: unknown = await platform
      .update('integration', 'i1', { intendedState: 'ENABLED', config: { current: { notes: 'x' } } }, write)
      .catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ code: 'SB4007', context: { failure: 'unknown', stoppedBy: 'SB4009' } });
    expect(JSON.stringify(error)).not.toContain('canary-credential');
  });
});

describe('memberships', () => {
  test('that kept changing while they were read may lack somebody', async () => {
    const { platform } = await scripted(({ query }) => ({
      entities: [{ id: `w${query.get('pageNumber') ?? ''}` }],
      total: 3,
      pageCount: 2,
    }));

    expect(await platform.listPart('routing_queue_wrapupcodes', 'q')).toMatchObject({
      objects: [{ id: 'q', body: { wrapupCodes: [{ id: 'w1' }, { id: 'w2' }] } }],
      complete: false,
    });
  });

  test('are changed in batches, and a batch that fails after another leaves the outcome unknown', async () => {
    const { platform, log } = await scripted((request, count) =>
      request.method === 'POST' && count === 2 ? { status: 400, body: {} } : { entities: [] },
    );
    const codes = names(3).map((id) => ({ id }));
    const before = { id: 'q', body: { wrapupCodes: [] } };

    await expect(
      platform.update('routing_queue_wrapupcodes', 'q', { wrapupCodes: codes }, { ...write, before }),
    ).rejects.toMatchObject({ code: 'SB4007' });

    expect(log()).toEqual([
      'POST /api/v2/routing/queues/q/wrapupcodes [{"id":"id-0"},{"id":"id-1"}]',
      'POST /api/v2/routing/queues/q/wrapupcodes [{"id":"id-2"}]',
    ]);
  });

  test('a member that is gone already counts as removed', async () => {
    const { platform } = await scripted(() => undefined);
    const before = { id: 'q', body: { wrapupCodes: [{ id: 'w' }] } };

    expect(
      (
        await platform.update(
          'routing_queue_wrapupcodes',
          'q',
          { queue: { id: 'q' }, wrapupCodes: [] },
          { ...write, before },
        )
      ).body,
    ).toEqual({ queue: { id: 'q' }, wrapupCodes: [] });
  });
});

describe('drafts', () => {
  const live = {
    id: 'a',
    name: 'Look up',
    category: 'CRM',
    config: { timeoutSeconds: 5 },
    contract: { input: { inputSchema: { type: 'object' }, inputSchemaUri: '/x' } },
    version: 3,
  };
  const action: Script = (request) => {
    if (request.path.endsWith('/draft')) return request.method === 'GET' ? undefined : { id: 'a', version: 1 };
    return request.path.endsWith('/publish') ? { ...live, version: 4 } : live;
  };

  test('are passed over for fields that can be changed in place', async () => {
    const { platform, log } = await scripted(action);

    await platform.update(
      'integration_action',
      'a',
      { ...live, config: { timeoutSeconds: 9 }, contract: { input: { inputSchema: { type: 'object' } } } },
      write,
    );

    expect(log().at(-1)).toBe(
      'PATCH /api/v2/integrations/actions/a {"name":"Look up","category":"CRM","config":{"timeoutSeconds":9},"version":3}',
    );
  });

  test('carry what was taken out of the contract, which is a change as well', async () => {
    const { platform, log } = await scripted(action);
    const body = { ...live, contract: { input: {} } };

    await platform.update('integration_action', 'a', body, { ...write, before: { id: 'a', body: live } });

    expect(log().at(-1)).toContain('POST /api/v2/integrations/actions/a/draft/publish');
  });

  test('carry everything else and are published', async () => {
    const { platform, log } = await scripted(action);

    const updated = await platform.update(
      'integration_action',
      'a',
      { ...live, contract: { input: { inputSchema: { type: 'string' } } } },
      { ...write, before: { id: 'a', body: live } },
    );

    expect(updated).toMatchObject({ id: 'a', version: 4 });
    expect(log().map((line) => line.split(' ', 2).join(' '))).toEqual([
      'GET /api/v2/integrations/actions/a/draft',
      'POST /api/v2/integrations/actions/a/draft',
      'PATCH /api/v2/integrations/actions/a/draft',
      'POST /api/v2/integrations/actions/a/draft/publish',
    ]);
  });
});

describe('a draft that is refused', () => {
  const live = { id: 'a', name: 'Look up', category: 'CRM', contract: { output: { outputSchema: {} } }, version: 3 };
  const changed = { ...live, contract: { output: { outputSchema: { type: 'object' } } } };
  const before = { id: 'a', body: live };
  const api =
    (draft: JsonObject | undefined, refusal: { path: RegExp; status: number }): Script =>
    ({ path, method }) => {
      if (refusal.path.test(path) && method === 'POST') return { status: refusal.status, body: { message: 'no' } };
      if (method === 'GET' && path.endsWith('/draft')) return draft;
      return method === 'DELETE' ? { status: 204 } : { ...live, version: 7 };
    };

  test.each([
    { status: 400, failure: 'rejected' },
    { status: 409, failure: 'rejected' },
    { status: 403, failure: 'forbidden' },
  ])('with $status is discarded when it was made for this', async ({ status, failure }) => {
    const { platform, log } = await scripted(api(undefined, { path: /publish$/u, status }));

    await expect(platform.update('integration_action', 'a', changed, { ...write, before })).rejects.toMatchObject({
      context: { failure, status },
    });
    expect(log().at(-1)).toBe('DELETE /api/v2/integrations/actions/a/draft');
  });

  test('gets back what it said when it was there before', async () => {
    const { platform, log } = await scripted(api({ ...live, version: 2 }, { path: /publish$/u, status: 400 }));

    await expect(platform.update('integration_action', 'a', changed, { ...write, before })).rejects.toMatchObject({
      context: { failure: 'rejected' },
    });
    expect(log().at(-1)).toBe(
      `PATCH /api/v2/integrations/actions/a/draft ${JSON.stringify({ category: 'CRM', name: 'Look up', contract: live.contract, version: 7 })}`,
    );
  });

  test('stays where nobody can tell whether it was published', async () => {
    const { platform, log } = await scripted(api(undefined, { path: /publish$/u, status: 500 }));

    await expect(platform.update('integration_action', 'a', changed, { ...write, before })).rejects.toMatchObject({
      context: { failure: 'unknown' },
    });
    expect(log().at(-1)).toContain('POST /api/v2/integrations/actions/a/draft/publish');
  });

  test('says what is published again where it may not be discarded', async () => {
    const script = api(undefined, { path: /publish$/u, status: 400 });
    const { platform, log } = await scripted((request, count) =>
      request.method === 'DELETE' ? { status: 403, body: {} } : script(request, count),
    );

    await expect(platform.update('integration_action', 'a', changed, { ...write, before })).rejects.toMatchObject({
      context: { failure: 'rejected' },
    });
    expect(log().at(-1)).toContain(
      `PATCH /api/v2/integrations/actions/a/draft ${JSON.stringify({ category: 'CRM' }).slice(0, -1)}`,
    );
  });

  test('and can not be put back leaves the outcome open', async () => {
    const script = api(undefined, { path: /publish$/u, status: 400 });
    const { platform } = await scripted((request, count) =>
      request.method === 'DELETE' ? { status: 409, body: {} } : script(request, count),
    );

    await expect(platform.update('integration_action', 'a', changed, { ...write, before })).rejects.toMatchObject({
      code: 'SB4007',
      context: { failure: 'unknown' },
    });
  });
});

describe('a draft that somebody left', () => {
  const published = { id: 'a', name: 'Look up', category: 'CRM', config: { timeoutSeconds: 5 }, version: 3 };
  const withDraft =
    (draft: JsonObject | undefined): Script =>
    (request) =>
      request.path.endsWith('/draft') ? draft : published;

  test('is in the way of a write when it says something else', async () => {
    const { platform } = await scripted(withDraft({ ...published, config: { timeoutSeconds: 9 }, version: 1 }));

    expect(await platform.obstacles('integration_action', 'a')).toMatchObject([
      { kind: 'newer-draft', detail: expect.stringContaining('another config') as string },
    ]);
  });

  test.each([undefined, { ...published, version: 1 }])(
    'is none when it is not there or says the same (%j)',
    async (draft) => {
      const { platform } = await scripted(withDraft(draft));

      expect(await platform.obstacles('integration_action', 'a')).toEqual([]);
    },
  );
});

describe('consumers', () => {
  test('are asked of Architect in its own words', async () => {
    const { platform, log } = await scripted(() => ({
      entities: [
        { id: 'f', name: 'Main', type: 'INBOUNDCALLFLOW' },
        { id: 'x', name: 'Odd', type: 'BOTCONNECTOR' },
      ],
      total: 2,
      pageCount: 1,
    }));

    expect(await platform.consumers('routing_queue', 'q1')).toEqual([
      { type: 'flow', id: 'f', name: 'Main' },
      { type: 'botconnector', id: 'x', name: 'Odd' },
    ]);
    expect(log()[0]).toContain('/api/v2/architect/dependencytracking/consumingresources?id=q1&objectType=QUEUE');
    expect(await platform.consumers('auth_division', 'd1')).toBeUndefined();
  });
});

describe('a deletion that wants a field written first', () => {
  test('writes it, and puts it back when the platform refuses to delete', async () => {
    const state = { current: 'active' };
    const { platform, log } = await scripted(({ method, body }) => {
      if (method === 'PUT') state.current = (JSON.parse(body) as { state: string }).state;
      if (method === 'DELETE') return { status: 409, body: { status: 409, code: 'in.use', message: 'in use' } };
      return { id: 'c1', name: 'Deployer', state: state.current };
    });
    await expect(platform.remove('oauth_client', 'c1')).rejects.toMatchObject({ code: expect.stringMatching(/^SB4/u) });
    expect(state.current).toBe('active');
    expect(log().map((line) => line.split(' ', 1)[0])).toEqual(['GET', 'PUT', 'DELETE', 'GET', 'PUT']);
  });
});
