import type { JsonObject } from '../../core/index.ts';
import type { Catalogue, Contents } from '../../core/resource/index.ts';
import {
  currentId,
  isChosen,
  undoSteps,
  type AppliedStep,
  type KeyHolder,
  type RollbackInput,
} from '../../core/rollback/index.ts';
import { foldJournal, textsOf, type RunMemory } from '../journal/index.ts';
import type { Clock, PlatformReader, Run, Store } from '../ports.ts';
import { appliedSteps } from '../run/applied-steps.ts';
import { descriptorOf, type ContentFormats } from '../run/run-context.ts';
import { createKeyHolders, observe, observeLive } from '../steps/index.ts';
import { createUserSearch, type FoundUsers } from './find-users.ts';

/** What planning a rollback needs of the outside. Nothing in it can write to the organisation. */
export interface RollbackPorts {
  readonly reader: PlatformReader;
  readonly store: Pick<Store, 'findRun' | 'readJournal' | 'listRuns' | 'readBaseline'>;
  readonly clock: Clock;
}

/** What the run did and nobody took back, from its journal. */
export interface RunHistory {
  readonly run: Run;
  readonly memory: RunMemory;
  readonly applied: readonly AppliedStep[];
}

/** The history of a run that ended. */
export async function readHistory(ports: RollbackPorts, run: Run): Promise<RunHistory> {
  const memory = foldJournal(run.plan, await ports.store.readJournal(run.id));
  const applied = appliedSteps(run.plan, memory).filter(
    ({ step }) => memory.compensate.get(step.id)?.verified === undefined,
  );
  return { run, memory, applied };
}

/** Old ids of objects that were made anew since the run, by runs that ended. */
export async function readNewIds(ports: RollbackPorts, run: Run): Promise<Readonly<Record<string, string>>> {
  const newIds: Record<string, string> = {};
  const runs = await ports.store.listRuns({
    environment: run.environment,
    states: ['succeeded', 'compensated', 'held'],
  });
  for (const later of runs.filter((other) => other.startedAt >= run.startedAt)) {
    const { bindings } = foldJournal(later.plan, await ports.store.readJournal(later.id));
    for (const [handle, id] of bindings) if (!handle.startsWith('new#')) newIds[handle] = id;
  }
  return newIds;
}

/** What is read of the organisation to plan the rollback of these steps. Users are looked for of what is chosen only. */
export async function readLive(
  ports: RollbackPorts,
  ground: {
    readonly catalogue: Catalogue;
    readonly contentFormats: ContentFormats;
    readonly only?: readonly string[] | undefined;
  },
  history: RunHistory,
  newIds: Readonly<Record<string, string>>,
): Promise<Pick<RollbackInput, 'live' | 'consumers' | 'unsearched' | 'holders' | 'contents'>> {
  const texts = new Map<string, string>([...Object.entries(history.run.plan.contents), ...textsOf(history.memory)]);
  const context = { platform: ports.reader, clock: ports.clock, texts };
  const live: Record<string, JsonObject> = {};
  const users: Record<string, FoundUsers> = {};
  const search = createUserSearch(ports, ground.catalogue);
  const holders: Record<string, readonly KeyHolder[]> = {};
  const keyHolders = createKeyHolders(context);
  for (const step of undoSteps(history.applied, ground.catalogue)) {
    const descriptor = descriptorOf(ground.catalogue, step.type);
    const applied = history.applied.find((entry) => entry.step.id === step.id);
    const id = currentId(newIds, applied?.id ?? step.handle);
    const observed = await observe(context, descriptor, id, true);
    if (observed !== undefined) live[`${step.type} ${id}`] = observed.document;
    if (step.kind === 'delete' && observed !== undefined && isChosen(step, ground.only))
      users[`${step.type} ${id}`] = await search(descriptor, id);
    if (step.kind === 'create' && observed === undefined && descriptor.shape.kind === 'object') {
      const found = await keyHolders.find(descriptor, step.after, false);
      const seen = await Promise.all(
        found.map((object) => observeLive(context, descriptor, { live: object, readAt: '' }, true)),
      );
      holders[step.id] = seen.map((holder) => ({ id: holder.live.id, document: holder.document }));
    }
  }
  return {
    live,
    consumers: mapValues(users, ({ consumers }) => consumers),
    unsearched: mapValues(users, ({ unseen }) => unseen),
    holders,
    contents: Object.fromEntries(texts) satisfies Contents,
  };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
