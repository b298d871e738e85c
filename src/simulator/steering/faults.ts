/** What goes wrong. `after` means: once the write took effect. */
export type FaultKind =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly when?: 'before' | 'after';
      readonly code?: string;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  | { readonly kind: 'slow'; readonly delayMs: number; readonly when?: 'before' | 'after' }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number }
  | { readonly kind: 'expire-tokens' };

/** Which requests a fault hits. All conditions given must hold. */
export type FaultRule = {
  readonly fault: FaultKind;
  readonly method?: string | undefined;
  /** Path, or route template such as `/api/v2/users/{userId}`; a trailing `*` matches any ending. */
  readonly path?: string | undefined;
  readonly clientId?: string | undefined;
  readonly organisationId?: string | undefined;
  /** The first matching request that is hit, counted from 1 (default 1) since the rule was made. */
  readonly nth?: number | undefined;
  /** How many matching requests in a row are hit (default 1; 0 is without end). */
  readonly times?: number | undefined;
};

/** A request as far as fault rules look at it. */
export type FaultSubject = {
  readonly method: string;
  readonly pathname: string;
  readonly template: string;
  readonly clientId: string | undefined;
  readonly organisationId: string | undefined;
};

/** The faults of a simulator. */
export type FaultDesk = {
  /** Adds a rule and returns its id. */
  readonly add: (rule: FaultRule) => string;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
  readonly list: () => readonly (FaultRule & { readonly id: string; readonly seen: number; readonly hit: number })[];
  /** The faults that hit this request, in the order in which their rules were added; counts the request. */
  readonly strike: (subject: FaultSubject) => readonly FaultKind[];
};

/** A desk without rules. */
export function createFaultDesk(): FaultDesk {
  const rules = new Map<string, { rule: FaultRule; seen: number; hit: number }>();
  let made = 0;
  return {
    add: (rule) => {
      const id = `fault-${++made}`;
      rules.set(id, { rule, seen: 0, hit: 0 });
      return id;
    },
    remove: (id) => void rules.delete(id),
    clear: () => rules.clear(),
    list: () => [...rules].map(([id, entry]) => ({ ...entry.rule, id, seen: entry.seen, hit: entry.hit })),
    strike: (subject) => {
      const struck: FaultKind[] = [];
      for (const entry of rules.values()) {
        if (!isMatch(entry.rule, subject)) continue;
        entry.seen += 1;
        const nth = entry.rule.nth ?? 1;
        const times = entry.rule.times ?? 1;
        if (entry.seen < nth || (times > 0 && entry.seen >= nth + times)) continue;
        entry.hit += 1;
        struck.push(entry.rule.fault);
      }
      return struck;
    },
  };
}

function isMatch(rule: FaultRule, subject: FaultSubject): boolean {
  if (rule.method !== undefined && rule.method !== subject.method) return false;
  if (rule.clientId !== undefined && rule.clientId !== subject.clientId) return false;
  if (rule.organisationId !== undefined && rule.organisationId !== subject.organisationId) return false;
  if (rule.path === undefined) return true;
  if (rule.path.endsWith('*')) return subject.pathname.startsWith(rule.path.slice(0, -1));
  return rule.path === subject.pathname || rule.path === subject.template;
}
