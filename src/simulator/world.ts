import type { RateLimiter } from './access/rate-limit.ts';
import type { TokenDesk } from './access/tokens.ts';
import type { EntityType } from './entity/entity-type.ts';
import type { SimulatorClock } from './kernel/clock.ts';
import type { Organisation } from './state/organisation.ts';
import type { FaultDesk } from './steering/faults.ts';
import type { UsageDesk } from './steering/usage.ts';

/** Everything that one simulator holds. */
export type World = {
  readonly seed: string;
  readonly clock: SimulatorClock;
  /** By organisation id. */
  readonly organisations: Map<string, Organisation>;
  /** By type name. */
  readonly types: ReadonlyMap<string, EntityType>;
  readonly tokens: TokenDesk;
  readonly limiter: RateLimiter;
  readonly faults: FaultDesk;
  readonly usage: UsageDesk;
};
