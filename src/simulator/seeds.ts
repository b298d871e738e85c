/** A machine caller: an OAuth client with the client-credentials grant. */
export type ClientSeed = {
  readonly id: string;
  readonly secret: string;
  /** Shown in the client list and in audits; default "Client «id»". */
  readonly name?: string | undefined;
  /** Permissions such as `routing:queue:*`; `*` alone is everything, and the default. */
  readonly permissions?: readonly string[] | undefined;
  /** Names or ids of the divisions the permissions hold in; `*` (default) is all of them. Unknown names are created. */
  readonly divisions?: readonly string[] | '*' | undefined;
  /** Life of a token, in seconds; default 86,400. */
  readonly tokenValiditySeconds?: number | undefined;
  /** Overrides the organisation's limit for this client. */
  readonly rateLimitPerMinute?: number | undefined;
};

/** A person who works in the Admin UI; `logIn` gives a token and audits then name the user. */
export type HumanSeed = {
  readonly name: string;
  readonly email: string;
  readonly permissions?: readonly string[] | undefined;
  readonly divisions?: readonly string[] | '*' | undefined;
};

/** An organisation to simulate. */
export type OrganisationSeed = {
  readonly name: string;
  /** UUID; default derived from the simulator's seed and the name. */
  readonly id?: string | undefined;
  /** Short name used for login, for example `acme-dev`; default derived from the name. */
  readonly shortName?: string | undefined;
  /** Domain of the region, default `mypurecloud.com`. */
  readonly domain?: string | undefined;
  /** AWS region, default `us-east-1`. */
  readonly region?: string | undefined;
  readonly defaultLanguage?: string | undefined;
  readonly defaultCountryCode?: string | undefined;
  readonly clients?: readonly ClientSeed[] | undefined;
  readonly humans?: readonly HumanSeed[] | undefined;
  readonly settings?: Partial<OrganisationSettings> | undefined;
  /** A content to be made up: how many objects, and the seed of their names and references. */
  readonly contents?: { readonly objects: number; readonly seed: string } | undefined;
};

/** What may be changed while the organisation runs. */
export type OrganisationSettings = {
  /** How long a created object is unreadable, an update shows the old value and a deletion still shows. */
  readonly consistencyLagMs: number;
  /** How long an audit record is not yet found by queries. */
  readonly auditLagMs: number;
  /** Requests per minute of each OAuth client, over all its tokens. */
  readonly rateLimitPerMinute: number;
  /** Requests per minute of each human user. */
  readonly userRateLimitPerMinute: number;
  /** Answers of the token endpoint per minute and client before it says "rate limit exceeded". */
  readonly tokenLimitPerMinute: number;
};

/** The platform's documented limits and no lag. */
export const defaultSettings: OrganisationSettings = {
  consistencyLagMs: 0,
  auditLagMs: 0,
  rateLimitPerMinute: 300,
  userRateLimitPerMinute: 3000,
  tokenLimitPerMinute: 300,
};
