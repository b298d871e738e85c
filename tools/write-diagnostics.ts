import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectCodes } from './diagnostics/collect.ts';
import { diagnosticsPage } from './diagnostics/page.ts';

const root = join(import.meta.dirname, '..');
const file = join(root, 'docs/diagnostics.md');
const page = diagnosticsPage(await collectCodes(root));

if (!process.argv.includes('--check')) {
  writeFileSync(file, page);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  process.stdout.write(`docs/diagnostics.md differs from the *ErrorCodes maps:\n${differingLines()}\n`);
  process.exitCode = 1;
}

function differingLines(): string {
  const written = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const wanted = page.split('\n');
  const missing = wanted.filter((line) => !written.includes(line)).map((line) => `+ ${line}`);
  const surplus = written.filter((line) => !wanted.includes(line)).map((line) => `- ${line}`);
  return [...missing, ...surplus].join('\n');
}
