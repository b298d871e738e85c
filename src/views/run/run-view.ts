import type { Diagnostic, FieldPath, Json, JsonObject } from '../../core/index.ts';
import type { Plan, Step } from '../../core/plan/index.ts';

/** What became of one step. */
export interface StepView {
  readonly stepId: string;
  readonly kind: Step['kind'];
  readonly address: string;
  readonly state: 'applied' | 'matching' | 'failed' | 'skipped' | 'compensated' | 'held';
  readonly id?: string | undefined;
  readonly replacesId?: string | undefined;
  readonly revision?: string | undefined;
  readonly attempts: number;
  /** What a new object came with that nobody declared or foresaw. */
  readonly filledIn?: readonly { readonly path: FieldPath; readonly value: Json }[] | undefined;
  readonly because?: string | undefined;
  readonly error?:
    | {
        readonly code: string;
        readonly message: string;
        readonly remedy: string;
        readonly correlationId?: string | undefined;
      }
    | undefined;
}

/** What one deployment, resumption or rollback did; the engine's report fits it as it is. */
export interface RunReportView {
  readonly runId: string;
  readonly kind: 'deploy' | 'rollback';
  readonly environment: string;
  readonly organisationId: string;
  readonly changeset: string;
  readonly artifactDigest: string;
  readonly decisionDigest: string;
  readonly ending: 'succeeded' | 'compensated' | 'held' | 'already-deployed';
  readonly outcome: string;
  readonly resumed: boolean;
  readonly undoes?: string | undefined;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly steps: readonly StepView[];
  readonly compensation: readonly StepView[];
  readonly tests: readonly {
    readonly name: string;
    readonly state: 'passed' | 'failed' | 'error';
    readonly wave?: number | undefined;
    readonly attempts?: number | undefined;
    readonly detail?: string | undefined;
  }[];
  readonly passedGates?: readonly string[] | undefined;
  readonly waves?: number | undefined;
  readonly findings: readonly {
    readonly address: string;
    readonly summary: string;
    readonly by?: string | undefined;
    readonly at?: string | undefined;
  }[];
  readonly diagnostics: readonly Diagnostic[];
  readonly verifiedEqual: readonly {
    readonly address: string;
    readonly equal: boolean;
    readonly differing: readonly string[];
  }[];
  readonly requests: number;
}

/** One run as the store keeps it. */
export interface RunRecordView {
  readonly id: string;
  readonly kind: 'deploy' | 'rollback';
  readonly environment: string;
  readonly state: 'running' | 'compensating' | 'succeeded' | 'compensated' | 'held';
  readonly plan: Plan;
  readonly undoes?: string | undefined;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly finishedAt?: string | undefined;
  readonly outcome?: string | undefined;
}

/** One row of a run's journal. */
export interface JournalRowView {
  readonly seq: number;
  readonly direction: 'forward' | 'compensate';
  readonly stepId: string;
  readonly phase: string;
  readonly at: string;
  readonly data: JsonObject;
}
