import type { Json } from '../json/json.ts';
import type { FieldPath } from '../json/path.ts';

/** One field as we last deployed or accepted it. References are linked values. */
export interface BaselineField {
  readonly path: FieldPath;
  readonly value: Json;
}

/** What we last deployed or accepted of one resource, and which live object it is bound to. */
export interface BaselineEntry {
  /** One-line address. */
  readonly address: string;
  readonly type: string;
  /** The live id the address is bound to. */
  readonly id: string;
  /** Sorted by path, no path twice; only fields a deployment or an accept moved. */
  readonly fields: readonly BaselineField[];
  /** For types with content: digest of the rendered source and the revision it was published as. */
  readonly content?: { readonly digest: string; readonly revision: string } | undefined;
  /** The run or accept that last moved it. */
  readonly runId: string;
}

/** The baseline of one environment, by one-line address. */
export interface Baseline {
  readonly environment: string;
  readonly entries: Readonly<Record<string, BaselineEntry>>;
}
