import type { JsonObject } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { createGenesysPlatform, type GenesysPlatform } from '../index.ts';
import { answerJson, startApiServer, type ApiServer, type SeenRequest } from './api-server.ts';
import { testCatalogue } from './catalogue.ts';

/** What a scripted API answers: a status with a body, or just a body (200). Undefined is 404. */
export type Script = (
  request: SeenRequest & { readonly path: string; readonly query: URLSearchParams },
  count: number,
) => { readonly status: number; readonly body?: unknown } | JsonObject | undefined;

/** A platform on a scripted API whose clock jumps over every wait. */
export interface ScriptedPlatform {
  readonly platform: GenesysPlatform;
  readonly server: ApiServer;
  /** `METHOD path body` of every request, in order. */
  readonly log: () => readonly string[];
  readonly close: () => Promise<void>;
}

const everything = {
  grants: [{ division: { id: '*' }, role: { policies: [{ domain: '*', entityName: '*', actions: ['*'] }] } }],
};

/** Starts scripted platforms that may do everything, and closes them `afterEach` test. */
export function scriptsOf(
  afterEach: (close: () => Promise<void>) => void,
  catalogue?: Catalogue,
): (script: Script) => Promise<ScriptedPlatform> {
  const open: ScriptedPlatform[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
  });
  return async (script) => {
    const started = await startScripted(
      (request, count) => (request.path.endsWith('/subjects/me') ? everything : script(request, count)),
      catalogue,
    );
    open.push(started);
    return started;
  };
}

/** Starts a scripted API and a platform on it. */
async function startScripted(script: Script, catalogue: Catalogue = testCatalogue): Promise<ScriptedPlatform> {
  const server = await startApiServer((request, response, count) => {
    const url = new URL(request.url, 'http://relative.invalid');
    const answer = script({ ...request, path: url.pathname, query: url.searchParams }, count);
    if (answer === undefined) return answerJson(response, 404, { message: 'not found' });
    if (typeof answer['status'] === 'number') return answerJson(response, answer['status'], answer['body'] ?? {});
    answerJson(response, 200, answer);
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
  return {
    platform,
    server,
    log: () =>
      server.seen.map((request) => `${request.method} ${request.url}${request.body === '' ? '' : ` ${request.body}`}`),
    close: async () => {
      await platform.close();
      await server.close();
    },
  };
}
