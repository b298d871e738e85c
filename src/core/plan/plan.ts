import type { ArtifactOrigin } from '../changeset/changeset.ts';
import type { Diagnostic, SourceLocation } from '../diagnostic/diagnostic.ts';
import type { Wave } from '../gates/partition-waves.ts';
import type { Json, JsonObject } from '../json/json.ts';
import type { FieldPath } from '../json/path.ts';
import type { InteractionEffect, Reversibility } from '../resource/descriptor.ts';
import type { Contents } from '../resource/live-object.ts';
import type { PlanReview, RollbackTerms } from '../review/review.ts';

/**
 * An object inside one plan: a live id, or `new#n` for one that the plan creates. For a facet: its parent's handle; for
 * a child: `parentHandle/childKey`.
 */
export type Handle = string;

/**
 * A reference inside plan values and baselines. Equality is by `$handle`; `$ref` is how people read it.
 * On the way to the wire `$handle` is resolved to an id through the bindings of the run.
 */
export interface LinkedReference {
  readonly $handle: Handle;
  readonly $type: string;
  readonly $ref?: string;
}

/** One field that a step changes. `before` is absent when the field had no value; `after: null` clears. */
export interface FieldChange {
  readonly path: FieldPath;
  readonly before?: Json | undefined;
  readonly after: Json;
}

/** When a step may run; dependencies decide first, then this order. */
export type Phase = 'free-key' | 'create' | 'update' | 'publish' | 'delete';

interface StepBase {
  /** `s1`, `s2`… in execution order. */
  readonly id: string;
  readonly handle: Handle;
  readonly type: string;
  /** What the object is called once the plan is done (for a delete: what it is called now). */
  readonly address: string;
  readonly phase: Phase;
  /** Step ids that must be verified before this one starts. */
  readonly dependsOn: readonly string[];
  /** Why, for people; it never decides. */
  readonly reason: string;
  /** The actions that led to it (indexes into the changeset) and where they stand. */
  readonly actions: readonly number[];
  readonly source?: SourceLocation | undefined;
  readonly reversibility: Reversibility;
  readonly effect: InteractionEffect;
  /** Requests this step is expected to cost, reads included. */
  readonly requests: number;
}

/** Makes an object. `after` holds linked values; fields of a cycle follow in an update step of the same handle. */
export interface CreateStep extends StepBase {
  readonly kind: 'create';
  readonly after: JsonObject;
  /** True where a deleted object with this key is brought back under its id, the handle; other fields are as they were. */
  readonly restores?: true | undefined;
}

/** Changes fields of an object. */
export interface UpdateStep extends StepBase {
  readonly kind: 'update';
  readonly changes: readonly FieldChange[];
}

/** Gives an object another key, and changes fields with the same write where there are any. */
export interface RenameStep extends StepBase {
  readonly kind: 'rename';
  readonly from: string;
  readonly changes: readonly FieldChange[];
}

/** Removes an object; `before` is its whole document, for compensation. */
export interface DeleteStep extends StepBase {
  readonly kind: 'delete';
  readonly before: JsonObject;
}

/** An object that is as it should be already. */
export interface NoopStep extends StepBase {
  readonly kind: 'noop';
}

/** One operation of a plan. A closed union: switches over `kind` end in `satisfies never`. */
export type Step = CreateStep | UpdateStep | RenameStep | DeleteStep | NoopStep;

/** What the author wrote, as a heading for its steps; it never decides. */
export interface PlannedAction {
  /** Index into the changeset. */
  readonly action: number;
  /** One line, close to how it was written. */
  readonly text: string;
  readonly source?: SourceLocation | undefined;
  /** Why it was skipped; absent where it was not. */
  readonly skipped?: string | undefined;
}

/** What an iterator matched. */
export interface MatchSet {
  readonly action: number;
  readonly type: string;
  /** Sorted addresses with handles. */
  readonly matched: readonly { readonly address: string; readonly handle: Handle }[];
}

/** A value that an expression read or gave, as fixed at simulation. */
export interface EvaluatedValue {
  readonly action: number;
  readonly address: string;
  readonly path: FieldPath;
  readonly expression: string;
  readonly value: Json;
}

/** What a reviewer approves; its digest is the decision digest. Nothing else of a plan is in it. */
export interface Decision {
  readonly artifactDigest: string;
  readonly environment: string;
  readonly organisationId: string;
  readonly environmentDigest: string;
  readonly steps: readonly Json[];
  readonly matches: readonly MatchSet[];
  readonly values: readonly EvaluatedValue[];
}

/** What the plan is for, decides, and does; a value that survives JSON. */
export interface Plan {
  readonly formatVersion: 1;
  readonly artifactDigest: string;
  readonly changeset: string;
  readonly environment: string;
  readonly organisationId: string;
  readonly environmentDigest: string;
  /** ISO instant that expressions see as now. */
  readonly asOf: string;
  /** The actions of the changeset, in order; outside the decision. Absent where there is no changeset: rollbacks. */
  readonly actions?: readonly PlannedAction[] | undefined;
  /** In execution order; noops last. */
  readonly steps: readonly Step[];
  readonly matches: readonly MatchSet[];
  readonly values: readonly EvaluatedValue[];
  /** True when the changeset reads what it writes: its artifact runs once per environment. */
  readonly relative: boolean;
  /** What the `let` actions gave, for the tests of the changeset; absent without any. */
  readonly variables?: JsonObject | undefined;
  /**
   * What addresses of the changeset and its documents stand for here by the environment's mappings, sorted; absent without any.
   * Outside the decision, which holds ids and the environment's digest.
   */
  readonly mapped?: readonly { readonly from: string; readonly to: string }[] | undefined;
  /** Texts that `{ $content: digest }` values name. */
  readonly contents: Contents;
  readonly diagnostics: readonly Diagnostic[];
  readonly decisionDigest: string;
  /** How the plan knew: types and parts read, and how far it could look. */
  readonly reads: readonly string[];
  /** Expected requests of the deployment. */
  readonly requests: number;
  /** The worst step decides. */
  readonly reversibility: Reversibility;
  /** Where the artifact comes from, as far as it was known; outside the decision. */
  readonly origin?: ArtifactOrigin | undefined;
  /**
   * The steps cut into waves as the environment says; absent where it says nothing or nothing is to do. Outside the decision,
   * which holds the steps and the environment's digest already.
   */
  readonly waves?: readonly Wave[] | undefined;
  /** What helps a reviewer; outside the decision. Absent where nobody asked for it. */
  readonly review?: PlanReview | undefined;
  /** Of the plan of a rollback only: who may approve it and how its success is verified. Outside the decision. */
  readonly terms?: RollbackTerms | undefined;
}
