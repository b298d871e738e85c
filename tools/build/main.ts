import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

const root = join(import.meta.dirname, '../..');
const entry = join(root, 'src/cli/main.ts');

if (existsSync(entry)) {
  const files = Object.entries(await bundle(entry, join(root, 'dist')));
  for (const [name, bytes] of files)
    process.stdout.write(`${String(Math.ceil(bytes / 1024)).padStart(6)} kB  dist/${name}\n`);
} else {
  process.stderr.write(`there is nothing to bundle: ${entry} does not exist\n`);
  process.exitCode = 1;
}
