import type { Json } from '../json/json.ts';
import type { FieldPath } from '../json/path.ts';
import type { InteractionEffect, Reversibility } from '../resource/descriptor.ts';

/** How many steps of each kind a plan has. */
export interface StepCounts {
  readonly create: number;
  readonly update: number;
  readonly rename: number;
  readonly delete: number;
  readonly noop: number;
}

/**
 * Something that a step brings about besides what it writes. `implicit-member`: the platform adds somebody;
 * `platform-default`: the platform fills a field in; `dependent-version`: something else gets a new version or must be
 * published again; `goes-with`: something else is removed with it.
 */
export interface SideEffect {
  readonly stepId: string;
  readonly address: string;
  readonly kind: 'implicit-member' | 'platform-default' | 'dependent-version' | 'goes-with';
  /** The field that gets a value, where it is one. */
  readonly path?: FieldPath | undefined;
  readonly value?: Json | undefined;
  /** One sentence for people. */
  readonly text: string;
}

/** One object that a change can affect, and how it is connected. */
export interface ReachedObject {
  readonly type: string;
  readonly address: string;
  /** Addresses from what is touched to this object, both included. */
  readonly via: readonly string[];
}

/** What the touched objects can affect, through references and the platform's dependency tracking. */
export interface Reach {
  /** Sorted by type and address; each object once, by its shortest way. Touched objects are not in it. */
  readonly objects: readonly ReachedObject[];
  /** Phone numbers that lead to a touched object. */
  readonly numbers: readonly string[];
  /** People who are members of a touched or reached queue or group, each counted once; undefined where it can not be told. */
  readonly users?: number | undefined;
  /** Schedules of reached schedule groups that are open at the plan's instant. */
  readonly openSchedules: readonly string[];
  /** What could not be looked at, each one sentence. */
  readonly unseen: readonly string[];
}

/** Requests to one endpoint. `path` holds `{id}`. */
export interface EndpointCost {
  readonly method: string;
  readonly path: string;
  readonly requests: number;
}

/** What a deployment is expected to cost. */
export interface DeploymentCost {
  /** Most requests first, then by path. */
  readonly endpoints: readonly EndpointCost[];
  readonly requests: number;
}

/** How much care a change asks for. */
export type RiskClass = 'low' | 'medium' | 'high' | 'critical';

/** One rule that fits the plan. */
export interface RiskReason {
  /** Stable name of the rule: `live-traffic-field`. */
  readonly rule: string;
  readonly class: RiskClass;
  /** One sentence with the values. */
  readonly text: string;
  readonly addresses: readonly string[];
}

/** The highest class of the reasons; `low` without any. */
export interface Risk {
  readonly class: RiskClass;
  /** Highest class first. */
  readonly reasons: readonly RiskReason[];
}

/** How one step of the plan would be taken back. */
export interface InverseStep {
  /** The step of the plan that it takes back. */
  readonly stepId: string;
  readonly address: string;
  readonly kind: 'create' | 'update' | 'rename' | 'delete' | 'restore' | 'none';
  readonly reversibility: Reversibility;
  /** Which interactions taking it back reaches. */
  readonly effect: InteractionEffect;
  /** One sentence: what happens, or why nothing can. */
  readonly text: string;
}

/** The way back, computed and checked before anybody approves. */
export interface RollbackForecast {
  readonly reversibility: Reversibility;
  /** In the order in which a rollback would run. */
  readonly steps: readonly InverseStep[];
  /** Why it would not be complete, each one sentence; empty for a rollback that restores everything. */
  readonly problems: readonly string[];
  /** Who may approve a rollback. */
  readonly approvers: readonly string[];
  /** How its success is verified, each one sentence. */
  readonly successChecks: readonly string[];
}

/**
 * What helps a reviewer decide and is no part of the decision: outside the decision digest, computed from the same reads.
 */
export interface PlanReview {
  readonly counts: StepCounts;
  readonly sideEffects?: readonly SideEffect[] | undefined;
  readonly reach?: Reach | undefined;
  readonly cost?: DeploymentCost | undefined;
  readonly risk?: Risk | undefined;
  readonly rollback?: RollbackForecast | undefined;
}
