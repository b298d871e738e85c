import type { GateRules } from '../gates/gate-rules.ts';
import type { JsonObject } from '../json/json.ts';
import type { Mode } from '../resource/descriptor.ts';

/** What a reference to one address stands for in this environment. `*` in both stands for the same text. */
export interface AddressMapping {
  /** One-line address or pattern, e.g. `user/*@dev.example.com`. */
  readonly from: string;
  readonly to: string;
}

/** An address whose key is ambiguous, pinned to one live object. */
export interface AddressPin {
  readonly address: string;
  readonly id: string;
  readonly reason: string;
}

/** Who may write: the first rule that fits decides; a rule of another owner refuses. */
export interface OwnershipRule {
  readonly type?: string | undefined;
  /** Glob over the first key part. */
  readonly name?: string | undefined;
  readonly division?: string | undefined;
  /** Dotted field; the rule then covers only it and what is below. */
  readonly field?: string | undefined;
  readonly owner: 'signalbox' | 'terraform' | 'hr' | 'business' | 'by-hand';
}

/** Labels for objects that have no tags of their own. */
export interface LabelSelector {
  readonly type: string;
  /** Glob over the first key part. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** How far one plan may go. */
export interface PlanLimits {
  readonly maxObjects: number;
  readonly maxDeletes: number;
}

/** How many requests a deployment may send. Outside every digest: a larger budget is no other decision. */
export interface ApiBudget {
  readonly requestsPerMinute: number;
  /** Requests a minute that are left to the organisation's own integrations. */
  readonly reserve: number;
}

/** An assertion about the whole organisation, in CEL, true when it holds. */
export interface RollbackCheck {
  readonly name: string;
  readonly assert: string;
}

/** Who decides on taking a deployment back, and how one knows that it worked. */
export interface RollbackRules {
  /** Persons or groups, as people here call them. */
  readonly approvers: readonly string[];
  /** What has to hold after a rollback. */
  readonly checks: readonly RollbackCheck[];
}

/** Everything about an environment that a plan depends on; no credentials. Its digest is part of every decision. */
export interface EnvironmentRules {
  readonly name: string;
  /** The pinned organisation id; any other organisation is refused. */
  readonly organisationId: string;
  readonly region: string;
  readonly protected: boolean;
  readonly values: JsonObject;
  readonly mappings: readonly AddressMapping[];
  readonly pins: readonly AddressPin[];
  readonly labels: readonly LabelSelector[];
  readonly ownership: readonly OwnershipRule[];
  /** Modes that differ from the descriptors' defaults, by type. */
  readonly modes: Readonly<Record<string, Mode>>;
  readonly limits: PlanLimits;
  /** What to do when a step fails for good. */
  readonly onFailure: 'compensate' | 'hold';
  /** Absent where the environment says nothing of rollbacks. */
  readonly rollback?: RollbackRules | undefined;
  /** Windows, freezes, lanes, waves and deadline; absent: deployments may run at any time, in one go. */
  readonly gates?: GateRules | undefined;
}
