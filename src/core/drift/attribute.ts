import type { DriftAuthor, DriftFinding, DriftOrigin } from './drift.ts';

/** One change that the platform recorded of one object. */
export interface ChangeRecord {
  /** ISO instant. */
  readonly at: string;
  readonly action: string;
  readonly entityId: string;
  readonly clientId?: string | undefined;
  readonly user?: { readonly id: string; readonly name: string } | undefined;
  readonly remoteAddress?: string | undefined;
}

/** What is known beside the audits of one object. */
export interface Attribution {
  /** Recorded changes since the baseline moved; undefined when they could not be read. */
  readonly records: readonly ChangeRecord[] | undefined;
  /** OAuth clients that are ours. */
  readonly ownClients: readonly string[];
  /** True when a run of ours on this object did not come to its end, or was taken back. */
  readonly hasUnfinishedRun: boolean;
}

/** The finding with who did it and where it comes from. */
export function attributeFinding(finding: Omit<DriftFinding, 'origin' | 'authors'>, known: Attribution): DriftFinding {
  const records = (known.records ?? [])
    .filter(({ entityId }) => entityId === finding.id)
    .toSorted((left, right) => (left.at < right.at ? 1 : -1));
  const foreign = records.filter((record) => !isOwn(record, known.ownClients));
  return {
    ...finding,
    origin: originOf(foreign, known),
    authors: (foreign.length > 0 ? foreign : records).map(toAuthor),
  };
}

function originOf(foreign: readonly ChangeRecord[], known: Attribution): DriftOrigin {
  if (foreign.some((record) => toAuthor(record).kind !== 'platform')) return 'foreign-edit';
  if (foreign.length > 0) return 'platform-change';
  return known.hasUnfinishedRun ? 'partial-deployment' : 'unknown';
}

function isOwn(record: ChangeRecord, ownClients: readonly string[]): boolean {
  return record.clientId !== undefined && ownClients.includes(record.clientId);
}

function toAuthor(record: ChangeRecord): DriftAuthor {
  const base = {
    at: record.at,
    action: record.action,
    ...(record.remoteAddress === undefined ? {} : { remoteAddress: record.remoteAddress }),
  };
  if (record.user !== undefined) return { ...base, kind: 'person', name: record.user.name };
  if (record.clientId !== undefined && record.clientId !== '')
    return { ...base, kind: 'client', name: record.clientId };
  return { ...base, kind: 'platform', name: 'Genesys Cloud' };
}
