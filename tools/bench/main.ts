import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const [wanted] = process.argv.slice(2);
const names = globSync('bench/*.bench.ts', { cwd: root })
  .map((path) => basename(path, '.bench.ts'))
  .toSorted();
const chosen = wanted === undefined ? names : names.filter((name) => name === wanted);

if (chosen.length === 0) {
  process.stderr.write(`no bench ${wanted ?? 'at all'}; there are: ${names.join(', ') || 'none'}\n`);
  process.exitCode = 1;
}
for (const name of chosen) {
  process.stdout.write(`\n== ${name}\n`);
  const { status, error } = spawnSync(process.execPath, [join('bench', `${name}.bench.ts`)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status === 0) continue;
  process.stdout.write(`bench ${name} failed${error === undefined ? '' : `: ${error.message}`}\n`);
  process.exitCode = 1;
}
