import { afterEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../core/index.ts';
import type { ApiCapability, ResourceDescriptor } from '../../core/resource/index.ts';
import { catalogueOf, crud, described, part, plain } from '../testing/describe.ts';
import { scriptsOf, type Script } from '../testing/script.ts';

type Publish = Extract<ApiCapability, { kind: 'publish' }>;

function published(type: string, capability: Partial<Publish>): ResourceDescriptor {
  const api = {
    ...crud('/forms'),
    capability: { kind: 'publish', path: '/forms/{id}/publish', body: 'none' } as const,
  };
  return described({ type, api: { ...api, capability: { ...api.capability, ...capability } } });
}

const scripted = scriptsOf(
  afterEach,
  catalogueOf([
    published('form', {}),
    published('form_by_id', { path: '/published/forms', body: 'id' }),
    published('told', { published: { field: 'state', values: ['Published'] } }),
    published('slow', { ready: { field: 'status', values: ['Active'] } }),
    published('renumbered', {
      revisions: { path: '/forms/{id}/versions', draft: { field: 'published', values: [false] } },
    }),
    plain('document', '/documents', {}),
    described({
      ...part('variation', 'child', { parentType: 'document', parentField: 'document' }),
      api: {
        ...crud('/documents/{parentId}/variations'),
        capability: { kind: 'publish', path: '/documents/{parentId}/versions', body: 'none' },
      },
    }),
  ]),
);

function recorded() {
  const tickets: JsonObject[] = [];
  return { tickets, write: { recordTicket: (ticket: JsonObject) => Promise.resolve(void tickets.push(ticket)) } };
}

/** An object `f` whose publish requests are answered in turn, the last one for ever. */
function form(answers: readonly number[], body: (isPublished: boolean) => JsonObject = () => ({})): Script {
  let count = 0;
  let isPublished = false;
  return ({ path, method }) => {
    if (method === 'POST' && /publish|versions/u.test(path)) {
      const status = answers[Math.min(count++, answers.length - 1)] ?? 200;
      if (status === 200) isPublished = true;
      return { status, body: { message: `said ${status}` } };
    }
    return method === 'DELETE' ? { status: 204 } : { id: 'f', name: 'Care', ...body(isPublished) };
  };
}

const refused = { code: 'SB4018', context: { failure: 'rejected' } };

describe('a type that is published', () => {
  test('is created as a draft, published, and read as it then is', async () => {
    const { platform, log } = await scripted(form([200], (isPublished) => ({ version: isPublished ? 2 : 1 })));
    const { tickets, write } = recorded();

    expect(await platform.create('form', { name: 'Care' }, write)).toMatchObject({ id: 'f', body: { version: 2 } });
    expect(log()).toEqual(['POST /forms {"name":"Care"}', 'POST /forms/f/publish', 'GET /forms/f']);
    expect(tickets).toEqual([{ draftLike: { name: 'Care' } }]);
  });

  test('is changed as a draft and published again', async () => {
    const { platform, log } = await scripted(form([200]));

    await platform.update('form_by_id', 'f', { name: 'Care' }, recorded().write);

    expect(log()).toEqual([
      'PUT /forms/f {"name":"Care"}',
      'POST /published/forms {"id":"f","published":true}',
      'GET /forms/f',
    ]);
  });

  test('may be a part that takes effect with its parent', async () => {
    const { platform, log } = await scripted(form([200]));

    expect((await platform.update('variation', 'd/f', { document: { id: 'd' } }, recorded().write)).id).toBe('d/f');
    expect(log()[1]).toBe('POST /documents/d/versions');
  });

  test('is published when its draft is fit for it', async () => {
    let reads = 0;
    const { platform, log } = await scripted(form([200], () => ({ status: ++reads > 3 ? 'Active' : 'Pending' })));

    await platform.create('slow', { name: 'Care' }, recorded().write);

    expect(log().indexOf('POST /forms/f/publish')).toBe(log().lastIndexOf('GET /forms/f') - 1);
    expect(log().filter((line) => line === 'GET /forms/f').length).toBeGreaterThan(2);
  });

  test('is looked at until it shows as published', async () => {
    let reads = 0;
    const { platform } = await scripted(form([200], () => ({ state: ++reads > 3 ? 'Published' : 'Draft' })));

    const live = await platform.update('told', 'f', { name: 'Care' }, recorded().write);

    expect(live.body['state']).toBe('Published');
  });
});

describe('publishing that fails', () => {
  test('leaves an update half-way, and says what is written and what is not', async () => {
    const { platform } = await scripted(form([400]));

    const failed = platform.update('form', 'f', { name: 'Care' }, recorded().write);

    await expect(failed).rejects.toMatchObject({ ...refused, context: { stoppedBy: 'SB4009', failure: 'rejected' } });
    await expect(failed).rejects.toThrow(
      /The draft was written\. It was not published: .*said 400.*holds what was written/u,
    );
  });

  test('takes a new draft away again, so that a later deployment makes it anew', async () => {
    const { platform, log } = await scripted(form([400]));

    await expect(platform.create('form', { name: 'Care' }, recorded().write)).rejects.toMatchObject(refused);
    expect(log().at(-1)).toBe('DELETE /forms/f');
  });

  test('leaves the outcome open when a new draft can not be taken away either', async () => {
    const script = form([400]);
    const { platform } = await scripted((request, count) =>
      request.method === 'DELETE' ? { status: 409, body: {} } : script(request, count),
    );

    await expect(platform.create('form', { name: 'Care' }, recorded().write)).rejects.toMatchObject({
      code: 'SB4018',
      context: { failure: 'unknown' },
    });
  });

  test.each([
    { name: 'has no answer', answers: [500, 200] },
    { name: 'is busy', answers: [409, 409, 200] },
  ])('is tried again when the platform $name', async ({ answers }) => {
    const { platform, log } = await scripted(form(answers));

    expect((await platform.update('form', 'f', { name: 'Care' }, recorded().write)).id).toBe('f');
    expect(log().filter((line) => line.endsWith('/publish'))).toHaveLength(answers.length);
  });

  test('is none where reading shows that the first request took effect after all', async () => {
    let isSent = false;
    const script = form([500, 400], () => ({ state: isSent ? 'Published' : 'Draft' }));
    const { platform } = await scripted((request, count) => {
      isSent ||= request.path.endsWith('/publish');
      return script(request, count);
    });

    expect((await platform.update('told', 'f', { name: 'Care' }, recorded().write)).body['state']).toBe('Published');
  });

  test('is told apart from what can not be told', async () => {
    const { platform } = await scripted(form([500]));

    await expect(platform.update('form', 'f', { name: 'Care' }, recorded().write)).rejects.toThrow(
      /can not be told whether it was published/u,
    );
  });

  test('is not what an object is taken for that was published and can not be read back', async () => {
    const script = form([200]);
    const { platform } = await scripted((request, count) =>
      request.method === 'GET' ? { status: 403, body: {} } : script(request, count),
    );

    expect((await platform.update('form', 'f', { name: 'Care' }, recorded().write)).body['name']).toBe('Care');
  });
});

describe('a draft whose writer died', () => {
  test('is published when it is settled, and read to see what it says', async () => {
    const { platform, log } = await scripted(form([200]));

    expect(await platform.settleTicket('form', { draftOf: 'f' })).toEqual({ state: 'unknown' });
    expect(log()[0]).toBe('POST /forms/f/publish');
  });

  test('is found by its name when it was new', async () => {
    const listed = (id: string, name: string): JsonObject => ({ id, name });
    const { platform, log } = await scripted(({ method, path }) =>
      method === 'GET' && path === '/forms'
        ? { entities: [listed('e', 'Else'), listed('f', 'Care')], total: 2, pageCount: 1 }
        : { id: 'f', name: 'Care' },
    );
    const { tickets, write } = recorded();
    await platform.create('form', { name: 'Care' }, write);
    const before = log().length;

    await platform.settleTicket('form', tickets[0] ?? {});

    expect(tickets).toEqual([{ draftLike: { name: 'Care' } }]);
    expect(
      log()
        .slice(before)
        .filter((line) => line.startsWith('POST /forms/')),
    ).toEqual(['POST /forms/f/publish']);
  });

  test('that was never written is not missed', async () => {
    const { platform, log } = await scripted(() => ({ entities: [], total: 0, pageCount: 1 }));

    expect(await platform.settleTicket('form', { draftLike: { name: 'Care' } })).toEqual({ state: 'unknown' });
    expect(log().some((line) => line.startsWith('POST'))).toBe(false);
  });

  test('that can not be published is an error, whatever it says', async () => {
    const { platform } = await scripted(form([400]));

    await expect(platform.settleTicket('form', { draftOf: 'f' })).rejects.toMatchObject({ code: 'SB4009' });
  });
});

describe('a type whose published objects go on as drafts with other ids', () => {
  /** `f1` and `f2` are published, `f3` is the draft, unless there is none any more. */
  const revisions =
    (ids: readonly string[]): Script =>
    ({ path, method }) => {
      const shown = (id: string) => ({ id, name: 'Care', published: id !== 'f3' });
      if (method === 'DELETE') return { status: 204 };
      if (path.endsWith('/versions')) return { entities: ids.map(shown), total: ids.length, pageCount: 1 };
      return shown(/f\d/u.exec(path)?.[0] ?? '');
    };

  test('reads and changes the draft of today under any earlier id', async () => {
    const { platform, log } = await scripted(revisions(['f3', 'f2', 'f1']));
    const { tickets, write } = recorded();

    expect(await platform.read('renumbered', 'f1')).toMatchObject({ id: 'f1', body: { id: 'f3', published: false } });
    expect((await platform.update('renumbered', 'f1', { name: 'Care' }, write)).id).toBe('f1');
    await platform.remove('renumbered', 'f1');

    expect(tickets).toEqual([{ draftOf: 'f3' }]);
    const writes = log().filter((line) => !line.startsWith('GET'));
    expect(writes).toEqual(['PUT /forms/f3 {"name":"Care"}', 'POST /forms/f3/publish', 'DELETE /forms/f3']);
  });

  test('is gone with its draft, and then nothing is left to delete', async () => {
    const { platform, log } = await scripted(revisions(['f2', 'f1']));

    expect(await platform.read('renumbered', 'f1')).toBeUndefined();
    await platform.remove('renumbered', 'f1');

    expect(log().some((line) => line.startsWith('DELETE'))).toBe(false);
  });

  test('is not published again by somebody who settles what was published', async () => {
    const { platform, log } = await scripted(revisions(['f3', 'f2', 'f1']));

    expect(await platform.settleTicket('renumbered', { draftOf: 'f2' })).toEqual({ state: 'unknown' });

    expect(log().some((line) => line.startsWith('POST'))).toBe(false);
  });
});
