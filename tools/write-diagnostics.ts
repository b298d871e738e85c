import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectCodes } from './diagnostics/collect.ts';
import { codesText, diagnosticsPage } from './diagnostics/page.ts';

const root = join(import.meta.dirname, '..');
const entries = await collectCodes(root);
const files = [
  { path: 'docs/diagnostics.md', text: diagnosticsPage(entries) },
  // What signalbox explain reads.
  { path: 'src/cli/explanations/codes.json', text: codesText(entries) },
];

for (const { path, text } of files) {
  const file = join(root, path);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    process.stdout.write(`${path} differs from the *ErrorCodes maps:\n${differingLines(file, text)}\n`);
    process.exitCode = 1;
  }
}

function differingLines(file: string, text: string): string {
  const written = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const wanted = text.split('\n');
  const missing = wanted.filter((line) => !written.includes(line)).map((line) => `+ ${line}`);
  const surplus = written.filter((line) => !wanted.includes(line)).map((line) => `- ${line}`);
  return [...missing, ...surplus].join('\n');
}
