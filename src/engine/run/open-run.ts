import type { EnvironmentRules } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import type { TestRunners } from '../assertions/runners.ts';
import { createAnnounce, type Announce } from '../events/index.ts';
import { createJournalWriter, foldJournal, textsOf } from '../journal/index.ts';
import { createTimeLimit } from '../gates/time-limit.ts';
import type { LeaseGuard, Leasing } from '../lease/index.ts';
import type { Clock, EmitEvent, IdSource, JournalEntry, OrganisationIdentity, Platform, Run, Store } from '../ports.ts';
import { createKeyHolders, createLeavingTest } from '../steps/index.ts';
import type { ContentFormats, RunContext } from './run-context.ts';

/** What deploying, resuming and rolling back need of the outside. */
export interface DeployPorts {
  readonly platform: Platform;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
  readonly leasing: Leasing;
  /**
   * Aborted when the run is to come to rest: nothing new starts, what is under way is finished and verified, and the run
   * stays unfinished, to be resumed (SB3023).
   */
  readonly stop?: AbortSignal | undefined;
  /** What tests may do besides reading the organisation; nothing when absent. */
  readonly testRunners?: TestRunners | undefined;
  /** Steps that read and write at the same time; 8 when absent. */
  readonly concurrency?: number | undefined;
  /** True where a step that fails ends only what depends on it, and the rest is done before the run ends. */
  readonly keepsGoing?: boolean | undefined;
}

/** Where a run works and what it knows. */
export interface RunGround {
  readonly environment: EnvironmentRules;
  readonly catalogue: Catalogue;
  readonly contentFormats: ContentFormats;
}

/** A run that may go on: its lease is held, its journal is folded. */
export function openRun(
  ports: DeployPorts,
  ground: RunGround,
  opened: {
    readonly run: Run;
    readonly entries: readonly JournalEntry[];
    readonly lease: LeaseGuard;
    readonly identity: OrganisationIdentity;
  },
): RunContext {
  const { run, entries, lease, identity } = opened;
  const announce: Announce = createAnnounce(ports.clock, ports.emit);
  const memory = foldJournal(run.plan, entries);
  const texts = new Map([...Object.entries({ ...run.artifact.contents, ...run.plan.contents }), ...textsOf(memory)]);
  const context = {
    ...ground,
    platform: ports.platform,
    store: ports.store,
    clock: ports.clock,
    ids: ports.ids,
    announce,
    run,
    lease,
    memory,
    texts,
  };
  return {
    ...context,
    clientId: identity.clientId,
    journal: createJournalWriter(ports, lease, run.id, memory),
    keyHolders: createKeyHolders(ports),
    isLeaving: createLeavingTest(run.plan, memory),
    concurrency: ports.concurrency ?? 8,
    keepsGoing: ports.keepsGoing === true,
    stop: ports.stop,
    testRunners: ports.testRunners ?? {},
    isStopAsked: () => ports.stop?.aborted === true,
    timeLimit: createTimeLimit(ports.clock, ground.environment, run),
  };
}
