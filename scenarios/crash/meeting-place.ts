import { rm } from 'node:fs/promises';
import type { RunReport } from '../../src/engine/index.ts';
import { openTestStore, type TestStore } from '../../src/store/testing/index.ts';
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
import { bundleWorker, startWorker, type Worker } from './start-worker.ts';
import { before, setUp } from './story.ts';

/** A simulator over HTTP and a PostgreSQL where processes meet, with many equal organisations to deploy to. */
export interface MeetingPlace {
  readonly store: TestStore['store'];
  readonly organisations: readonly SimulatedOrganisation[];
  readonly startWorker: () => Worker;
  /** How the organisation is now, and how its run ended. */
  readonly aftermathOf: (organisation: SimulatedOrganisation, report: RunReport | undefined) => Promise<Aftermath>;
  readonly close: () => Promise<void>;
}

const factor = 50;

/** Opens a place with so many organisations, in which everything has happened that comes before the story. */
export async function openMeetingPlace(cases: number): Promise<MeetingPlace> {
  const setting = { epoch: Date.now(), factor };
  const clock = createFastClock(setting);
  const [program, store, template] = await Promise.all([bundleWorker(), openTestStore(), stateAfter(before, setUp)]);
  const { simulator, organisation: original } = createSimulated(clock, 'acme');
  const names = Array.from({ length: cases }, (_, index) => `case ${index}`);
  const { state, organisations } = cloneOrganisation(template, original, names);
  simulator.load(state);
  const server = await simulator.listen({ port: 0 });
  const known = template.organisations[0]?.audits.length ?? 0;
  return {
    store: store.store,
    organisations,
    startWorker: () => startWorker(program, { url: server.url, clock: setting }, store.environment),
    aftermathOf: async (organisation, report) => {
      const exchange = createInProcessExchange(simulator, { clock, timeoutMs: 30_000 });
      const reader = openPlatform({ organisation, url: inProcessUrl, clock, intercept: () => exchange });
      return {
        ending: await endingOf(store.store, organisation.name, report),
        organisation: await readCanonical(reader),
        written: writtenBy(simulator.organisation(organisation.name), organisation, known),
      };
    },
    close: async () => {
      await server.close();
      await rm(program);
      await store.close();
    },
  };
}
