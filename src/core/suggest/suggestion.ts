import type { JsonObject } from '../json/json.ts';

/** An object without a counterpart, and what refers to it. */
export interface Unmatched {
  /** One-line address in its own environment. */
  readonly address: string;
  readonly type: string;
  readonly key: readonly string[];
  readonly document: JsonObject;
  /** Addresses of what refers to it, all as the right environment would have them. */
  readonly users: readonly string[];
}

/** How sure a proposal is: several kinds of evidence and nothing near it · good evidence · worth a look. */
export type Sureness = 'certain' | 'likely' | 'guess';

/** One reason to take two objects for counterparts. */
export interface Evidence {
  readonly kind: 'name' | 'local-part' | 'similar-name' | 'attribute' | 'usage';
  /** For people: `same name but for "UAT"`. */
  readonly text: string;
  /** From 0 to 1. */
  readonly weight: number;
}

/** A mapping that is proposed, never applied by itself. */
export interface MappingSuggestion {
  readonly type: string;
  /** As the `mappings` of the right environment would say it. */
  readonly from: string;
  readonly to: string;
  /** From 0 to 1. */
  readonly score: number;
  readonly sureness: Sureness;
  readonly reasons: readonly string[];
  /** Of a pattern: what it stands for. */
  readonly covers: readonly { readonly from: string; readonly to: string }[];
  /** Others that would do nearly as well, best first. */
  readonly alternatives: readonly { readonly to: string; readonly score: number }[];
  /** How many objects of the left refer to it. */
  readonly uses: number;
}

/** Something that is referred to and has no counterpart that anything speaks for. */
export interface WithoutCounterpart {
  readonly address: string;
  readonly type: string;
  readonly users: readonly string[];
}

/** What `mappings suggest` found. */
export interface MappingSuggestions {
  /** Surest first, then by address. */
  readonly suggestions: readonly MappingSuggestion[];
  readonly without: readonly WithoutCounterpart[];
}
