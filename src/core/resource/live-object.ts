import type { JsonObject } from '../json/json.ts';

/** One object as the platform answered it. */
export interface LiveObject {
  /** The platform's id; for a facet its parent's id; for a child `parentId/childKey`. */
  readonly id: string;
  /** The wire form, unchanged, `id` and read-only fields included. */
  readonly body: JsonObject;
  /** The version the platform counts, where it counts one. */
  readonly version?: number | undefined;
  /** The object's `fingerprint`, where the snapshot was kept with fingerprints; never that of another body. */
  readonly fingerprint?: string | undefined;
}

/** Large texts by digest (`sha256:…` of the text). */
export type Contents = Readonly<Record<string, string>>;
