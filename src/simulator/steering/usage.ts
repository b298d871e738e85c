/** How often one caller used one operation, by answer status. */
export type UsageCount = {
  readonly clientId: string;
  readonly organisationId: string;
  /** Method and template, for example `GET /api/v2/routing/queues`. */
  readonly operation: string;
  readonly count: number;
  readonly byStatus: Readonly<Record<string, number>>;
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

/** Counters and the latest requests. */
export type UsageDesk = {
  readonly record: (request: LoggedRequest) => void;
  readonly counts: () => readonly UsageCount[];
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
    counts: () =>
      [...counters.values()].map(({ count, byStatus, of }) => ({
        clientId: of.clientId,
        organisationId: of.organisationId,
        operation: of.operation,
        count,
        byStatus: { ...byStatus },
      })),
    latest: () => log.slice(-logSize),
    reset: () => {
      counters.clear();
      log = [];
    },
  };
}
