import type { JsonObject } from '../json/json.ts';

/**
 * How a type is reached over the public API, as data; `src/genesys` interprets it. Paths hold `{id}`, and for parts
 * `{parentId}`; for children of children `{parentId}` is the nearest one and `{parentId2}`, `{parentId3}` stand further
 * out, each the object's own part of its live id. Source: the Genesys Cloud Platform API facts.
 */
export interface ApiRules {
  /** For a single object or a facet that is one object: the place it is read from, with `paging: 'none'` and `items: ''`. */
  readonly list: ListRules;
  /** Absent for facets and for types that can only be listed. */
  readonly get?: { readonly path: string; readonly query?: ListRules['query'] };
  readonly create?: WriteRules;
  readonly update?: WriteRules;
  readonly delete?: DeleteRules;
  /** Values of the wire field `state` that mean the object is gone; `deleted` also stands for `deleted: true`. */
  readonly goneStates?: readonly string[];
  /** How the wire form differs from plain create/read/update/delete. */
  readonly capability: ApiCapability;
  /** Top-level wire fields whose text is upper case on the wire and lower case everywhere on our side. */
  readonly lowerCase?: readonly string[];
  /**
   * For types whose fields the organisation itself defines (table rows): on our side all wire fields but `beside` stand
   * under the one field `into`; writers spread them out again.
   */
  readonly nest?: { readonly into: string; readonly beside: readonly string[] };
  /**
   * Top-level wire fields that are maps whose names are ids: on our side a list of `{ [name], [value] }`, so that the
   * ids can be references. `{ mapping: { name: 'code', value: 'flags' } }`.
   */
  readonly asEntries?: Readonly<Record<string, { readonly name: string; readonly value: string }>>;
  /**
   * A part of the object with a path and a numeric version of its own. Readers put it under `field` (dotted); a write
   * sends it there, after the object itself, when it is given.
   */
  readonly settings?: { readonly path: string; readonly field: string };
  /**
   * What `{version}` in paths stands for: what GET `path` answers in `field` (dotted), read right before the request.
   * Where it answers nothing there, nothing is there at the path.
   */
  readonly version?: { readonly path: string; readonly field: string };
}

/** How all objects of a type (or of one parent) are listed. */
export interface ListRules {
  /** With `{id}` in it for objects that are shown by their id alone: such a type has no list. */
  readonly path: string;
  /** `POST` for lists that are queries; `body` is then sent with the paging fields added. Default `GET`. */
  readonly method?: 'GET' | 'POST';
  readonly body?: JsonObject;
  readonly paging: 'page' | 'cursor' | 'none';
  /** Largest page size the platform takes. */
  readonly pageSize: number;
  /** What the platform calls the page size; `pageSize` when absent, `limit` for scans. */
  readonly pageSizeName?: string;
  /** Parameters that every page is asked for with; one that has several values is sent once for each. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** Property of the answer that holds the elements; `''` when the answer is the list itself. */
  readonly items: string;
  /** True when an element is the whole object; otherwise each one is read by its id. */
  readonly whole: boolean;
  /** How several objects are asked for at once: the query parameter, repeated per id, and how many ids it takes. */
  readonly byIds?: { readonly query: string; readonly most: number };
  /** Field of an element that holds its id. */
  readonly idField: string;
}

/** How an object is deleted. */
export interface DeleteRules {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Top-level wire fields that the platform wants to see before it deletes (`state: inactive`): an update sets them first. */
  readonly first?: JsonObject;
}

/** How a write is sent. */
export interface WriteRules {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Top-level wire fields that must not be in the body. */
  readonly omit?: readonly string[];
  /** The only top-level wire fields that may be in the body (`version` aside); absent: all. */
  readonly only?: readonly string[];
  /**
   * Wire fields (dotted) that a write takes as bare ids, and the place they then have: `{ division: 'divisionId' }`
   * sends `division: { id }` as `divisionId: id`, and `{ owners: 'ownerIds' }` a list of `{ id }` as a list of ids.
   */
  readonly asIds?: Readonly<Record<string, string>>;
}

/** A wire field (dotted) and the values of it that mean a state. */
export interface StateRule {
  readonly field: string;
  readonly values: readonly (string | boolean)[];
}

/**
 * Where all revisions of an object are listed, by the id of any of them, and which one is the draft. What had an id once
 * stands for the draft of today: reads answer it under the id that was asked for, and writes go to it.
 */
export interface RevisionRules {
  readonly path: string;
  readonly draft: StateRule;
}

/**
 * Named deviations from plain CRUD.
 * - `membership`: a facet that is a list; `field` of its body holds the members. Members are added by POSTing an array
 *   of `{ id }` to `list.path` and removed one by one (`{id}` in `remove.path` is the member's) or by POST of such an
 *   array to `remove.path`.
 * - `flow-jobs`: content goes through publish jobs and comes back through export jobs.
 * - `draft-publish`: created published; `publishedFields` are updated in place, any other change is written to the draft
 *   at `draftPath` and then published.
 * - `publish`: created and changed as a draft by plain CRUD; each of these writes is followed by a POST to `path`, which
 *   makes it take effect. `body`: `none`, or `id` for `{ id, published: true }`. `ready` says when a draft can be
 *   published, `published` when it was, as far as reading the object tells. `revisions` for objects that can not be
 *   changed any more once they are published and go on as drafts with other ids.
 * - `grants`: roles of a person or group: a facet whose field `grants` holds `{ role, division }` pairs, read from
 *   `list.path` and replaced as a whole at `replacePath` (which may have a query). What comes from a group is
 *   never shown and never written.
 * - `rows` and the like are plain CRUD with path parameters.
 */
export type ApiCapability =
  | { readonly kind: 'crud' }
  | {
      readonly kind: 'membership';
      readonly field: string;
      readonly addBatch: number;
      readonly remove:
        | { readonly kind: 'each'; readonly path: string }
        | { readonly kind: 'batch'; readonly path: string };
    }
  | {
      readonly kind: 'flow-jobs';
      readonly publishPath: string;
      readonly exportPath: string;
      readonly validatePath: string;
    }
  | {
      readonly kind: 'draft-publish';
      readonly draftPath: string;
      readonly publishPath: string;
      readonly publishedFields: readonly string[];
    }
  | {
      readonly kind: 'publish';
      readonly path: string;
      readonly body: 'none' | 'id';
      readonly ready?: StateRule;
      readonly published?: StateRule;
      readonly revisions?: RevisionRules;
    }
  | { readonly kind: 'grants'; readonly replacePath: string };

/** The rules of a type whose published objects go on as drafts with other ids; undefined for all others. */
export function revisionsOf({ api }: { readonly api: ApiRules }): RevisionRules | undefined {
  return api.capability.kind === 'publish' ? api.capability.revisions : undefined;
}
