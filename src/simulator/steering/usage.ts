/** How often one caller used one operation, by answer status. */
export type UsageCount = {
  readonly clientId: string;
  readonly organisationId: string;
  /** Method and template, for example `GET /api/v2/routing/queues`; `GET (no such operation)` for unknown paths. */
  readonly operation: string;
  /** All requests, those that were refused or dropped too. */
  readonly count: number;
  /** Those of them that the rate limit refused with 429. */
  readonly rateLimited: number;
  /** By answer status; 0 stands for dropped connections. */
  readonly byStatus: Readonly<Record<string, number>>;
};

/** Which counters are meant; all conditions given must hold. */
export type UsageFilter = {
  readonly clientId?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly operation?: string | undefined;
};

/** One answered (or dropped: status 0) request. */
export type LoggedRequest = {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly operation: string;
  readonly clientId: string;
  readonly organisationId: string;
  readonly correlationId: string;
};

/** Counters of every request but those that steer the simulator, and the latest of them. */
export type UsageDesk = {
  readonly record: (request: LoggedRequest) => void;
  readonly counts: (filter?: UsageFilter) => readonly UsageCount[];
  /** The latest requests, oldest first; at most `logSize` of them are kept. */
  readonly latest: () => readonly LoggedRequest[];
  readonly reset: () => void;
};

type Counter = { count: number; byStatus: Record<string, number>; readonly of: LoggedRequest };

/** Counters at zero. */
export function createUsageDesk(logSize: number): UsageDesk {
  const counters = new Map<string, Counter>();
  let log: LoggedRequest[] = [];
  return {
    record: (request) => {
      const key = `${request.organisationId}|${request.clientId}|${request.operation}`;
      const counter = counters.get(key) ?? { count: 0, byStatus: {}, of: request };
      counter.count += 1;
      counter.byStatus[request.status] = (counter.byStatus[request.status] ?? 0) + 1;
      counters.set(key, counter);
      log.push(request);
      if (log.length > logSize * 2) log = log.slice(-logSize);
    },
    counts: (filter = {}) =>
      [...counters.values()]
        .map(({ count, byStatus, of: { clientId, organisationId, operation } }) => ({
          clientId,
          organisationId,
          operation,
          count,
          rateLimited: byStatus['429'] ?? 0,
          byStatus: { ...byStatus },
        }))
        .filter((counter) => isMeant(counter, filter)),
    latest: () => log.slice(-logSize),
    reset: () => {
      counters.clear();
      log = [];
    },
  };
}

function isMeant(counter: UsageCount, filter: UsageFilter): boolean {
  return (
    (filter.clientId === undefined || filter.clientId === counter.clientId) &&
    (filter.organisationId === undefined || filter.organisationId === counter.organisationId) &&
    (filter.operation === undefined || filter.operation === counter.operation)
  );
}
