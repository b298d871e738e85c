import type { PermissionRule } from './access/permission.ts';
import type { Context, OpenContext } from './context.ts';
import type { EntityType } from './entity/entity-type.ts';
import type { Organisation } from './state/organisation.ts';
import type { Timer } from './state/timers.ts';
import type { Reply } from './wire/message.ts';
import type { World } from './world.ts';

/** An operation behind a token. Handlers are synchronous; they throw PlatformError to refuse. */
export type Route = {
  readonly method: string;
  /** Template with parameters in braces, for example `/api/v2/routing/queues/{queueId}/members`. */
  readonly path: string;
  readonly permissions: PermissionRule;
  readonly handle: (context: Context) => Reply;
};

/** An operation without a token: token endpoint, presigned uploads and downloads, steering. */
export type OpenRoute = {
  readonly method: string;
  readonly path: string;
  /** True keeps the operation out of faults and request counts. */
  readonly steering?: boolean;
  readonly handle: (context: OpenContext) => Reply;
};

/** What happens when a timer of some kind is due. */
export type TimerHandler = (world: World, organisation: Organisation, timer: Timer) => void;

/** A part of the platform: its types, its further operations, and what its timers do. */
export type Feature = {
  readonly name: string;
  readonly types?: readonly EntityType[];
  readonly routes?: readonly Route[];
  readonly openRoutes?: readonly OpenRoute[];
  /** By timer kind; kinds are unique over all features. */
  readonly timers?: Readonly<Record<string, TimerHandler>>;
};
