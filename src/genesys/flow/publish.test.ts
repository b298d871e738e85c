import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';

import type { JsonObject } from '../../core/index.ts';
import { createGenesysPlatform, type GenesysPlatform } from '../index.ts';
import { testCatalogue as catalogue } from '../testing/catalogue.ts';
import { answerJson, startApiServer, type ApiServer } from '../testing/api-server.ts';

const yaml = 'inboundCall:\n  name: Main\n';
const flow = {
  id: 'flow-1',
  name: 'Main',
  type: 'INBOUNDCALL',
  publishedVersion: { id: '4.0' },
  savedVersion: { id: '4.0' },
};

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** An Architect with one flow: jobs end with the given status once the upload came, or never. */
async function setUp(
  behaviour: {
    readonly end?: 'Success' | 'Failure';
    readonly upload?: number | 'drop-before' | 'drop-after';
    readonly flow?: JsonObject;
    /** What asking for the job or the flow answers once the upload came. */
    readonly afterwards?: number;
  } = {},
): Promise<{ platform: GenesysPlatform; server: ApiServer; log: string[] }> {
  const log: string[] = [];
  let polls = 0;
  let isUploaded = false;
  const server = await startApiServer((request, response) => {
    const path = request.url.split('?')[0] ?? '';
    log.push(`${request.method} ${path}`);
    if (path === '/upload') {
      if (behaviour.upload === 'drop-before') return void response.destroy();
      isUploaded =
        request.body === yaml &&
        request.headers['x-amz-acl'] === 'private' &&
        request.headers.authorization === undefined;
      if (behaviour.upload === 'drop-after') return void response.destroy();
      return void response.writeHead(behaviour.upload ?? 200).end();
    }
    if (isUploaded && behaviour.afterwards !== undefined) return answerJson(response, behaviour.afterwards, {});
    if (path === '/download') return void response.end(yaml);
    if (path === '/api/v2/flows/jobs')
      return answerJson(response, 201, {
        id: 'job-1',
        presignedUrl: `${server.url}/upload?X-Signature=canary-signature`,
        headers: { 'x-amz-acl': 'private' },
      });
    if (path === '/api/v2/flows/jobs/job-1') {
      polls += isUploaded ? 1 : 0;
      const status = !isUploaded ? 'Registered' : polls < 3 ? 'Started' : (behaviour.end ?? 'Success');
      return answerJson(response, 200, {
        id: 'job-1',
        status,
        flow: { id: 'flow-1' },
        messages: status === 'Failure' ? [{ type: 'Error', text: 'no such queue' }] : [],
      });
    }
    if (path === '/api/v2/flows/export/jobs') return answerJson(response, 200, { id: 'job-2', status: 'Registered' });
    if (path === '/api/v2/flows/export/jobs/job-2')
      return answerJson(response, 200, {
        status: 'Success',
        downloadUrl: `${server.url}/download?X-Signature=canary-signature`,
      });
    if (path === '/api/v2/flows/flow-1') return answerJson(response, 200, { ...flow, ...behaviour.flow });
    if (path === '/api/v2/organizations/me') return answerJson(response, 200, { id: 'org', name: 'dev', domain: 'd' });
    if (path === '/api/v2/tokens/me') return answerJson(response, 200, { OAuthClient: { id: 'writer' } });
    answerJson(response, 404, {});
  });
  let time = 0;
  const clock = {
    now: () => time,
    sleep: (ms: number) => {
      time += ms;
      return Promise.resolve();
    },
  };
  const platform = createGenesysPlatform({
    catalogue,
    credentials: () => Promise.resolve({ clientId: 'writer', clientSecret: 'canary-secret' }),
    baseUrls: { api: server.url },
    clock,
    emit: () => undefined,
    random: () => 0.5,
  });
  open.push(platform, server);
  return { platform, server, log };
}

describe('publishing a flow', () => {
  test('hands over the job id before the upload, then waits for the job', async () => {
    const { platform, log } = await setUp();

    const published = await platform.create(
      'flow',
      {},
      {
        content: yaml,
        recordTicket: (ticket) => {
          log.push(`ticket ${String(ticket['jobId'])}`);
          return Promise.resolve();
        },
      },
    );

    expect(published).toMatchObject({ id: 'flow-1', body: { name: 'Main', type: 'inboundcall' } });
    expect(log.slice(0, 4)).toEqual([
      'POST /api/v2/flows/jobs',
      'ticket job-1',
      'PUT /upload',
      'GET /api/v2/flows/jobs/job-1',
    ]);
  });

  test('nothing is uploaded when the job id could not be recorded', async () => {
    const { platform, log } = await setUp();

    await expect(
      platform.create('flow', {}, { content: yaml, recordTicket: () => Promise.reject(new Error('disk full')) }),
    ).rejects.toThrow('disk full');

    expect(log).toEqual(['POST /api/v2/flows/jobs']);
  });

  test.each([
    {
      name: 'Architect refuses',
      behaviour: { end: 'Failure' as const },
      error: {
        code: 'SB4013',
        message: expect.stringContaining('no such queue'),
        context: { failure: 'rejected', jobId: 'job-1' },
      },
    },
    {
      name: 'the upload is refused',
      behaviour: { upload: 403 },
      error: { code: 'SB4013', context: { failure: 'rejected' } },
    },
    {
      name: 'the upload never arrives',
      behaviour: { upload: 'drop-before' as const },
      error: { code: 'SB4014', context: { failure: 'unknown' } },
    },
  ])('fails with a coded error when $name, without the presigned address', async ({ behaviour, error }) => {
    const { platform, log } = await setUp(behaviour);

    const caught: unknown = await platform
      .create('flow', {}, { content: yaml, recordTicket: () => Promise.resolve() })
      .catch((thrown: unknown) => thrown);

    expect(caught).toMatchObject(error);
    expect(inspect(caught, { depth: 30, showHidden: true })).not.toContain('canary');
    expect(log.filter((line) => line === 'PUT /upload')).toHaveLength(1);
  });

  test.each([503, 403, 404])(
    'a job that can not be watched after the upload (%d) is not known to have failed',
    async (afterwards) => {
      const { platform, log } = await setUp({ afterwards });

      const publishing = platform.create('flow', {}, { content: yaml, recordTicket: () => Promise.resolve() });

      await expect(publishing).rejects.toMatchObject({ code: 'SB4007', context: { failure: 'unknown' } });
      expect(log.filter((line) => line === 'PUT /upload')).toHaveLength(1);
    },
  );

  test('an upload whose answer was lost is settled by the job', async () => {
    const { platform, log } = await setUp({ upload: 'drop-after' });

    const published = await platform.update(
      'flow',
      'flow-1',
      {},
      { content: yaml, recordTicket: () => Promise.resolve() },
    );

    expect(published.id).toBe('flow-1');
    expect(log.filter((line) => line === 'PUT /upload')).toHaveLength(1);
  });
});

describe('settling a publish job', () => {
  test('an uploaded one is done', async () => {
    const { platform } = await setUp();
    await platform.create('flow', {}, { content: yaml, recordTicket: () => Promise.resolve() });

    expect(await platform.settleTicket('flow', { jobId: 'job-1' })).toEqual({ state: 'done', id: 'flow-1' });
  });

  test('one without an upload, or that nobody knows, says nothing', async () => {
    const { platform } = await setUp();

    expect(await platform.settleTicket('flow', { jobId: 'job-1' })).toEqual({ state: 'unknown' });
    expect(await platform.settleTicket('flow', { jobId: 'job-9' })).toEqual({ state: 'unknown' });
  });
});

test('the published text is exported with the version it belongs to', async () => {
  const { platform, server } = await setUp();

  expect(await platform.readContent('flow', 'flow-1')).toEqual({ text: yaml, revision: '4.0' });

  const registered = server.seen.find((request) => request.url === '/api/v2/flows/export/jobs');
  expect(JSON.parse(registered?.body ?? '')).toEqual({
    flows: [{ flow: { id: 'flow-1', version: '4.0' }, exportType: 'Yaml' }],
  });
});

test.each([
  { name: 'nobody', flow: {}, obstacles: [] },
  {
    name: 'a person',
    flow: { lockedUser: { id: 'u1', name: 'Dana' } },
    obstacles: [{ kind: 'locked', holder: 'Dana' }],
  },
  { name: 'ourselves', flow: { lockedClient: { id: 'writer' } }, obstacles: [] },
  { name: 'another client', flow: { lockedClient: { id: 'other' } }, obstacles: [{ kind: 'locked', holder: 'other' }] },
  {
    name: 'a newer draft',
    flow: { savedVersion: { id: '5.0', createdBy: { name: 'Fox' } } },
    obstacles: [{ kind: 'newer-draft', holder: 'Fox' }],
  },
  {
    name: 'a tenth draft',
    flow: { publishedVersion: { id: '3.9' }, savedVersion: { id: '3.10', createdByClient: { id: 'other' } } },
    obstacles: [{ kind: 'newer-draft', holder: 'other' }],
  },
  { name: 'an older draft', flow: { savedVersion: { id: '3.0' } }, obstacles: [] },
])('a flow held by $name', async ({ flow: held, obstacles }) => {
  const { platform } = await setUp({ flow: held });

  expect(await platform.obstacles('flow', 'flow-1')).toMatchObject(obstacles);
});
