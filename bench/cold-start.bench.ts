import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { printTable } from './support/print-table.ts';

const rounds = 15;
const root = join(import.meta.dirname, '..');
execFileSync(join(root, 'dev'), ['build'], { stdio: ['ignore', 'ignore', 'inherit'] });

const bundle = join(root, 'dist/signalbox.js');
const commands = { bare: ['-e', '0'], version: [bundle, '--version'], help: [bundle, 'deploy', '--help'] };
const times: Record<keyof typeof commands, number[]> = { bare: [], version: [], help: [] };
// In turns, so that a slow moment of the machine falls on all of them.
for (let round = 0; round < rounds; round++) {
  for (const name of Object.keys(commands) as (keyof typeof commands)[]) times[name].push(elapsedMs(commands[name]));
}

const ratio = (name: keyof typeof commands): number => median(times[name]) / median(times.bare);
printTable('cold start of the release bundle', [
  { figure: '`signalbox --version` ÷ `node -e 0`', measured: ratio('version'), target: '<= 4' },
  { figure: '`signalbox deploy --help` ÷ `node -e 0`', measured: ratio('help'), target: '<= 4' },
]);
if (ratio('version') > 4 || ratio('help') > 4) process.exitCode = 1;

function elapsedMs(args: readonly string[]): number {
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
