import type { Json } from '../json/json.ts';
import type { ApiRules } from './api-rules.ts';
import type { ReviewKnowledge } from '../review/review-knowledge.ts';

/**
 * How a type is kept: `manage` in full, `seed` (create what is missing, then leave it), `observe` (history and drift,
 * never written), `reference` (resolved by key only, never written, never exported unless asked for).
 */
export type Mode = 'manage' | 'seed' | 'observe' | 'reference';

/** How a reference to the type travels between environments (design, Catalogue). */
export type Portability = 'portable' | 'mapped' | 'environment';

/** How well a type is proven here: A all behaviours, B through the official SDK, C facts only. */
export type Level = 'A' | 'B' | 'C';

/** What undoing a step gives: the same object, an equal object with a new id, or nothing. */
export type Reversibility = 'exact' | 'new-id' | 'irreversible';

/** Which interactions a change reaches: those in progress, new ones only, or none. */
export type InteractionEffect = 'in-progress' | 'new-only' | 'none';

/** How a list compares and is written: order-free values, order-free objects with a key field, or one ordered value. */
export type ListRule =
  | { readonly kind: 'set' }
  | { readonly kind: 'keyed'; readonly by: string }
  | { readonly kind: 'ordered' };

/** A place in the wire form that points at another object. In documents that place holds a reference value. */
export interface ReferenceRule {
  /** Pattern of the place (see `mapPattern`): `queueFlow`, `memberGroups[]`. */
  readonly path: string;
  /**
   * `object`: the wire holds `{ id }` there; `id`: a bare id string; `id-list-text`: a string that is a JSON list of ids
   * (in documents a list of references).
   */
  readonly wire: 'object' | 'id' | 'id-list-text';
  /** The type pointed at, or how a field beside the id names it. */
  readonly type: string | { readonly field: string; readonly types: Readonly<Record<string, string>> };
  /** Values that may stand in place of an id and are no references: `*` for all divisions. */
  readonly literals?: readonly string[];
  /** The place holds an id only where the field beside it has one of these values; otherwise it is ordinary data. */
  readonly when?: { readonly field: string; readonly values: readonly string[] };
}

/** How the natural key of an object is found and compared. */
export interface KeyRule {
  /** Top-level document fields whose values are the key parts, in order. A reference field contributes its target's key. */
  readonly fields: readonly string[];
  /** Keys are compared after NFC; `insensitive` also ignores case. */
  readonly compare: 'exact' | 'insensitive';
  /** False where the platform allows two objects with one key. */
  readonly unique: boolean;
}

/**
 * How objects of the type exist.
 * - `object`: on its own. `single`: there is exactly one in an organisation (outbound settings): it is only ever updated.
 *   It has no key fields; its key and its id are the word `organisation`.
 * - `child`: made and deleted on its own, but under a parent (a data-table row); listed per parent.
 * - `facet`: a part of its parent with its own endpoint (a queue's wrap-up codes): it is there as long as its parent
 *   is, so it is only ever updated; its id is the parent's id.
 *
 * `parentField` is the document field that names the parent. The wire form does not have it: readers of a part put
 * `{ id }` of the parent there, writers take it out.
 */
export type Shape =
  | { readonly kind: 'object'; readonly single?: true }
  | { readonly kind: 'child'; readonly parentType: string; readonly parentField: string }
  | { readonly kind: 'facet'; readonly parentType: string; readonly parentField: string };

/**
 * `implicit-member`: the platform adds somebody; `platform-default`: the platform fills a field in; `dependent-version`:
 * something gets a new version or must be published again; `comes-with`: something else is made with it; `goes-with`:
 * something else is removed with it; `forced-change`: the platform or the client changes another field to get there.
 */
export type SideEffectKind =
  | 'implicit-member'
  | 'platform-default'
  | 'dependent-version'
  | 'comes-with'
  | 'goes-with'
  | 'forced-change';

/**
 * Something that the platform does besides what a step writes. What follows from other facts of the descriptor (defaults,
 * parts, `goesWith`, publishing) is not repeated here. Source: the Genesys Cloud Platform API facts.
 */
export interface EffectRule {
  readonly on: 'create' | 'update' | 'delete';
  readonly kind: SideEffectKind;
  /** Top-level fields of which the step must write one; absent: any. */
  readonly fields?: readonly string[];
  /** The document, as the step leaves it, has this value there. */
  readonly when?: { readonly field: string; readonly is: Json };
  /** Top-level fields of the object itself that may move by it, so that reading back expects it. */
  readonly moves?: readonly string[];
  /** One sentence that begins with what the platform does: `The platform makes its first status.` */
  readonly text: string;
}

/** A field that holds a large text in a format of its own (an Architect flow's YAML), read by a separate, dear request. */
export interface ContentRule {
  /** Top-level document field holding `{ $content: digest }`. */
  readonly field: string;
  /** Name of a parser given to the planner (`architect-yaml`). */
  readonly format: string;
  /** Wire field (dotted) that changes whenever published content changes, e.g. `publishedVersion.id`. */
  readonly revision: string;
  /** References by name found in the parsed content, in no order, without duplicates. */
  readonly references: (parsed: Json) => readonly ContentReference[];
  /** The key the content gives itself (flow type and name), or undefined where it can not be told. */
  readonly keyOf: (parsed: Json) => readonly string[] | undefined;
  /** Parsed content without what the platform adds or reorders, for comparison. */
  readonly canonical: (parsed: Json) => Json;
}

/** A name inside a content text that stands for another resource. */
export interface ContentReference {
  readonly type: string;
  readonly key: readonly string[];
}

/** What the platform hides on reading and what a write must then do about it. */
export type HiddenFieldRule = 'preserved' | 'resend' | 'cleared';

/** The permissions (`domain:entity:action`) one needs for each operation. */
export interface PermissionRule {
  readonly view: readonly string[];
  readonly add: readonly string[];
  readonly edit: readonly string[];
  readonly delete: readonly string[];
}

/** What the public API does not offer for a type, each with the reason as people should read it. */
export interface TypeLimits {
  /** Why no object can be made: `the platform makes a trunk when its edge is set up`. */
  readonly create?: string;
  /** Why nothing of an existing object can be changed. */
  readonly update?: string;
  /** Why an object can not be deleted. */
  readonly delete?: string;
}

/**
 * All that Signalbox knows of one resource type. Data, not code; the engine reads it and never names a type.
 * Source: the Genesys Cloud Platform API facts.
 */
export interface ResourceDescriptor {
  /** As the official Terraform provider names it, without its prefix. */
  readonly type: string;
  readonly area: string;
  /** Human noun, singular: `queue`. */
  readonly noun: string;
  readonly level: Level;
  readonly shape: Shape;
  readonly key: KeyRule;
  readonly defaultMode: Mode;
  readonly portability: Portability;
  /** Top-level fields that a document may have. Others are written back as read and stay outside fingerprints. */
  readonly fields: readonly string[];
  /** Patterns inside the known fields that the platform computes: never compared, never written. */
  readonly readOnly: readonly string[];
  /** Known fields that can be given on creation only. */
  readonly createOnly: readonly string[];
  /**
   * Fields in which names are data, such as the properties of a JSON schema: what is cleared below them is taken out of
   * the body instead of being sent as null, and an addition is taken back as a whole.
   */
  readonly freeForm?: readonly string[] | undefined;
  /** Fields that can be given a value and changed, but never cleared again. */
  readonly neverCleared?: readonly string[];
  /** Fields a creation must have. */
  readonly required: readonly string[];
  /** Patterns of fields that GET does not return. */
  readonly hidden: Readonly<Record<string, HiddenFieldRule>>;
  /** Patterns of fields that hold secrets: never read, planned, logged or exported. */
  readonly secret: readonly string[];
  /** List kinds by pattern; a list without an entry is ordered. */
  readonly lists: Readonly<Record<string, ListRule>>;
  /** Defaults that the platform fills in, by pattern without `[]`; an absent live field counts as its default. */
  readonly defaults: Readonly<Record<string, Json>>;
  /** How it is reached; only the Genesys client reads this. */
  readonly api: ApiRules;
  readonly references: readonly ReferenceRule[];
  readonly content?: ContentRule;
  /**
   * Reference fields that name what the platform made the object with. It removes the object together with that, so these
   * references never stand in the way of a delete.
   */
  readonly goesWith?: readonly string[];
  /** What the platform does besides what a step writes. */
  readonly effects?: readonly EffectRule[] | undefined;
  /** What can not be done; a plan that needs it fails with this reason. All three: the type is read-only. */
  readonly limits: TypeLimits;
  /** Sentences for `docs/resource-types.md`: what of the platform's type is left out or not proven here. */
  readonly knownLimits: readonly string[];
  /** True where writes carry a numeric `version` and a stale one is refused. */
  readonly versioned: boolean;
  /** How long a finished write may stay invisible, in milliseconds. */
  readonly visibilityLagMs: number;
  readonly permissions: PermissionRule;
  /** How audits name it. `entityId`: of a single object whose entity type is shared with others. */
  readonly audit: { readonly service: string; readonly entityType: string; readonly entityId?: string };
  readonly reversibility: {
    readonly create: Reversibility;
    readonly update: Reversibility;
    readonly delete: Reversibility;
  };
  readonly effect: InteractionEffect;
  /** Where the platform keeps a deleted object that can be brought back under its old id. */
  readonly restorable: boolean;
  /** Requests that one object costs, for the forecast: list page size and writes. */
  readonly cost: {
    readonly pageSize: number;
    readonly create: number;
    readonly update: number;
    readonly delete: number;
  };
}

/** Every descriptor there is. Passed as an argument wherever types are handled. */
export interface Catalogue {
  /** The type's descriptor, or undefined for an unknown type. */
  readonly find: (type: string) => ResourceDescriptor | undefined;
  /** All types, sorted by name. */
  readonly types: readonly string[];
  /** What reviews know of the types beside their descriptors; without it they say nothing of reach and live traffic. */
  readonly review?: ReviewKnowledge | undefined;
}
