import { SignalboxError, type ErrorCodeMeaning, type ErrorContext } from '../core/index.ts';

/** What each of the store's error codes means and what to do about it. */
export const storeErrorCodes = {
  SB5001: {
    summary: 'The store could not be reached.',
    remedy:
      'Check DATABASE_URL: host, port, user, password and that PostgreSQL runs. Without DATABASE_URL the embedded store is used.',
  },
  SB5002: {
    summary: 'The connection to the store broke during an operation; whether its last write counts is not known.',
    remedy: 'Run the command again: an unfinished run is resumed from what the journal says.',
  },
  SB5003: {
    summary: 'PostgreSQL refused an operation.',
    remedy: 'Read what PostgreSQL said. If the rights of the database user are fine, report it with this message.',
  },
  SB5004: {
    summary: 'The lease of the environment was lost: it expired, or another process took it over. Nothing was written.',
    remedy: 'See who runs in this environment with `signalbox history`; resume the run when nobody does.',
  },
  SB5005: { summary: 'A run with this id exists already.', remedy: 'Start the run again; it gets a fresh id.' },
  SB5006: {
    summary:
      'A journal row is taken already, or a row before it is missing: somebody else wrote to the run. Nothing was written.',
    remedy: 'Stop this process and resume the run; resuming reads the journal afresh.',
  },
  SB5007: {
    summary: 'The store knows no such run in this environment.',
    remedy: 'List the runs with `signalbox history`; check that the command uses the store the run was made in.',
  },
  SB5008: {
    summary: 'A text holds characters that the store can not keep (U+0000, or half of a surrogate pair).',
    remedy: 'Rename the object, or correct the text that the message names.',
  },
  SB5009: {
    summary: 'A row of the store is not what this version of Signalbox writes.',
    remedy: 'Nobody but Signalbox may change its tables. Restore the database from a backup.',
  },
  SB5010: {
    summary: 'The store was made by a newer version of Signalbox.',
    remedy: 'Use that version or a later one, or another store.',
  },
  SB5011: {
    summary: 'PostgreSQL for the embedded store is missing or does not run on this machine.',
    remedy:
      'Install the packages again with their install scripts allowed, name the bin directory of a PostgreSQL 14 or later in SIGNALBOX_POSTGRES_BIN, or set DATABASE_URL.',
  },
  SB5012: {
    summary: 'PostgreSQL does not run as root, and no other account is there to run it.',
    remedy:
      'Run Signalbox as an ordinary user, add a user `postgres` (useradd --system postgres), or set DATABASE_URL.',
  },
  SB5013: {
    summary: "The embedded store's directory can not be used.",
    remedy: 'Run Signalbox as the user who owns the directory, give that user the rights, or set DATABASE_URL.',
  },
  SB5014: {
    summary: 'The disk under the store is full.',
    remedy: 'Free space on that disk and run the command again; everything acknowledged so far is kept.',
  },
  SB5015: {
    summary: 'The embedded PostgreSQL did not start.',
    remedy: 'Read the end of its log, quoted in the message; the whole log lies in the directory of the store.',
  },
  SB5016: {
    summary: "The embedded store's data was made by another major version of PostgreSQL.",
    remedy: 'Name the bin directory of that version in SIGNALBOX_POSTGRES_BIN.',
  },
  SB5017: {
    summary: 'The store took too long to answer.',
    remedy: 'See what keeps PostgreSQL busy (pg_stat_activity), then run the command again.',
  },
  SB5018: {
    summary: 'DATABASE_URL is not a PostgreSQL address.',
    remedy: 'Write it as postgresql://user:password@host:5432/database, or with ?host=/directory for a Unix socket.',
  },
} as const satisfies Readonly<Record<string, ErrorCodeMeaning>>;

/** A code of the store. */
export type StoreErrorCode = keyof typeof storeErrorCodes;

/** The store's error of that code, with the remedy that the code has. */
export function storeError(
  code: StoreErrorCode,
  message: string,
  detail: { readonly context?: ErrorContext; readonly cause?: unknown } = {},
): SignalboxError<StoreErrorCode> {
  return new SignalboxError({ code, message, remedy: storeErrorCodes[code].remedy, ...detail });
}
