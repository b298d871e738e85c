import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../../src/store/testing/index.ts';
import type { Listening, Simulator } from '../../src/simulator/index.ts';
import {
  cloneOrganisation,
  createFastClock,
  createInProcessExchange,
  createSimulated,
  inProcessUrl,
  openPlatform,
  readCanonical,
  stateAfter,
  writtenBy,
  type SimulatedOrganisation,
} from '../world/index.ts';
import { endingOf, type Aftermath } from './aftermath.ts';
import { bundleWorker, startWorker } from './start-worker.ts';
import { before } from './story.ts';
import type { Meeting, WorkerAnswer } from './worker.ts';

const clock = { epoch: Date.now(), factor: 50 };
/** More than there are boundaries. */
const cases = 160;

let program: string;
let store: TestStore;
let simulator: Simulator;
let server: Listening;
let meeting: Meeting;
let organisations: readonly SimulatedOrganisation[];
let auditsBefore = 0;

beforeAll(async () => {
  program = await bundleWorker();
  store = await openTestStore();
  const template = await stateAfter(before);
  const simulated = createSimulated(createFastClock(clock), 'acme');
  simulator = simulated.simulator;
  const names = Array.from({ length: cases }, (_, index) => `case ${index}`);
  const cloned = cloneOrganisation(template, simulated.organisation, names);
  simulator.load(cloned.state);
  organisations = cloned.organisations;
  auditsBefore = template.organisations[0]?.audits.length ?? 0;
  server = await simulator.listen({ port: 0 });
  meeting = { url: server.url, clock };
});

afterAll(async () => {
  await server.close();
  await store.close();
});

async function aftermathOf(organisation: SimulatedOrganisation, answer: WorkerAnswer | undefined): Promise<Aftermath> {
  const own = createFastClock(clock);
  const travel = { clock: own, timeoutMs: 30_000 };
  const reader = openPlatform({ organisation, url: inProcessUrl, clock: own, intercept: () => createInProcessExchange(simulator, travel) });
  const handle = simulator.organisation(organisation.name);
  return {
    ending: await endingOf(store.store, organisation.name, answer?.report),
    organisation: await readCanonical(reader),
    written: writtenBy(handle, organisation, auditsBefore),
  };
}

/** The process is known to be dead, so nobody waits for its lease to run out. */
async function endLease(environment: string): Promise<void> {
  const lease = await store.store.readLease(environment);
  if (lease !== undefined) await store.store.releaseLease(lease);
}

/** Lets one process after the other resume what its predecessor left, and die in a deployment of its own. */
async function relay(boundaries: readonly number[], check: (boundary: number, organisation: SimulatedOrganisation, answer: WorkerAnswer | undefined) => Promise<void>): Promise<void> {
  let left: { readonly boundary: number; readonly organisation: SimulatedOrganisation } | undefined;
  for (const boundary of [...boundaries, undefined]) {
    const worker = startWorker(program, meeting, store);
    if (left !== undefined) {
      await endLease(left.organisation.name);
      const { organisation } = left;
      const answer = await worker.ask({ do: 'resume', act: 'deployment', organisation, process: `${organisation.name} b` });
      await check(left.boundary, organisation, answer);
    }
    const organisation = boundary === undefined ? undefined : organisations[boundary];
    if (boundary === undefined || organisation === undefined) {
      await worker.end();
      return;
    }
    const answer = await worker.ask({ do: 'perform', act: 'deployment', organisation, process: `${organisation.name} a`, diesAt: boundary });
    expect(answer, `the process was to die at boundary ${boundary}`).toBeUndefined();
    left = { boundary, organisation };
  }
}

it('a deployment whose process is killed at any boundary is brought to its end by the next process', async () => {
  const [plain] = organisations;
  if (plain === undefined) throw new Error('there is no organisation');
  const worker = startWorker(program, meeting, store);
  const start = await aftermathOf(plain, undefined);
  const answer = await worker.ask({ do: 'perform', act: 'deployment', organisation: plain, process: 'undisturbed' });
  await worker.end();
  const wanted = await aftermathOf(plain, answer);
  expect(wanted.ending).toBe('succeeded');
  const names = answer?.passed ?? [];
  expect(names.length).toBeLessThan(cases);

  const numbers = names.map((_, index) => index + 1);
  const lanes = [0, 1].map((lane) => numbers.filter((number) => number % 2 === lane));
  await Promise.all(
    lanes.map((lane) =>
      relay(lane, async (boundary, organisation, resumed) => {
        const found = await aftermathOf(organisation, resumed);
        expect(found, `boundary ${boundary}, ${names[boundary - 1] ?? ''}: ${resumed?.message ?? resumed?.report?.outcome ?? ''}`).toEqual(boundary === 1 ? start : wanted);
      }),
    ),
  );
});
