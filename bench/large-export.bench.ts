import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../src/catalog/index.ts';
import { printTable } from './support/print-table.ts';
import { peakReporter } from './support/report-peak.ts';
import { serve, type Serving } from './support/simulator/serve.ts';

const limitMegabytes = 300;
/** So that 100,000 of the types below are among them. */
const objects = 148_000;
/** What a made-up organisation mostly consists of, without parts: each parent would cost a request. */
const types = ['user', 'routing_queue', 'routing_skill', 'routing_wrapupcode', 'group'];

if (process.argv[2] === 'serve') await serve(objects);
else await measure();

async function measure(): Promise<void> {
  const child = fork(import.meta.filename, ['serve', String(objects)]);
  const [{ url }] = (await once(child, 'message')) as [Serving];
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-bench-'));
  try {
    await writeProject(directory, url);
    const first = await runExport(directory, url);
    const again = await runExport(directory, url);
    report(first, again);
  } finally {
    rmSync(directory, { recursive: true, force: true });
    child.disconnect();
  }
}

interface Exported {
  readonly seconds: number;
  readonly peakMegabytes: number;
  /** For pages of the exported types. */
  readonly requests: number;
  /** For names of what they point at, and for who we are. */
  readonly furtherRequests: number;
  readonly documents: number;
  readonly written: number;
  readonly pages: number;
}

async function runExport(directory: string, url: string): Promise<Exported> {
  await fetch(`${url}/simulator/usage`, { method: 'DELETE' });
  const peak = join(directory, 'peak');
  const main = join(import.meta.dirname, '../src/cli/main.ts');
  const args = ['export', '--env', 'bench', '--type', ...types, '--format', 'json', '--project', directory];
  const startedAt = performance.now();
  const running = spawn(process.execPath, ['--import', peakReporter, main, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, BENCH_PEAK_FILE: peak },
  });
  let text = '';
  running.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const [code] = (await once(running, 'close')) as [number];
  if (code !== 0) throw new Error(`the export ended with ${code}`);
  const seconds = (performance.now() - startedAt) / 1000;
  const summary = JSON.parse(text) as {
    readonly written: number;
    readonly types: readonly { readonly type: string; readonly documents: number }[];
  };
  return {
    seconds,
    peakMegabytes: Number(readFileSync(peak, 'utf8')) / 1024,
    ...(await countRequests(url)),
    documents: summary.types.reduce((sum, { documents }) => sum + documents, 0),
    written: summary.written,
    pages: summary.types.reduce(
      (sum, { type, documents }) => sum + Math.ceil(documents / (catalogue.find(type)?.api.list.pageSize ?? 1)),
      0,
    ),
  };
}

/** Requests of the platform's API since the counters were reset. */
async function countRequests(url: string): Promise<Pick<Exported, 'requests' | 'furtherRequests'>> {
  const answer = await fetch(`${url}/simulator/usage`);
  const counts = (await answer.json()) as readonly { readonly operation: string; readonly count: number }[];
  const lists = new Set(types.map((type) => `GET ${catalogue.find(type)?.api.list.path ?? ''}`));
  const [requests, furtherRequests] = [true, false].map((isList) =>
    counts
      .filter(({ operation }) => operation.includes('/api/v2/') && lists.has(operation) === isList)
      .reduce((sum, { count }) => sum + count, 0),
  );
  return { requests: requests ?? 0, furtherRequests: furtherRequests ?? 0 };
}

async function writeProject(directory: string, url: string): Promise<void> {
  const answer = await fetch(`${url}/simulator/organisations`);
  const [organisation] = (await answer.json()) as readonly { readonly id: string }[];
  const head = (kind: string, name: string): string =>
    `apiVersion: signalbox/v1\nkind: ${kind}\nmetadata: { name: ${name} }\n`;
  mkdirSync(join(directory, 'environments'));
  writeFileSync(join(directory, 'signalbox.yaml'), `${head('Project', 'bench')}environments: [bench]\n`);
  writeFileSync(join(directory, 'read.json'), JSON.stringify({ clientId: 'bench', clientSecret: 'bench-secret' }));
  writeFileSync(
    join(directory, 'environments/bench.yaml'),
    `${head('Environment', 'bench')}organisation: { id: ${organisation?.id}, region: mypurecloud.ie }
connection:
  apiUrl: ${url}
  credentials: { read: file:read.json }
  apiBudget: { requestsPerMinute: 1000000, reserve: 0 }
`,
  );
}

function report(first: Exported, again: Exported): void {
  printTable('export of a large organisation by the command line, simulator in its own process', [
    { figure: 'objects exported', measured: first.documents, target: '>= 100000' },
    { figure: 'MB of memory at most, files written', measured: first.peakMegabytes, target: `< ${limitMegabytes}` },
    { figure: 'MB of memory at most, files compared', measured: again.peakMegabytes, target: `< ${limitMegabytes}` },
    { figure: 'requests for pages', measured: first.requests, target: `${first.pages}: each page once` },
    { figure: 'requests for names of what they point at', measured: first.furtherRequests, target: 'none' },
    { figure: 'files written again by a second export', measured: again.written, target: '0' },
    { figure: 'seconds of the second export ÷ of the first', measured: again.seconds / first.seconds, target: 'none' },
    { figure: 'seconds of the first', measured: first.seconds, target: 'none' },
  ]);
  const isMissed =
    first.documents < 100_000 ||
    Math.max(first.peakMegabytes, again.peakMegabytes) >= limitMegabytes ||
    first.requests > first.pages ||
    again.written > 0;
  if (isMissed) process.exitCode = 1;
}
