import type { SessionSource } from '../database/connection.ts';

/** A PostgreSQL to keep the store in. */
export interface StoreBackend {
  readonly kind: 'embedded' | 'external';
  /** Where it is, for people; without the password. */
  readonly place: string;
  readonly source: SessionSource;
  /** To be called when all our sessions have ended. */
  readonly leave: () => Promise<void>;
}
