import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatStep, programEnvironment, runSteps } from '../check/run-steps.ts';
import { steps } from '../check/steps.ts';
import { addTallies, emptyTally, formatEnding, readTally, tallySteps, type Tally } from './tally.ts';

const root = join(import.meta.dirname, '../..');
const filters = process.argv.slice(2);
const startedMs = performance.now();

const tally = await runEverything().catch((error: unknown) => {
  process.stdout.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return { ...emptyTally, failed: 1 };
});
process.stdout.write(`\ntime used: ${((performance.now() - startedMs) / 1000).toFixed(1)} s\n${formatEnding(tally)}`);
process.exitCode = tally.failed === 0 ? 0 : 1;

/** Checks and tests; with filters (`./dev test src/core`) only the tests that match. */
async function runEverything(): Promise<Tally> {
  if (filters.length > 0) return runVitest();
  process.stdout.write('checks, each counted as one test\n');
  const checks = tallySteps(await runSteps(root, steps, (result) => process.stdout.write(formatStep(result))));
  return addTallies(checks, await runVitest());
}

async function runVitest(): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'signalbox-tally-'));
  try {
    const file = join(folder, 'tally.json');
    const exitCode = await spawnVitest(file);
    return readTally(existsSync(file) ? readFileSync(file, 'utf8') : undefined, exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs vitest in the foreground; an interrupt goes to it too, and is then reported like any other bad end. */
function spawnVitest(tallyFile: string): Promise<number | null> {
  const reporters = ['--reporter=default', '--reporter=./tools/test/tally-reporter.ts'];
  const child = spawn('vitest', ['run', ...reporters, ...filters], {
    cwd: root,
    env: { ...programEnvironment(root), SIGNALBOX_TALLY: tallyFile },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stops = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => ({
    signal,
    stop: () => child.kill(signal),
  }));
  for (const { signal, stop } of stops) process.on(signal, stop);
  return new Promise((resolve) => {
    const finish = (exitCode: number | null, reason: string) => {
      for (const { signal, stop } of stops) process.off(signal, stop);
      if (reason !== '') process.stdout.write(`${reason}\n`);
      resolve(exitCode);
    };
    child.on('error', (error) => finish(null, `vitest did not start: ${error.message}`));
    child.on('close', (code, signal) => finish(code, signal === null ? '' : `vitest was ended by ${signal}`));
  });
}
