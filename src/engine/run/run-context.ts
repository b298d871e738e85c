import type { EnvironmentRules, Json } from '../../core/index.ts';
import type { Catalogue, ResourceDescriptor } from '../../core/resource/index.ts';
import { engineError } from '../errors.ts';
import type { Announce } from '../events/index.ts';
import type { TestRunners } from '../assertions/runners.ts';
import type { TimeLimit } from '../gates/time-limit.ts';
import type { JournalWriter, RunMemory } from '../journal/index.ts';
import type { LeaseGuard } from '../lease/index.ts';
import type { KeyHolders } from '../steps/key-holders.ts';
import type { LeavingTest } from '../steps/leaving.ts';
import type { Clock, IdSource, Platform, Run, Store } from '../ports.ts';

/** How a format of content is parsed for comparison, by `ContentRule.format`. */
export type ContentFormats = Readonly<Record<string, (text: string) => Json>>;

/** All that the parts of a running deployment share. */
export interface RunContext {
  readonly platform: Platform;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly announce: Announce;
  readonly run: Run;
  readonly environment: EnvironmentRules;
  readonly catalogue: Catalogue;
  readonly contentFormats: ContentFormats;
  /** The OAuth client of our own writes, to tell them from foreign ones. */
  readonly clientId: string;
  readonly lease: LeaseGuard;
  readonly journal: JournalWriter;
  readonly memory: RunMemory;
  /** Texts by digest: those of the plan and every one read so far. */
  readonly texts: Map<string, string>;
  /** Who holds a key, for creations. */
  readonly keyHolders: KeyHolders;
  /** True for the id of an object whose key this run took away already. */
  readonly isLeaving: LeavingTest;
  /** Aborted once the run is to come to rest. */
  readonly stop?: AbortSignal | undefined;
  /** Until when steps may start. */
  readonly timeLimit: TimeLimit;
  /** What tests may do besides reading. */
  readonly testRunners: TestRunners;
  /** True once the run is to come to rest. */
  readonly isStopAsked: () => boolean;
  /** Steps that read and write at the same time. */
  readonly concurrency: number;
  /** True where a step that fails ends only what depends on it. */
  readonly keepsGoing: boolean;
}

/** The descriptor of a type in the plan; SB3013 when the catalogue does not know it. */
export function descriptorOf(catalogue: Catalogue, type: string): ResourceDescriptor {
  const descriptor = catalogue.find(type);
  if (descriptor === undefined)
    throw engineError('SB3013', `The catalogue has no type ${type}.`, { context: { type } });
  return descriptor;
}

/** The clock's time as an ISO instant. */
export function nowIso(clock: Pick<Clock, 'now'>): string {
  return new Date(clock.now()).toISOString();
}
