import type { Diagnostic, FieldPath, Json } from '../core/index.ts';
import type { Step } from '../core/plan/index.ts';
import type { RunKind } from './ports.ts';

/**
 * What became of one step: `applied` written and verified · `matching` it was so already, nothing written · `failed` ·
 * `skipped` never started · `compensated` applied and taken back · `held` left as it is, on purpose or because its state
 * could not be told.
 */
export type StepState = 'applied' | 'matching' | 'failed' | 'skipped' | 'compensated' | 'held';

/** What went wrong, as plain data. */
export interface StepError {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** The platform's correlation id, where it gave one. */
  readonly correlationId?: string | undefined;
}

/** What became of one step of the plan, or of one step that took something back. */
export interface StepResult {
  readonly stepId: string;
  readonly kind: Step['kind'];
  readonly type: string;
  readonly address: string;
  readonly state: StepState;
  /** The live id; absent when the object never came to be. */
  readonly id?: string | undefined;
  /** The id the object had before it was deleted, when the step made it anew under another id. */
  readonly replacesId?: string | undefined;
  /** The revision that content was published as. */
  readonly revision?: string | undefined;
  /** What a new object came with beside what the plan declared and its review predicted. */
  readonly filledIn?: readonly { readonly path: FieldPath; readonly value: Json }[] | undefined;
  /** Writes sent, retries included. */
  readonly attempts: number;
  /** For `skipped`: the id of the failed step it waited for, or why in one sentence. What failed has an `error`. */
  readonly because?: string | undefined;
  readonly error?: StepError | undefined;
}

/** One field that something else than this run changed while it ran, or that a write changed unasked. */
export interface RunFinding {
  readonly kind: 'foreign-edit' | 'unpredicted-change' | 'unconfirmed' | 'not-kept';
  readonly stepId: string;
  readonly address: string;
  /** One sentence with the values. */
  readonly summary: string;
  readonly path?: FieldPath | undefined;
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
  /** Person or client, where audits tell. */
  readonly by?: string | undefined;
  readonly at?: string | undefined;
}

/** One test after the steps of a deployment. */
export interface TestResult {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'error';
  /** The wave after which it ran; absent for the tests of the whole deployment. */
  readonly wave?: number | undefined;
  /** How often it was tried, where that was more than once. */
  readonly attempts?: number | undefined;
  /** What the assertion gave or why it could not be evaluated; absent when it passed. */
  readonly detail?: string | undefined;
}

/** How a run ended. `already-deployed`: nothing ran, because the relative artifact ran here before. */
export type RunEnding = 'succeeded' | 'compensated' | 'held' | 'already-deployed';

/** Whether an object is back at its values from before, compared field by field after a fresh read. */
export interface EqualityProof {
  readonly address: string;
  readonly equal: boolean;
  /** Fields that differ, as people read paths. */
  readonly differing: readonly string[];
}

/** Everything one deployment, resumption or rollback did; a value that survives JSON. */
export interface RunReport {
  /** The run; for `already-deployed` the run that deployed it. */
  readonly runId: string;
  readonly kind: RunKind;
  readonly environment: string;
  readonly organisationId: string;
  readonly changeset: string;
  readonly artifactDigest: string;
  readonly decisionDigest: string;
  readonly ending: RunEnding;
  /** Why it ended so, in one sentence. */
  readonly outcome: string;
  /** True when a process died and this report is of the one that went on. */
  readonly resumed: boolean;
  readonly undoes?: string | undefined;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** In plan order, all of them, those that had nothing to do included. */
  readonly steps: readonly StepResult[];
  /** Steps that took something back, in the order they ran; empty unless the run compensated. */
  readonly compensation: readonly StepResult[];
  /** In the order they ran, those between waves first. */
  readonly tests: readonly TestResult[];
  /** Closed gates that the lane, or being a rollback, passed by; each one sentence. */
  readonly passedGates?: readonly string[] | undefined;
  /** How many waves the plan was cut into; absent without waves. */
  readonly waves?: number | undefined;
  readonly findings: readonly RunFinding[];
  /** Warnings and notes of the plan. */
  readonly diagnostics: readonly Diagnostic[];
  /** For rollbacks and compensations: one proof per object. */
  readonly verifiedEqual: readonly EqualityProof[];
  /** Calls this process made to the platform for the run; a paged listing counts once. */
  readonly requests: number;
}
