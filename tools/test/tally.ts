/** A test that did not run, and why. */
export interface Skip {
  readonly name: string;
  readonly reason: string;
}

/** What a run of tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skip[];
}

/** The tally of nothing. */
export const emptyTally: Tally = { passed: 0, failed: 0, skipped: [] };

/** Adds two tallies. */
export function addTallies(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: [...a.skipped, ...b.skipped] };
}

/** Counts check steps as tests: one each. */
export function tallySteps(results: readonly { readonly passed: boolean }[]): Tally {
  const passed = results.filter((result) => result.passed).length;
  return { ...emptyTally, passed, failed: results.length - passed };
}

/**
 * The tally that a vitest run left as JSON (`text` undefined: it left none).
 * A run that ended badly without a failed test counts as one failure, so that a crash is never a pass.
 */
export function readTally(text: string | undefined, exitCode: number | null): Tally {
  const tally = text === undefined ? { ...emptyTally, failed: 1 } : parseTally(text);
  const endedBadly = exitCode !== 0 && tally.failed === 0;
  return endedBadly ? { ...tally, failed: 1 } : tally;
}

function parseTally(text: string): Tally {
  try {
    return JSON.parse(text) as Tally;
  } catch {
    return { ...emptyTally, failed: 1 };
  }
}

/** The end of `./dev test`: each skip with its reason, then the one plain line. Nothing may be printed after it. */
export function formatEnding(tally: Tally): string {
  const skips = tally.skipped.map(({ name, reason }) => `skipped: ${name} (${reason})\n`);
  return `${skips.join('')}${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped\n`;
}
