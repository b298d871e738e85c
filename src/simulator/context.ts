import type { Authority } from './access/permission.ts';
import type { Organisation } from './state/organisation.ts';
import type { World } from './world.ts';

/** Who makes a request. */
export type Caller = {
  readonly kind: 'client' | 'user' | 'system';
  /** Id of the client or user whose grants count. */
  readonly subjectId: string;
  readonly clientId?: string | undefined;
  readonly userId?: string | undefined;
  readonly authority: Authority;
};

/** A request that needs no token: its raw body, its parameters and the world. */
export type OpenContext = {
  readonly world: World;
  readonly method: string;
  readonly pathname: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly rawBody: string | Uint8Array;
  readonly correlationId: string;
  readonly remoteIp: string;
  /** Scheme, host and port as the caller addressed them, without a slash at the end; for links in answers. */
  readonly baseUrl: string;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** A request of a known caller in an organisation. */
export type Context = OpenContext & {
  readonly organisation: Organisation;
  readonly caller: Caller;
  /** The parsed JSON body; undefined when there is none. */
  readonly body: unknown;
};
