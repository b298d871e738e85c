import type { ChangeTest } from '../changeset/change-test.ts';
import type { GateRules } from '../gates/gate-rules.ts';
import type { Json, JsonObject } from '../json/json.ts';
import type { PolicySettings } from '../policy/policy-settings.ts';
import type { Mode, Portability } from '../resource/descriptor.ts';

/** What an address stands for in this environment. The stars of `to` stand for what those of `from` did, in order. */
export interface AddressMapping {
  /** One-line address or pattern, e.g. `user/*@dev.example.com`. */
  readonly from: string;
  readonly to: string;
}

/** What a plain value inside documents stands for in this environment. */
export interface ValueMapping {
  /** Glob over resource types; absent: all. */
  readonly type?: string | undefined;
  /** Pattern of the field (`config.request.requestUrlTemplate`, `dnis[]`) that holds it or is above it; absent: any. */
  readonly field?: string | undefined;
  /** The value as a whole; in texts `*` stands for any text. */
  readonly from: Json;
  readonly to: Json;
}

/** A difference that somebody answers for until a day. */
export interface DeclaredException {
  /** One-line address or pattern, as it is in this environment. */
  readonly resource: string;
  /** Dotted field; it covers what is below. Absent: the object as a whole, also that it exists at all. */
  readonly field?: string | undefined;
  readonly reason: string;
  readonly owner: string;
  /** The last day it holds, `YYYY-MM-DD`, in UTC. */
  readonly expires: string;
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
  /** Only the objects that this record lists; other rules beside it still narrow it. */
  readonly objects?: OwnedObjects | undefined;
}

/** A record of another tool that says which objects are its own. */
export interface OwnedObjects {
  /** What to call it: `terraform/prod.tfstate`. */
  readonly source: string;
  /** What the other tool calls the object, by type and then id: `module.queues.genesyscloud_routing_queue.vip[0]`. */
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** How objects are kept that differ from others of their type. */
export interface ObjectMode {
  /** One-line address or pattern. */
  readonly resource: string;
  readonly mode: Mode;
}

/** Labels for objects that have no tags of their own; all that it says must fit. */
export interface LabelSelector {
  readonly type: string;
  /** Glob over the first key part. */
  readonly name: string;
  /** Name of its division. */
  readonly division?: string | undefined;
  /** CEL over `object`, which has no labels yet. */
  readonly where?: string | undefined;
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

/** How many people have to agree. */
export interface ApprovalRules {
  /** With a plan that holds a step that nothing takes back. */
  readonly irreversible: number;
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
  readonly valueMappings?: readonly ValueMapping[] | undefined;
  readonly exceptions?: readonly DeclaredException[] | undefined;
  readonly pins: readonly AddressPin[];
  readonly labels: readonly LabelSelector[];
  readonly ownership: readonly OwnershipRule[];
  /** Modes that differ from the descriptors' defaults, by type. */
  readonly modes: Readonly<Record<string, Mode>>;
  /** Modes of single objects; the first that fits goes before the mode of the type. */
  readonly objectModes?: readonly ObjectMode[] | undefined;
  /** Portability that differs from the descriptors', by type. */
  readonly portability?: Readonly<Record<string, Portability>> | undefined;
  /** Environments that changes pass before this one, in order. */
  readonly earlierStages?: readonly string[] | undefined;
  /** All environments of the project, so that a stranger's organisation can be named. Outside the digest. */
  readonly neighbours?: readonly { readonly name: string; readonly organisationId: string }[] | undefined;
  readonly limits: PlanLimits;
  /** What to do when a step fails for good. */
  readonly onFailure: 'compensate' | 'hold';
  /** Absent where the environment says nothing of rollbacks. */
  readonly rollback?: RollbackRules | undefined;
  /** Windows, freezes, lanes, waves and deadline; absent: deployments may run at any time, in one go. */
  readonly gates?: GateRules | undefined;
  /** Run after those of the changeset, whatever is deployed; absent without any. */
  readonly tests?: readonly ChangeTest[] | undefined;
  /** Absent where the environment says nothing of approvals. */
  readonly approvals?: ApprovalRules | undefined;
  /** How checks are taken here, waivers, and the project's own policies; absent where nothing is set. */
  readonly policies?: PolicySettings | undefined;
}
