import { hasPassed, runTests } from '../assertions/index.ts';
import { waveStepId } from '../journal/index.ts';
import type { WaveData } from '../journal/index.ts';
import type { TestResult } from '../report.ts';
import type { Work } from '../steps/index.ts';
import type { RunContext } from '../run/run-context.ts';
import { restingClock } from '../run/resting.ts';

/**
 * What lies between two waves: the tests for every wave, and the pause. Both are journalled before the pause, so that a
 * resumed run waits for what is left of it and repeats no test. Gives the tests that ran.
 */
export async function passBetweenWaves(
  context: RunContext,
  wave: number,
  late: readonly Work[],
): Promise<readonly TestResult[]> {
  const ended = context.memory.waves.get(wave) ?? (await endWave(context, wave, late));
  if (hasPassed(ended.tests)) await pause(context, Date.parse(ended.pauseUntil));
  return ended.tests;
}

async function endWave(context: RunContext, wave: number, late: readonly Work[]): Promise<WaveData> {
  const tests = await runTests(context, late, wave);
  const pauseMs = (context.environment.gates?.waves?.pauseMinutes ?? 0) * 60_000;
  const pauseUntil = new Date(context.clock.now() + pauseMs).toISOString();
  const data = { wave, tests, pauseUntil };
  const isFine = hasPassed(tests);
  await context.journal.write({
    direction: 'forward',
    stepId: waveStepId(wave),
    phase: isFine ? 'verified' : 'failed',
    data,
  });
  const waves = context.run.plan.waves?.length ?? 1;
  const then = pauseMs > 0 && isFine ? `; the next begins at ${pauseUntil}` : '';
  context.announce('wave-finished', `wave ${wave} of ${waves} is verified${then}`, {
    wave,
    waves,
    ...(pauseMs > 0 && isFine ? { pauseUntil } : {}),
  });
  return data;
}

/** Waits, unless the run's time is up before; SB3023 when it is asked to stop, SB3008 when the lease is lost meanwhile. */
async function pause(context: RunContext, until: number): Promise<void> {
  const end = Math.min(until, context.timeLimit.endsAt ?? until);
  await restingClock(context).sleep(end - context.clock.now());
}
