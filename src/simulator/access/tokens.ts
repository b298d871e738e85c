import { uuidFrom } from '../kernel/ids.ts';

/** An issued access token. */
export type TokenRecord = {
  readonly token: string;
  readonly organisationId: string;
  /** OAuth client that the token was made for; undefined for a person in the Admin UI. */
  readonly clientId?: string | undefined;
  /** User whose token it is; undefined for client credentials. */
  readonly userId?: string | undefined;
  /** Milliseconds since 1970; from then on the token is refused. */
  readonly expiresAt: number;
};

/** All tokens of the simulator; survives in snapshots. */
export type TokenDesk = {
  readonly issue: (wish: Omit<TokenRecord, 'token'>) => TokenRecord;
  readonly find: (token: string) => TokenRecord | undefined;
  readonly revoke: (token: string) => void;
  /** Ends all sessions of a person. */
  readonly revokeOfUser: (organisationId: string, userId: string) => void;
  /** Ends the tokens of one client, or all of them, at once. */
  readonly expireAll: (clientId?: string) => void;
  readonly save: () => TokenDeskState;
  readonly load: (state: TokenDeskState) => void;
};

/** Tokens as JSON. */
export type TokenDeskState = { readonly issued: number; readonly tokens: readonly TokenRecord[] };

/** An empty desk whose tokens depend only on the seed and their order. */
export function createTokenDesk(seed: string): TokenDesk {
  const tokens = new Map<string, TokenRecord>();
  let issued = 0;
  return {
    issue: (wish) => {
      const parts = [uuidFrom(`${seed}/token/${issued}/a`), uuidFrom(`${seed}/token/${issued}/b`)];
      issued += 1;
      const record = { ...wish, token: parts.join('').replaceAll('-', '') };
      tokens.set(record.token, record);
      return record;
    },
    find: (token) => tokens.get(token),
    revoke: (token) => void tokens.delete(token),
    revokeOfUser: (organisationId, userId) => {
      for (const { token, ...of } of tokens.values()) {
        if (of.organisationId === organisationId && of.userId === userId) tokens.delete(token);
      }
    },
    expireAll: (clientId) => {
      for (const record of tokens.values()) {
        if (clientId === undefined || record.clientId === clientId)
          tokens.set(record.token, { ...record, expiresAt: 0 });
      }
    },
    save: () => ({ issued, tokens: [...tokens.values()] }),
    load: (state) => {
      issued = state.issued;
      tokens.clear();
      for (const record of state.tokens) tokens.set(record.token, record);
    },
  };
}
