import type { Baseline } from '../baseline/baseline.ts';
import type { Artifact, ArtifactOrigin } from '../changeset/changeset.ts';
import type { ApiBudget, EnvironmentRules } from '../environment/environment.ts';
import type { Json } from '../json/json.ts';
import type { Catalogue } from '../resource/descriptor.ts';
import type { ReadRequest, Snapshot } from '../resource/snapshot.ts';
import type { Plan } from './plan.ts';

/** Parsers of content texts by format name. A parser throws on text that is not well-formed. */
export type ContentFormats = Readonly<Record<string, (text: string) => Json>>;

/** Everything a plan is a function of. */
export interface PlanInput {
  readonly artifact: Artifact;
  readonly environment: EnvironmentRules;
  /** Digest of the environment's files, policies included. */
  readonly environmentDigest: string;
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly baseline: Baseline;
  /** ISO instant that expressions see as now. */
  readonly asOf: string;
  readonly contentFormats: ContentFormats;
  /** Where the artifact comes from, as far as it is known; outside the decision. */
  readonly origin?: ArtifactOrigin | undefined;
  /** For the estimate of how long a deployment takes; decides nothing. */
  readonly budget?: ApiBudget | undefined;
  /** The run that already deployed this artifact here and was not compensated; decides for relative changesets only. */
  readonly deployedBefore?: { readonly runId: string } | undefined;
}

/** Either what must be read first, or the plan. */
export type PlanResult =
  | { readonly kind: 'reads'; readonly reads: readonly ReadRequest[] }
  | { readonly kind: 'plan'; readonly plan: Plan };
