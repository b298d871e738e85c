/* oxlint-disable vitest/valid-expect -- the second argument says which of many cases failed */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimulatedOrganisation } from '../world/index.ts';
import { openMeetingPlace, type MeetingPlace } from './meeting-place.ts';
import type { WorkerAnswer } from './worker.ts';

const leasing = { ttlMs: 2_000, requestTimeoutMs: 500 };
let place: MeetingPlace;

beforeAll(async () => {
  place = await openMeetingPlace(4);
});

afterAll(() => place.close());

/** Resumes as soon as the lease of the process that does not answer has run out. */
async function takeOver(
  organisation: SimulatedOrganisation,
): Promise<{ readonly refused: readonly (string | undefined)[]; readonly answer: WorkerAnswer | undefined }> {
  const worker = place.startWorker();
  const refused: (string | undefined)[] = [];
  for (;;) {
    const answer = await worker.ask({
      do: 'resume',
      act: 'deployment',
      organisation,
      process: `${organisation.name} b`,
      leasing,
    });
    if (answer?.code !== 'SB3001') {
      await worker.end();
      return { refused, answer };
    }
    refused.push(answer.code);
    await sleep(200);
  }
}

describe.concurrent('a process that was paused and given up for dead', () => {
  it.each([
    { where: 'right after an intent is durable', index: 1, boundary: /^after appendJournal .* intent$/u, nth: 4 },
    { where: 'right after a write took effect', index: 2, boundary: /^after (POST|PUT|DELETE) /u, nth: 3 },
    {
      where: 'right before an outcome is journalled',
      index: 3,
      boundary: /^before appendJournal .* outcome$/u,
      nth: 7,
    },
  ])('$where, writes nothing more when it goes on', async ({ index, boundary, nth }) => {
    const [plain] = place.organisations;
    const organisation = place.organisations[index];
    if (plain === undefined || organisation === undefined) throw new Error('there is no organisation');
    const paused = place.startWorker();
    const pausesAt = { pattern: boundary.source, nth };
    const pause = await paused.ask({
      do: 'perform',
      act: 'deployment',
      organisation,
      process: `${organisation.name} a`,
      leasing,
      pausesAt,
    });
    expect(pause?.isPaused).toBe(true);

    const { refused, answer } = await takeOver(organisation);
    expect(refused.length).toBeGreaterThan(0);
    expect(answer?.report?.ending, answer?.message).toBe('succeeded');
    const after = await place.aftermathOf(organisation, answer?.report);
    const journal = await place.store.readJournal(answer?.report?.runId ?? '');

    const awoken = await paused.goOn();
    await paused.end();
    expect(awoken?.code).toBe('SB3008');
    expect(await place.aftermathOf(organisation, answer?.report)).toEqual(after);
    expect(await place.store.readJournal(answer?.report?.runId ?? '')).toEqual(journal);
    expect(
      Object.entries(after.written).filter(([what, count]) => /^(Create|Delete|Publish)/u.test(what) && count !== 1),
    ).toEqual([]);
  });
});
