import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { bundle } from './bundle.ts';

const root = join(import.meta.dirname, '../..');
const entry = join(root, 'src/cli/main.ts');

process.exitCode = await buildRelease();

async function buildRelease(): Promise<number> {
  if (!existsSync(entry)) return fail(`there is nothing to bundle: ${entry} does not exist`);
  try {
    const files = Object.entries(await bundle(entry, join(root, 'dist')));
    for (const [name, bytes] of files) {
      process.stdout.write(`${String(Math.ceil(bytes / 1024)).padStart(6)} kB  dist/${name}\n`);
    }
    return 0;
  } catch (error) {
    return fail(error instanceof Error ? stripVTControlCharacters(error.message) : String(error));
  }
}

function fail(reason: string): number {
  process.stderr.write(`${reason}\n`);
  return 1;
}
