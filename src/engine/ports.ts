import type { Artifact, Baseline, BaselineEntry, Json, JsonObject } from '../core/index.ts';
import type { Plan } from '../core/plan/index.ts';
import type { Consumer, ContentSnapshot, LiveObject, TypeListing } from '../core/resource/index.ts';

/** Which organisation the credentials really belong to, and who they are. */
export interface OrganisationIdentity {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** The OAuth client that asks; audits name it. */
  readonly clientId: string;
}

/** One change that the platform recorded. */
export interface AuditEvent {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly action: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly entityName: string;
  /** The OAuth client that did it, or undefined for a person. */
  readonly clientId?: string | undefined;
  /** The person who did it, where the platform names one. */
  readonly user?: { readonly id: string; readonly name: string } | undefined;
  readonly remoteAddress?: string | undefined;
  readonly changes: readonly {
    readonly property: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
}

/** A span of time in ISO instants, end excluded. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** A hold that a person or a newer draft has on an object, which a write would disturb. */
export interface WriteObstacle {
  readonly kind: 'locked' | 'newer-draft';
  readonly holder: string;
  readonly detail: string;
}

/**
 * Reading an organisation. It has no write method, so whatever holds only this can not change anything.
 * Every call throws a `SignalboxError` with an SB4xxx code; see `PlatformFailure` for how to tell them apart.
 */
export interface PlatformReader {
  /** Who we are and where. */
  readonly identify: () => Promise<OrganisationIdentity>;
  /** All live objects of a type, every page. `complete: false` when a permission or division hides some. */
  readonly list: (type: string) => Promise<TypeListing>;
  /**
   * As `list`, page by page, so that a large type is never held whole: each object once, in the platform's order, and
   * complete when every listing it gives is. What is deleted meanwhile may have been shown. Where it is absent, `list` does.
   */
  readonly listPages?: (type: string) => AsyncIterable<TypeListing>;
  /** The facet (one object) or the children of one parent. A parent that is gone gives an empty, complete listing. */
  readonly listPart: (type: string, parentId: string) => Promise<TypeListing>;
  /**
   * All objects of a restorable type that were deleted and are kept, in wire form with their old ids. Where it is absent,
   * nobody can tell.
   */
  readonly listDeleted?: (type: string) => Promise<TypeListing>;
  /** One object, freshly read; undefined when the platform says it is not there (404, 410, state deleted). */
  readonly read: (type: string, id: string) => Promise<LiveObject | undefined>;
  /**
   * As `read`, for looking at what was just written: reads of one type at about the same time may share a request, and may
   * lag a little more. Where it is absent, `read` does.
   */
  readonly readBack?: (type: string, id: string) => Promise<LiveObject | undefined>;
  /** The published content of an object, exported; undefined when nothing was ever published. */
  readonly readContent: (type: string, id: string) => Promise<ContentSnapshot | undefined>;
  /** What live objects use this one, as far as the platform tracks dependencies; undefined where it does not. */
  readonly consumers: (type: string, id: string) => Promise<readonly Consumer[] | undefined>;
  /** Who holds the object against a write, freshly read; empty for most types. */
  readonly obstacles: (type: string, id: string) => Promise<readonly WriteObstacle[]>;
  /** Recorded changes of entities of this type, oldest first. Undefined when audits can not be read. */
  readonly audits: (type: string, interval: Interval, id?: string) => Promise<readonly AuditEvent[] | undefined>;
}

/** What a write may hand over before the part that can not be taken back, so that it can be journalled (a job id). */
export type RecordTicket = (ticket: JsonObject) => Promise<void>;

/** What goes along with a write. */
export interface WriteContext {
  /** Awaited before the write takes effect, for types written through jobs or published after. Never called for others. */
  readonly recordTicket: RecordTicket;
  /** Text of the content field, for types that have one. */
  readonly content?: string | undefined;
  /** For `update` of a facet: the body that was read before, so that only differences are sent. */
  readonly before?: LiveObject | undefined;
}

/**
 * Reading and writing. A write is sent at most once; when its outcome can not be known it throws with
 * `failure: 'unknown'`, and the caller settles by reading.
 */
export interface Platform extends PlatformReader {
  /** Makes an object from a wire body and returns it as answered. */
  readonly create: (type: string, body: JsonObject, context: WriteContext) => Promise<LiveObject>;
  /** Replaces an object's writable fields with the body; sends `version` where the type has one. */
  readonly update: (type: string, id: string, body: JsonObject, context: WriteContext) => Promise<LiveObject>;
  /** Removes an object. Gone already counts as done. */
  readonly remove: (type: string, id: string) => Promise<void>;
  /**
   * Takes what must be awaited right before every request that writes; it throws when nothing may be written any more.
   * A request may wait long for the rate limit after the caller asked for it. Undefined takes it away.
   */
  readonly guardWrites?: (check: (() => Promise<void>) | undefined) => void;
  /** Brings a deleted object of a `restorable` type back under its old id, as it was. Absent: objects are made anew. */
  readonly restore?: (type: string, id: string) => Promise<LiveObject>;
  /**
   * Permissions that this kind of write needs and that the caller holds nowhere. Empty when nothing is missing or it can
   * not be found out; absent where the platform has no permissions.
   */
  readonly lackingPermissions?: (type: string, write: 'create' | 'update' | 'delete') => Promise<readonly string[]>;
  /**
   * Reads the secret behind a reference and keeps nothing of it; throws, without what was read, where a write that carries
   * the reference would fail for it. Absent where nobody stands between references and the platform.
   */
  readonly trySecret?: (reference: string) => Promise<void>;
  /** Settles a write that handed a ticket over: what became of it. A draft that was written is published now. */
  readonly settleTicket: (
    type: string,
    ticket: JsonObject,
  ) => Promise<{ readonly state: 'done'; readonly id: string } | { readonly state: 'failed' | 'running' | 'unknown' }>;
}

/**
 * How a platform error bears on the step, carried as `context.failure` of the thrown `SignalboxError`:
 * `conflict` stale version, nothing written · `rejected` the platform refused, nothing written · `gone` the object is
 * not there · `forbidden` missing permission (named in `context.permissions`) · `unavailable` could not be sent, nothing
 * written · `unknown` sent, outcome not known · `obstructed` held by a person (lock, draft).
 */
export type PlatformFailure = 'conflict' | 'rejected' | 'gone' | 'forbidden' | 'unavailable' | 'unknown' | 'obstructed';

/** Time. `sleep` ends early with an error when the signal aborts. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Fresh, unique, sortable ids (`run_…`). */
export interface IdSource {
  readonly next: (prefix: string) => string;
}

/** Why a run exists. */
export type RunKind = 'deploy' | 'rollback';

/**
 * Where a run stands. `running` and `compensating` are unfinished: somebody holds the lease, or died.
 * `held`: stopped on purpose, keeps claims on its objects.
 */
export type RunState = 'running' | 'compensating' | 'succeeded' | 'compensated' | 'held';

/** One deployment or rollback. */
export interface Run {
  readonly id: string;
  readonly kind: RunKind;
  readonly environment: string;
  readonly state: RunState;
  readonly artifact: Artifact;
  readonly plan: Plan;
  /** The run that this one takes back, for rollbacks. */
  readonly undoes?: string | undefined;
  /** Who started it: a person's name or a client. */
  readonly startedBy: string;
  readonly startedAt: string;
  readonly finishedAt?: string | undefined;
  /** Why it ended as it did, in one sentence. */
  readonly outcome?: string | undefined;
}

/** What a journal row says happened. */
export type JournalPhase = 'intent' | 'ticket' | 'outcome' | 'verified' | 'skipped' | 'failed' | 'finding' | 'held';

/** One row of the journal; rows are only ever added. */
export interface JournalEntry {
  /** Counts from 1 inside a run, without gaps. */
  readonly seq: number;
  readonly direction: 'forward' | 'compensate';
  readonly stepId: string;
  readonly phase: JournalPhase;
  readonly at: string;
  /** Before-image, expected after, ids that hold the key, actual values, reasons; by phase, see the journal's schema. */
  readonly data: JsonObject;
}

/** The right to run in one environment until `expiresAt` (store time, ms). A newer lease has a greater `fence`. */
export interface Lease {
  readonly environment: string;
  readonly holder: string;
  readonly fence: number;
  readonly expiresAt: number;
}

/** An object that a held run keeps to itself. */
export interface Claim {
  readonly environment: string;
  readonly runId: string;
  readonly type: string;
  readonly id: string;
  readonly address: string;
}

/**
 * Durable memory, shared by several processes. When a promise resolves, the fact survives a power cut.
 * Writes that name a lease throw SB5004 (`lease-lost`) when the lease is no longer the newest of its environment or has
 * expired, and then nothing is written.
 */
export interface Store {
  /** Takes the environment's lease; undefined while another holder's lease has not expired longer than `graceMs` ago. */
  readonly acquireLease: (request: {
    readonly environment: string;
    readonly holder: string;
    readonly ttlMs: number;
    readonly graceMs: number;
  }) => Promise<Lease | undefined>;
  /** Prolongs it from now; throws SB5004 when it was lost. */
  readonly renewLease: (lease: Lease, ttlMs: number) => Promise<Lease>;
  /** Gives it back; losing it meanwhile is fine. */
  readonly releaseLease: (lease: Lease) => Promise<void>;
  /** Who holds it, also when expired; undefined when nobody does. */
  readonly readLease: (environment: string) => Promise<Lease | undefined>;

  /** Adds a run; SB5005 when the id is taken. */
  readonly addRun: (lease: Lease, run: Run) => Promise<void>;
  /** Moves a run's state. */
  readonly changeRun: (
    lease: Lease,
    runId: string,
    change: { readonly state: RunState; readonly finishedAt?: string; readonly outcome?: string },
  ) => Promise<void>;
  readonly findRun: (runId: string) => Promise<Run | undefined>;
  /** Newest first; all environments when none is named. */
  readonly listRuns: (filter: {
    readonly environment?: string;
    readonly states?: readonly RunState[];
    readonly artifactDigest?: string;
    readonly limit?: number;
  }) => Promise<readonly Run[]>;

  /** Adds rows atomically. SB5006 when a seq is taken or leaves a gap (somebody else wrote): nothing is written. */
  readonly appendJournal: (lease: Lease, runId: string, entries: readonly JournalEntry[]) => Promise<void>;
  /** All rows of a run in seq order; empty for an unknown run. */
  readonly readJournal: (runId: string) => Promise<readonly JournalEntry[]>;

  /** The environment's baseline; no entries when nothing was ever deployed. */
  readonly readBaseline: (environment: string) => Promise<Baseline>;
  /** Replaces and removes whole entries by address, atomically with the run's end when `finish` is given. */
  readonly writeBaseline: (
    lease: Lease,
    change: {
      readonly put: readonly BaselineEntry[];
      readonly remove: readonly string[];
      readonly finish?: {
        readonly runId: string;
        readonly state: RunState;
        readonly finishedAt: string;
        readonly outcome: string;
      };
    },
  ) => Promise<void>;

  readonly listClaims: (environment: string) => Promise<readonly Claim[]>;
  readonly addClaims: (lease: Lease, claims: readonly Claim[]) => Promise<void>;
  /** Drops all claims of a run. */
  readonly dropClaims: (lease: Lease, runId: string) => Promise<void>;

  /** Keeps a finding (drift, foreign edit in a write's gap) for people to resolve. */
  readonly addFinding: (finding: {
    readonly id: string;
    readonly environment: string;
    readonly runId?: string;
    readonly at: string;
    readonly data: Json;
  }) => Promise<void>;
  readonly listFindings: (
    environment: string,
  ) => Promise<readonly { readonly id: string; readonly at: string; readonly runId?: string; readonly data: Json }[]>;
}

/** A fact about a running operation, for progress bars and event streams. Never needed for correctness. */
export interface EngineEvent {
  readonly at: string;
  readonly kind: string;
  readonly message: string;
  readonly data?: JsonObject | undefined;
}

/** Takes events; must not throw. */
export type EmitEvent = (event: EngineEvent) => void;
