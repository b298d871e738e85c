import { join } from 'node:path';
import { findViolations, formatFindings } from './report.ts';
import { readSources } from './source.ts';

const warnAtLines = 250;

const root = join(import.meta.dirname, '../..');
const sources = readSources(root, ['src', 'scenarios', 'bench', 'tools', 'examples']);
const findings = findViolations(sources);
const long = sources.filter(({ text, path }) => text.split('\n').length > warnAtLines && !path.endsWith('.test.ts'));
for (const { path, text } of long) {
  process.stdout.write(`note: ${path} has ${text.split('\n').length} lines; think of a seam at ${warnAtLines}\n`);
}
if (findings.length > 0) process.stdout.write(`${formatFindings(findings)}\n`);
process.stdout.write(`${sources.length} files, ${findings.length} violations\n`);
process.exitCode = findings.length === 0 ? 0 : 1;
