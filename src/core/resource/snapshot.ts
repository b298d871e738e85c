import type { LiveObject } from './live-object.ts';

/** Everything one listing of a type gave. */
export interface TypeListing {
  readonly objects: readonly LiveObject[];
  /** False when the reader could not see all of them: then absence proves nothing. */
  readonly complete: boolean;
  /** Why it is not complete: a missing permission, a limited division scope. */
  readonly incompleteBecause?: string | undefined;
}

/** The published content of one object, exported. */
export interface ContentSnapshot {
  readonly text: string;
  /** The revision (`ContentRule.revision`) this text belongs to. */
  readonly revision: string;
}

/** What was read of an organisation. Only what a plan asked for is in it; what is not in it was not read. */
export interface Snapshot {
  readonly organisationId: string;
  /** ISO instant of the first read. */
  readonly takenAt: string;
  /** Whole types, by type. Children and facets are never listed whole unless asked for. */
  readonly types: Readonly<Record<string, TypeListing>>;
  /** Facets and children by type, then parent id. A missing parent id was not read. */
  readonly parts: Readonly<Record<string, Readonly<Record<string, TypeListing>>>>;
  /** Exported content by object id. */
  readonly contents: Readonly<Record<string, ContentSnapshot>>;
  /** Live objects known to point at an id (dependency tracking), by that id; null where the platform does not tell. */
  readonly consumers: Readonly<Record<string, readonly Consumer[] | null>>;
  /** Deleted objects that the platform keeps, by type; a missing type was not read. */
  readonly deleted?: Readonly<Record<string, TypeListing>> | undefined;
}

/** Something live that uses an object. */
export interface Consumer {
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

/** One thing the planner must know before it can decide. Value-equal requests are the same request. */
export type ReadRequest =
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'part'; readonly type: string; readonly parentId: string }
  | { readonly kind: 'content'; readonly type: string; readonly id: string }
  | { readonly kind: 'consumers'; readonly type: string; readonly id: string }
  | { readonly kind: 'deleted'; readonly type: string };
