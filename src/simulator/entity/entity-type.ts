import type { PermissionRule } from '../access/permission.ts';
import type { Context } from '../context.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';

/** A reference from one type to another. */
export type EntityReference = {
  /** Path to the id, for example `bullseye.rings[].actions.skillsToRemove[].id`. Paths that end in `.id` are answered with name and selfUri. */
  readonly path: string;
  /** Name of the type referred to; a type that the simulator does not have is not checked. */
  readonly type: string;
  /** Status when the id is unknown at a write; default 400. `ignore` accepts unknown ids. */
  readonly whenUnknown?: 400 | 404 | 'ignore';
  /** Whether the object referred to cannot be deleted, and with which status; default: it can. */
  readonly blocksDelete?: 400 | 409;
  /** What answers add beside the id of a path that ends in `.id`; default both. */
  readonly shows?: readonly ('name' | 'selfUri')[];
  /** The place holds an id only where the field beside it has one of these values. */
  readonly when?: { readonly field: string; readonly values: readonly string[] };
};

/** An operation of a type that takes a body. */
export type WriteOperation = {
  readonly permissions: PermissionRule;
  /** Name of the request model; decides fields, types, enums and what is required. */
  readonly model: string;
  /** Status of success, default 200. */
  readonly status?: number;
  /** Model of the answer where it is another one than GET answers. */
  readonly answer?: string;
};

/** How lists of a type are paged and filtered. */
export type Listing = {
  readonly permissions: PermissionRule;
  /** `none` answers everything at once. */
  readonly style?: 'page' | 'cursor' | 'none';
  readonly maxPageSize: number;
  /** Default 25, or the largest page where that is smaller. */
  readonly defaultPageSize?: number;
  /** Query parameter that continues a cursor list; default `after`. */
  readonly cursorParameter?: string;
  /** Query parameter for the size of a page of a cursor list; default `pageSize`. */
  readonly sizeParameter?: string;
  /** Model of the page; properties outside are left out. */
  readonly page?: string;
  /** Model of an element where it is another one than GET answers. */
  readonly element?: string;
  /** Property of the page that holds the elements; default `entities`. */
  readonly items?: string;
  /** Method of lists that are queries: paging and filters are then properties of the body. Default GET. */
  readonly method?: 'GET' | 'POST';
  /** How `name=` compares; `wildcard` allows asterisks at both ends. Default: not a filter. */
  readonly name?: 'exact' | 'prefix' | 'contains' | 'wildcard';
  readonly byId?: boolean;
  readonly byDivision?: boolean;
  /** True when `filter` decides about softly deleted objects; otherwise lists of `readable` types leave them out. */
  readonly showsDeleted?: boolean;
  /** A further condition made from the query, once per request; undefined when the query asks for none. */
  readonly filter?: (query: URLSearchParams, context: Context) => ((entity: Entity) => boolean) | undefined;
};

/** A configuration type, mostly as data. The collection of its objects has the type's name. */
export type EntityType = {
  /** Name as in resource catalogues, for example `routing_queue`. */
  readonly name: string;
  /** Word for error messages, for example `queue`. */
  readonly label: string;
  readonly path: string;
  /** Name of the path parameter, for example `queueId`. */
  readonly idParameter: string;
  /** Paths of operations that are not the collection's or the object's. */
  readonly paths?: Readonly<Partial<Record<'list' | 'get' | 'create' | 'update' | 'delete', string>>>;
  /** What the objects lie under, outermost first. Their ids are stored as `$parameter`, which no answer shows. */
  readonly parents?: readonly { readonly parameter: string; readonly type: string }[];
  /** Objects whose id the caller gives: how it is made of the accepted body, and the refusal when it is taken. */
  readonly givenId?: {
    readonly of: (accepted: JsonObject) => string;
    readonly taken: (id: string) => Error;
  };
  /** Model that GET answers; top-level properties outside are not shown. */
  readonly model?: string;
  readonly list?: Listing;
  readonly get?: { readonly permissions: PermissionRule };
  readonly create?: WriteOperation;
  /** PUT replaces everything that is not read-only unless it is `partial`; PATCH changes the properties given. */
  readonly update?: WriteOperation & { readonly method: 'PUT' | 'PATCH'; readonly partial?: boolean };
  readonly delete?: {
    readonly permissions: PermissionRule;
    /** Status of success, default 204, or 200 where the object is answered. */
    readonly status?: number;
    /** Model of the answer; default: nothing is answered. */
    readonly answer?: string;
    /** Query flag that deletes in spite of references. */
    readonly forceFlag?: string;
  };
  /** Whether objects belong to a division; reads and writes are then limited to the caller's divisions. */
  readonly divided?: boolean;
  /** `conflict`: stale version gives 409. `directory`: 400 "does not match the current version". Default: no version. */
  readonly version?: { readonly style: 'conflict' | 'directory'; readonly required?: boolean };
  /** `listed`: deleted objects stay in lists; `readable`: GET by id only. Default: deletion is final. */
  readonly softDelete?: 'listed' | 'readable';
  /** Whether a second object with the name (in any letter case) is refused with 409 or 400. */
  readonly uniqueName?: {
    readonly status: 400 | 409;
    readonly code: string;
    readonly within?: (entity: Entity) => boolean;
  };
  readonly references?: readonly EntityReference[];
  /** What the platform fills in, laid under the body of a create (and of a replacing update). */
  readonly defaults?: (organisation: Organisation) => JsonObject;
  /** Which stamps the type carries. */
  readonly stamps?: readonly Stamp[];
  /** How stamps name people: by bare id (default) or as `{ id }`. */
  readonly people?: 'id' | 'reference';
  /** Stored properties that GET and lists never show. */
  readonly hidden?: readonly string[];
  /** Stored properties shown only when `expand` names them. */
  readonly expandable?: readonly string[];
  readonly audit: { readonly service: string; readonly entityType: string };
  readonly hooks?: EntityHooks;
};

/** Properties that the platform keeps by itself. */
export type Stamp = keyof typeof stampKinds;

/** What each of these properties says. */
export const stampKinds = {
  dateCreated: 'created',
  createdDate: 'created',
  dateModified: 'modified',
  modifiedDate: 'modified',
  dateUpdated: 'modified',
  lastModifiedDate: 'modified',
  createdBy: 'creator',
  modifiedBy: 'editor',
  updatedBy: 'editor',
  lastModifiedBy: 'editor',
  state: 'state',
} as const;

/** Behaviour that data cannot say. */
export type EntityHooks = {
  /** Turns the checked body of a request into properties of the object; `before` is undefined on create. */
  readonly accept?: (context: Context, body: JsonObject, before: Entity | undefined) => JsonObject;
  /** Refuses an object that is about to be stored (PlatformError). */
  readonly check?: (context: Context, entity: Entity, before: Entity | undefined) => void;
  /** Refuses a deletion (PlatformError). */
  readonly checkDelete?: (context: Context, entity: Entity) => void;
  /** Runs after the object was stored or, with `entity` undefined, removed. */
  readonly stored?: (context: Context, entity: Entity | undefined, before: Entity | undefined) => void;
  /** Adds computed properties to an answer; `expand` names the expandable properties asked for. */
  readonly present?: (organisation: Organisation, entity: Entity, expand: readonly string[]) => JsonObject;
  /** Whether a GET by id answers the object; default: yes. */
  readonly readable?: (entity: Entity, query: URLSearchParams) => boolean;
};
