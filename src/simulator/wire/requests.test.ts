import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';
import { largestBody } from './body.ts';
import type { SimulatorRequest, SimulatorResponse } from './message.ts';

const skills = '/api/v2/routing/skills';

async function send(change: Partial<SimulatorRequest>): Promise<SimulatorResponse> {
  const world = createTestWorld();
  const headers = { authorization: `Bearer ${await world.token('deployer')}`, ...change.headers };
  return world.simulator.handle({ method: 'POST', path: skills, ...change, headers });
}

const json = { 'content-type': 'application/json; charset=UTF-8' };

describe('a body', () => {
  it.each([
    { name: 'malformed', headers: json, body: '{', status: 400 },
    { name: 'no object', headers: json, body: '[]', status: 400 },
    { name: 'missing', headers: {}, body: '', status: 400 },
    { name: 'of another type', headers: { 'content-type': 'text/xml' }, body: '<a/>', status: 415 },
    { name: 'a form', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b', status: 415 },
    { name: 'without a type', headers: {}, body: '{"name":"A"}', status: 200 },
    {
      name: 'merge-patch JSON',
      headers: { 'content-type': 'application/merge-patch+json' },
      body: '{"name":"A"}',
      status: 200,
    },
    {
      name: 'compressed',
      headers: { ...json, 'content-encoding': 'gzip' },
      body: gzipSync('{"name":"A"}'),
      status: 200,
    },
    {
      name: 'not compressed as said',
      headers: { ...json, 'content-encoding': 'gzip' },
      body: '{"name":"A"}',
      status: 400,
    },
    { name: 'of an unknown encoding', headers: { ...json, 'content-encoding': 'zip' }, body: 'x', status: 415 },
    { name: 'too large', headers: json, body: `"${'x'.repeat(largestBody)}"`, status: 413 },
    {
      name: 'too large once unpacked',
      headers: { ...json, 'content-encoding': 'gzip' },
      body: gzipSync('x'.repeat(largestBody + 1)),
      status: 413,
    },
  ])('that is $name is answered $status', async ({ headers, body, status }) => {
    const answer = await send({ headers, body });
    expect(answer.status).toBe(status);
    if (status === 200) return;
    const error: unknown = JSON.parse(String(answer.body));
    expect(error).toMatchObject({
      status,
      message: expect.any(String),
      code: expect.any(String),
      details: expect.any(Array),
    });
    expect(error).toHaveProperty('contextId', answer.headers['ININ-Correlation-Id']);
  });
});

describe('a method', () => {
  it('that a path does not have is 405 with those it has', async () => {
    const answer = await send({ method: 'PUT' });
    expect(answer).toMatchObject({ status: 405, headers: { Allow: 'GET, POST, HEAD, OPTIONS' } });
    expect(JSON.parse(String(answer.body))).toMatchObject({ status: 405, code: 'method.not.allowed' });
  });

  it('OPTIONS is answered without a token, for pages of other origins', async () => {
    const world = createTestWorld();
    const headers = {
      origin: 'https://page.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    };
    const answer = await world.simulator.handle({ method: 'OPTIONS', path: skills, headers });
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        Allow: 'GET, POST, HEAD, OPTIONS',
        'Access-Control-Allow-Origin': 'https://page.example',
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': 'authorization',
      },
    });
  });

  it('HEAD is answered like GET', async () => {
    expect((await send({ method: 'HEAD' })).status).toBe(200);
    expect((await send({ method: 'HEAD', path: '/api/v2/nothing' })).status).toBe(404);
  });
});

describe('a path parameter', () => {
  it.each(['Zoë & Söhne', '日本語', '100 %', 'a/b', '😀'])('%s arrives decoded', async (id) => {
    const answer = await send({ method: 'GET', path: `${skills}/${encodeURIComponent(id)}` });
    expect(answer.status).toBe(404);
    expect(JSON.parse(String(answer.body))).toMatchObject({ entityId: id });
  });

  it.each(['%', '%zz', '%ff', '%00', '..', ';x=1'])('%s does no harm', async (id) => {
    expect((await send({ method: 'GET', path: `${skills}/${id}` })).status).toBe(404);
  });
});
