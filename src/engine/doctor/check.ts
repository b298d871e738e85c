import type { OrganisationIdentity } from '../ports.ts';

/** One thing that was looked at. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped';
  /** What was found, with the values. */
  readonly detail: string;
  /** What to do next; empty when nothing is. */
  readonly remedy: string;
}

/** What the platform says of one credential. */
export interface CredentialReport {
  readonly organisation: OrganisationIdentity;
  /** OAuth scopes of the token; empty where the platform names none. */
  readonly scopes: readonly string[];
  /** This machine's clock minus the platform's, in milliseconds. */
  readonly clockSkewMs?: number | undefined;
  /** Requests of the running window: used, allowed, and kept for the organisation's live integrations. */
  readonly rateLimit: { readonly used: number; readonly allowed: number; readonly reserve: number };
  readonly canSeeOwnGrants: boolean;
  readonly types: readonly TypeAccess[];
}

/** What a credential may do with one type. */
export interface TypeAccess {
  readonly type: string;
  /** Missing permissions by operation. */
  readonly missing: Readonly<Partial<Record<Operation, readonly string[]>>>;
  /** Why listings of the type hide objects; undefined when they hide none. */
  readonly incompleteBecause?: string | undefined;
}

/** What one does with objects. */
export type Operation = 'view' | 'add' | 'edit' | 'delete';

/** A check that found everything in order. */
export function fine(name: string, detail: string): Check {
  return { name, status: 'ok', detail, remedy: '' };
}
