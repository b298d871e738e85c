import { join } from 'node:path';
import { formatStep, runSteps } from './run-steps.ts';
import { steps } from './steps.ts';

const root = join(import.meta.dirname, '../..');
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !steps.some((step) => step.name === name));

if (unknown === undefined) {
  const chosen = wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.includes(name));
  const results = await runSteps(root, chosen, (result) => process.stdout.write(formatStep(result)));
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
} else {
  process.stderr.write(`no step '${unknown}'; there are: ${steps.map(({ name }) => name).join(', ')}\n`);
  process.exitCode = 1;
}
