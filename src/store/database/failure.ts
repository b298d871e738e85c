import pg from 'pg';
import { SignalboxError } from '../../core/index.ts';
import { storeError } from '../errors.ts';

const sqlStates = {
  uniqueViolation: '23505',
  diskFull: '53100',
  queryCanceled: '57014',
  lockNotAvailable: '55P03',
} as const;

/** True when PostgreSQL refused a row because its key is there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === sqlStates.uniqueViolation;
}

/** True when the session is gone: the server closed it, is stopping or starting, or the socket broke. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return /^(08|57P0)/.test(error.code ?? '');
  return (
    error instanceof Error && (error.constructor === Error || 'syscall' in error || error instanceof AggregateError)
  );
}

/** The coded error for whatever an operation threw; coded errors pass as they are, and so do our own bugs. */
export function toStoreError(error: unknown): unknown {
  if (error instanceof SignalboxError) return error;
  if (isConnectionLoss(error)) {
    return storeError('SB5002', `The connection to the store broke: ${messageOf(error)}`, { cause: error });
  }
  if (!(error instanceof pg.DatabaseError)) return error;
  if (error.code === sqlStates.diskFull) {
    return storeError('SB5014', `PostgreSQL says: ${error.message}`, { cause: error });
  }
  if (error.code === sqlStates.queryCanceled || error.code === sqlStates.lockNotAvailable) {
    return storeError('SB5017', `PostgreSQL says: ${error.message}`, { cause: error });
  }
  const sqlState = error.code ?? 'unknown';
  return storeError('SB5003', `PostgreSQL says: ${error.message} (SQLSTATE ${sqlState})`, {
    context: { sqlState },
    cause: error,
  });
}

/** The coded error for a store that does not open: SB5001 when no session can be had, else as `toStoreError`. */
export function toOpeningError(error: unknown, place: string): unknown {
  const isRefused = error instanceof pg.DatabaseError && /^(28|3D|53300)/.test(error.code ?? '');
  if (!isRefused && (error instanceof SignalboxError || !isConnectionLoss(error))) return toStoreError(error);
  return storeError('SB5001', `${place} does not answer: ${messageOf(error)}`, { context: { place }, cause: error });
}

/** What an error says; connection errors over several addresses say it in their parts. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
