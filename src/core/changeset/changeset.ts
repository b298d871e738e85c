import type { SourceLocation } from '../diagnostic/diagnostic.ts';
import type { Json, JsonObject } from '../json/json.ts';
import type { Contents } from '../resource/live-object.ts';

/** Who wants a change and why; every change has all of it. */
export interface ChangeMetadata {
  readonly name: string;
  readonly owner: string;
  readonly reason: string;
  readonly workItem: string;
  readonly lane: 'standard' | 'normal' | 'emergency';
  /** The incident that an emergency repairs; the emergency lane is closed without one. */
  readonly incident?: string | undefined;
}

/** The resource an action means: type and key parts, in which `${…}` may stand. */
export interface Target {
  readonly type: string;
  readonly key: readonly string[];
}

interface ActionBase {
  /** Where the author wrote it. Left out of digests. */
  readonly source: SourceLocation;
  /** Environments it applies to; absent: all. */
  readonly environments?: readonly string[] | undefined;
}

/** Create, or update to match: `document` (from config/) overlaid with `set`. */
export interface EnsureAction extends ActionBase {
  readonly kind: 'ensure';
  readonly target: Target;
  /** The document that `from: config` names, references as `{ $ref }`, content as `{ $content: digest, substitutions? }`. */
  readonly document?: JsonObject | undefined;
  readonly set?: JsonObject | undefined;
}

/** Remove the object; absent already is fine. */
export interface DeleteAction extends ActionBase {
  readonly kind: 'delete';
  readonly target: Target;
}

/** Give the object another name and keep its id. */
export interface RenameAction extends ActionBase {
  readonly kind: 'rename';
  readonly target: Target;
  /** The new last key part. */
  readonly to: string;
}

/** Change every object of the target that matches. */
export interface ForEachAction extends ActionBase {
  readonly kind: 'forEach';
  readonly type: string;
  /** The variable that holds the object in `where` and `set`. */
  readonly as: string;
  readonly where?: string | undefined;
  /** How many matches are right; without it at least one. */
  readonly expect?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined;
  readonly set: JsonObject;
}

/** A variable for the actions after it. */
export interface LetAction extends ActionBase {
  readonly kind: 'let';
  readonly name: string;
  readonly value: Json;
}

/** What the author wrote, one meaning each, in order. */
export type Action = EnsureAction | DeleteAction | RenameAction | ForEachAction | LetAction;

/** An assertion over the deployed organisation. */
export interface ChangeTest {
  readonly name: string;
  /** CEL, true when the test passes. */
  readonly assert: string;
  /** After every wave besides the end; only at the end when absent. */
  readonly when?: 'end' | 'every-wave' | undefined;
  readonly source: SourceLocation;
}

/** A changeset with its inputs bound: the content of an artifact. */
export interface Changeset {
  readonly metadata: ChangeMetadata;
  readonly environments?: readonly string[] | undefined;
  readonly inputs: JsonObject;
  readonly actions: readonly Action[];
  readonly tests: readonly ChangeTest[];
}

/**
 * What the statement beside an artifact says of its sources. Not signed and outside every decision: for checks and people
 * to look at. A fact that is not known is absent.
 */
export interface ArtifactOrigin {
  /** Git commit of the sources. */
  readonly commit?: string | undefined;
  /** True when files of the project differed from the commit. */
  readonly dirty?: boolean | undefined;
}

/** An immutable, content-addressed build. Its digest is over everything but `digest` and the `source` places. */
export interface Artifact {
  readonly apiVersion: 'signalbox/v1';
  readonly kind: 'Artifact';
  readonly digest: string;
  readonly changeset: Changeset;
  /** The texts that documents name by digest. */
  readonly contents: Contents;
}
