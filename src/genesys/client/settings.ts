import type { Clock, EmitEvent } from '../../engine/index.ts';
import type { CredentialProvider } from '../access/credentials.ts';

/** How one credential uses the public API. */
export interface ClientSettings {
  readonly credentials: CredentialProvider;
  readonly clock: Clock;
  /** Uniform in [0, 1), for jitter. */
  readonly random: () => number;
  /** Requests per rate-limit window that are never used, left to the organisation's live integrations. */
  readonly reserve: number;
  /** Requests in flight at once. */
  readonly concurrency: number;
  readonly emit: EmitEvent;
  /** Awaited right before every write leaves; throw to hold it back (a lease that was lost). */
  readonly beforeWrite?: (() => Promise<void>) | undefined;
}
