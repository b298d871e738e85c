import { expect, it } from 'vitest';
import { addTallies, emptyTally, formatEnding, readTally, tallySteps } from './tally.ts';

const good = JSON.stringify({ passed: 3, failed: 0, skipped: [] });

it('ends with one plain line, each skip and its reason before it', () => {
  const skipped = [{ name: 'a.test.ts > works', reason: 'needs a network' }];

  expect(formatEnding({ passed: 2, failed: 1, skipped })).toBe(
    'skipped: a.test.ts > works (needs a network)\n2 passed, 1 failed, 1 skipped\n',
  );
});

it('takes the tally of a run that ended well as it is', () => {
  expect(readTally(good, 0)).toEqual({ passed: 3, failed: 0, skipped: [] });
});

it('counts a run that left no tally, or half of one, as a failure', () => {
  expect(readTally(undefined, 0).failed).toBe(1);
  expect(readTally(good.slice(0, 10), 0).failed).toBe(1);
});

it('counts a bad exit without a failed test as a failure', () => {
  expect(readTally(good, 1).failed).toBe(1);
  expect(readTally(good, null).failed).toBe(1);
});

it('does not count a bad exit twice when tests failed', () => {
  expect(readTally(JSON.stringify({ passed: 0, failed: 2, skipped: [] }), 1).failed).toBe(2);
});

it('adds check steps to the tests', () => {
  const sum = addTallies(tallySteps([{ passed: true }, { passed: false }]), { ...emptyTally, passed: 5 });

  expect(sum).toEqual({ passed: 6, failed: 1, skipped: [] });
});
