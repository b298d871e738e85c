import type { JsonObject } from '../json/json.ts';
import type { Contents } from '../resource/live-object.ts';
import type { ChangeTest } from './change-test.ts';
import type { Action } from './action.ts';

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

/** An immutable, content-addressed build. Its digest is over everything but `digest`, `source` and `spans`. */
export interface Artifact {
  readonly apiVersion: 'signalbox/v1';
  readonly kind: 'Artifact';
  readonly digest: string;
  readonly changeset: Changeset;
  /** The texts that documents name by digest. */
  readonly contents: Contents;
}
