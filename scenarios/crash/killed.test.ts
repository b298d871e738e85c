/* oxlint-disable vitest/no-conditional-expect, vitest/valid-expect -- the second argument says which of many cases failed */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SimulatedOrganisation } from '../world/index.ts';
import { openMeetingPlace, type MeetingPlace } from './meeting-place.ts';
import type { WorkerAnswer } from './worker.ts';

/** More than there are boundaries. */
const cases = 240;
let place: MeetingPlace;

beforeAll(async () => {
  place = await openMeetingPlace(cases);
});

afterAll(() => place.close());

/** The process is known to be dead, so nobody waits for its lease to run out. */
async function endLease(environment: string): Promise<void> {
  const lease = await place.store.readLease(environment);
  if (lease !== undefined) await place.store.releaseLease(lease);
}

interface Left {
  readonly boundary: number;
  readonly organisation: SimulatedOrganisation;
}

type Check = (left: Left, answer: WorkerAnswer | undefined) => Promise<void>;

/** Lets one process after the other resume what its predecessor left, and be killed in a deployment of its own. */
async function relay(boundaries: readonly number[], check: Check): Promise<void> {
  let left: Left | undefined;
  for (const boundary of boundaries) {
    const worker = place.startWorker();
    if (left !== undefined) await check(left, await resumeBy(worker, left));
    const organisation = place.organisations[boundary];
    if (organisation === undefined) throw new Error(`there is no organisation ${boundary}`);
    const process = `${organisation.name} a`;
    const answer = await worker.ask({ do: 'perform', act: 'deployment', organisation, process, diesAt: boundary });
    expect(answer, `the process was to die at boundary ${boundary}`).toBeUndefined();
    left = { boundary, organisation };
  }
  const last = place.startWorker();
  if (left !== undefined) await check(left, await resumeBy(last, left));
  await last.end();
}

async function resumeBy(
  worker: ReturnType<MeetingPlace['startWorker']>,
  { organisation }: Left,
): Promise<WorkerAnswer | undefined> {
  await endLease(organisation.name);
  return worker.ask({ do: 'resume', act: 'deployment', organisation, process: `${organisation.name} b` });
}

it('a deployment whose process is killed at any boundary is brought to its end by the next process', async () => {
  const [plain] = place.organisations;
  if (plain === undefined) throw new Error('there is no organisation');
  const start = await place.aftermathOf(plain, undefined);
  const worker = place.startWorker();
  const answer = await worker.ask({ do: 'perform', act: 'deployment', organisation: plain, process: 'undisturbed' });
  await worker.end();
  const wanted = await place.aftermathOf(plain, answer?.report);
  expect(wanted.ending, answer?.message).toBe('succeeded');
  const names = answer?.passed ?? [];

  // One step at a time: nothing durable lies between the end of one write and the beginning of the next, so the side
  // after each is enough here. Both sides are played in process.
  const numbers = names.flatMap((name, index) => (index === 0 || name.startsWith('after') ? [index + 1] : []));
  const lanes = [0, 1].map((lane) => numbers.filter((number) => numbers.indexOf(number) % 2 === lane));
  const check: Check = async ({ boundary, organisation }, resumed) => {
    const found = await place.aftermathOf(organisation, resumed?.report);
    const where = `boundary ${boundary}, ${names[boundary - 1] ?? ''}: ${resumed?.message ?? resumed?.report?.outcome ?? ''}`;
    expect(found, where).toEqual(boundary === 1 ? start : wanted);
  };
  await Promise.all(lanes.map((lane) => relay(lane, check)));
}, 400_000);
