import type { Json, JsonObject } from '../json/json.ts';
import type { FieldPath } from '../json/path.ts';
import type { CreateStep, DeleteStep, FieldChange, RenameStep, UpdateStep } from '../plan/plan.ts';

/** A part (facet or child) that went when its parent was deleted, as it was before. */
export interface KeptPart {
  readonly type: string;
  /** Its id then. */
  readonly id: string;
  readonly document: JsonObject;
}

/** What a run did with one step, as its journal says; what it takes to take it back. */
export interface AppliedStep {
  readonly step: CreateStep | UpdateStep | RenameStep | DeleteStep;
  /** The live id that was written. */
  readonly id: string;
  /** The linked document right before the write; absent for creations. */
  readonly before?: JsonObject | undefined;
  /** The fields that an update sent, references bound to live ids. */
  readonly changes?: readonly FieldChange[] | undefined;
  /** The document that a creation sent, references bound to live ids. */
  readonly document?: JsonObject | undefined;
  /** Where reading back gave other values than those sent. */
  readonly actual: readonly { readonly path: FieldPath; readonly value: Json }[];
  /** What went along with a deletion. */
  readonly parts?: readonly KeptPart[] | undefined;
}
