/** One run of a rehearsal: the deployment, or taking it back. */
export interface RehearsalPart {
  /** As of a run, or `refused` when nothing was written. */
  readonly ending: string;
  readonly outcome: string;
  readonly steps: number;
  /** Steps that were applied and read back, or matched already. */
  readonly verified: number;
  readonly tests: readonly { readonly name: string; readonly state: string }[];
  /** Objects that are field by field as they were; of runs that went back only. */
  readonly restored: number;
  /** Objects that are not, with their fields. */
  readonly differing: readonly string[];
  readonly findings: readonly string[];
  readonly requests: number;
  /** How long it would take, at the budget of the environment. */
  readonly seconds: number;
}

/**
 * One time through. `passed`: deployed, verified, tested and taken back in full; `taken-back`: the faults made it fail, and
 * everything is as before; `failed`: anything else.
 */
export interface RehearsalRound {
  /** What the faults followed from; none without. */
  readonly seed?: number | undefined;
  /** Faults that hit a request. */
  readonly faults: number;
  readonly verdict: 'passed' | 'taken-back' | 'failed';
  readonly deployment: RehearsalPart;
  readonly rollback?: RehearsalPart | undefined;
}

/** What a rehearsal showed. */
export interface RehearsalSummary {
  readonly changeset: string;
  readonly artifactDigest: string;
  readonly environment: string;
  /** When the organisation was read, and the digest of the snapshot file where one was given. */
  readonly snapshot: { readonly takenAt: string; readonly digest?: string | undefined };
  /** Objects in the copy. */
  readonly objects: number;
  /** What the copy lacks or has otherwise, and why. */
  readonly notCloned: readonly { readonly address: string; readonly reason: string }[];
  /** What the change does otherwise on the copy than it would in the organisation. */
  readonly deviations: readonly string[];
  /** First the round without faults, then one for each seed. */
  readonly rounds: readonly RehearsalRound[];
  readonly passed: boolean;
  /** What the plan said a deployment costs. */
  readonly forecastRequests: number;
}
