import { SignalboxError, type Baseline, type BaselineEntry, type Json } from '../../core/index.ts';
import type { Claim, Clock, JournalEntry, Lease, Run, Store } from '../ports.ts';

type Finding = Parameters<Store['addFinding']>[0];

interface Memory {
  readonly leases: Map<string, { lease: Lease; isReleased: boolean }>;
  readonly runs: Map<string, Run>;
  readonly journals: Map<string, JournalEntry[]>;
  readonly baselines: Map<string, Map<string, BaselineEntry>>;
  readonly findings: Map<string, Finding>;
  claims: readonly Claim[];
}

/**
 * The Store port in memory, on a clock of the caller's: for what is gone with the process, and for tests that run
 * thousands of deployments. Values pass through JSON, as they do in a database.
 */
export function createMemoryStore(clock: Pick<Clock, 'now'>): Store {
  const memory: Memory = {
    leases: new Map(),
    runs: new Map(),
    journals: new Map(),
    baselines: new Map(),
    findings: new Map(),
    claims: [],
  };
  return {
    ...leaseFacts(memory, clock),
    ...runFacts(memory, clock),
    ...journalFacts(memory, clock),
    ...baselineFacts(memory, clock),
    ...claimFacts(memory, clock),
    ...findingFacts(memory),
  };
}

function leaseFacts(
  { leases }: Memory,
  clock: Pick<Clock, 'now'>,
): Pick<Store, 'acquireLease' | 'renewLease' | 'releaseLease' | 'readLease'> {
  return {
    acquireLease: async ({ environment, holder, ttlMs, graceMs }) => {
      const known = leases.get(environment);
      const isFree = known === undefined || known.isReleased || known.lease.holder === holder;
      if (!isFree && known.lease.expiresAt + graceMs >= clock.now()) return undefined;
      const lease = { environment, holder, fence: (known?.lease.fence ?? 0) + 1, expiresAt: clock.now() + ttlMs };
      leases.set(environment, { lease, isReleased: false });
      return lease;
    },
    renewLease: async (lease, ttlMs) => {
      requireLease({ leases }, clock, lease);
      const renewed = { ...lease, expiresAt: clock.now() + ttlMs };
      leases.set(lease.environment, { lease: renewed, isReleased: false });
      return renewed;
    },
    releaseLease: async (lease) => {
      const known = leases.get(lease.environment);
      if (known !== undefined && isSameLease(known.lease, lease)) known.isReleased = true;
    },
    readLease: async (environment) => {
      const known = leases.get(environment);
      return known === undefined || known.isReleased ? undefined : known.lease;
    },
  };
}

function runFacts(
  memory: Memory,
  clock: Pick<Clock, 'now'>,
): Pick<Store, 'addRun' | 'changeRun' | 'findRun' | 'listRuns'> {
  return {
    addRun: async (lease, run) => {
      requireLease(memory, clock, lease);
      if (run.environment !== lease.environment) throw failure('SB5007', `run ${run.id} is of ${run.environment}`);
      if (memory.runs.has(run.id)) throw failure('SB5005', `there is a run ${run.id} already`);
      memory.runs.set(run.id, copy(run));
    },
    changeRun: async (lease, runId, change) => {
      requireLease(memory, clock, lease);
      changeRun(memory, lease, runId, change);
    },
    findRun: async (runId) => {
      const run = memory.runs.get(runId);
      return run === undefined ? undefined : copy(run);
    },
    listRuns: async ({ environment, states, artifactDigest, limit }) =>
      [...memory.runs.values()]
        .reverse()
        .filter((run) => environment === undefined || run.environment === environment)
        .filter((run) => states === undefined || states.includes(run.state))
        .filter((run) => artifactDigest === undefined || run.artifact.digest === artifactDigest)
        .slice(0, limit ?? Infinity)
        .map(copy),
  };
}

function journalFacts(memory: Memory, clock: Pick<Clock, 'now'>): Pick<Store, 'appendJournal' | 'readJournal'> {
  return {
    appendJournal: async (lease, runId, entries) => {
      requireLease(memory, clock, lease);
      requireRun(memory, lease, runId);
      const rows = memory.journals.get(runId) ?? [];
      const wrong = entries.find((entry, index) => entry.seq !== rows.length + 1 + index);
      if (wrong !== undefined)
        throw failure('SB5006', `row ${wrong.seq} of ${runId} can not follow row ${rows.length}`);
      rows.push(...copy(entries));
      memory.journals.set(runId, rows);
    },
    readJournal: async (runId) => copy(memory.journals.get(runId) ?? []),
  };
}

function baselineFacts(memory: Memory, clock: Pick<Clock, 'now'>): Pick<Store, 'readBaseline' | 'writeBaseline'> {
  return {
    readBaseline: async (environment): Promise<Baseline> => {
      const entries = [...(memory.baselines.get(environment) ?? [])].toSorted(([left], [right]) =>
        left < right ? -1 : 1,
      );
      return { environment, entries: copy(Object.fromEntries(entries)) };
    },
    writeBaseline: async (lease, { put, remove, finish }) => {
      requireLease(memory, clock, lease);
      if (finish !== undefined) {
        const { runId, ...change } = finish;
        changeRun(memory, lease, runId, change);
      }
      const entries = new Map(memory.baselines.get(lease.environment));
      for (const address of remove) entries.delete(address);
      for (const entry of put) entries.set(entry.address, copy(entry));
      memory.baselines.set(lease.environment, entries);
    },
  };
}

function claimFacts(memory: Memory, clock: Pick<Clock, 'now'>): Pick<Store, 'listClaims' | 'addClaims' | 'dropClaims'> {
  return {
    listClaims: async (environment) =>
      memory.claims
        .filter((claim) => claim.environment === environment)
        .toSorted((left, right) => (left.address < right.address ? -1 : 1)),
    addClaims: async (lease, claims) => {
      requireLease(memory, clock, lease);
      for (const claim of claims) requireRun(memory, lease, claim.runId);
      const fresh = claims.filter((claim) => !memory.claims.some((known) => isSameClaim(known, claim)));
      memory.claims = [...memory.claims, ...copy(fresh)];
    },
    dropClaims: async (lease, runId) => {
      requireLease(memory, clock, lease);
      memory.claims = memory.claims.filter((claim) => claim.runId !== runId || claim.environment !== lease.environment);
    },
  };
}

function findingFacts({ findings }: Memory): Pick<Store, 'addFinding' | 'listFindings'> {
  return {
    addFinding: async (finding) => {
      if (!findings.has(finding.id)) findings.set(finding.id, copy(finding));
    },
    listFindings: async (environment) =>
      [...findings.values()]
        .filter((finding) => finding.environment === environment)
        .map(({ id, at, runId, data }) => ({ id, at, ...(runId === undefined ? {} : { runId }), data: copy(data) })),
  };
}

function requireLease({ leases }: Pick<Memory, 'leases'>, clock: Pick<Clock, 'now'>, lease: Lease): void {
  const known = leases.get(lease.environment);
  const isHeld = known !== undefined && !known.isReleased && isSameLease(known.lease, lease);
  if (!isHeld || known.lease.expiresAt <= clock.now()) {
    throw failure('SB5004', `${lease.holder} no longer has the lease of ${lease.environment}`);
  }
}

function requireRun(memory: Memory, lease: Lease, runId: string): Run {
  const run = memory.runs.get(runId);
  if (run?.environment === lease.environment) return run;
  throw failure('SB5007', `there is no run ${runId} in ${lease.environment}`);
}

function changeRun(memory: Memory, lease: Lease, runId: string, change: Parameters<Store['changeRun']>[2]): void {
  memory.runs.set(runId, { ...requireRun(memory, lease, runId), ...change });
}

function isSameLease(left: Lease, right: Lease): boolean {
  return left.environment === right.environment && left.holder === right.holder && left.fence === right.fence;
}

function isSameClaim(left: Claim, right: Claim): boolean {
  return left.runId === right.runId && left.type === right.type && left.id === right.id;
}

function copy<T extends object | Json>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function failure(code: string, message: string): SignalboxError {
  return new SignalboxError({ code, message, remedy: 'See the store.' });
}
