import type { EnvironmentRules, JsonObject, SourceLocation } from '../../core/index.ts';
import type { Contents } from '../../core/resource/index.ts';

/** One document to recreate: references as `{ $ref }`, content as `{ $content: digest }`, key fields not in it. */
export interface ReplayDocument {
  readonly type: string;
  readonly key: readonly string[];
  readonly document: JsonObject;
  /** The file; no two documents share one. */
  readonly source: SourceLocation;
}

/** An organisation as files have it. */
export interface ReplaySource {
  /** What the simulated organisation is called: the environment, or the folder. */
  readonly name: string;
  /** The folder as it was asked for, relative to the project. */
  readonly folder: string;
  readonly documents: readonly ReplayDocument[];
  readonly contents: Contents;
  /** The environment's own rules, where a project has them: their values and mappings count, and the organisation's id. */
  readonly rules?: Pick<EnvironmentRules, 'organisationId' | 'values' | 'mappings'> | undefined;
}

/** An address and what is to be said about it. */
export interface Remark {
  readonly type: string;
  readonly address: string;
  readonly reason: string;
}

/** What came of a replay. Every document is in exactly one of `made` and `notMade`. */
export interface ReplayResult {
  readonly organisation: string;
  readonly folder: string;
  readonly documents: number;
  /** Recreated documents by type, sorted by type. */
  readonly made: readonly { readonly type: string; readonly count: number }[];
  readonly notMade: readonly Remark[];
  /** Objects that no document describes and that others refer to, made with nothing but a name. */
  readonly stubs: readonly Remark[];
  /** What recreated objects lack or have otherwise. */
  readonly differs: readonly Remark[];
  /** Requests to the API of the simulated organisation. */
  readonly requests: number;
  readonly seconds: number;
}
