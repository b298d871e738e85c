import type { WindowFit } from '../gates/window-fit.ts';
import type { Json } from '../json/json.ts';
import type { FieldPath } from '../json/path.ts';
import type { InteractionEffect, Reversibility, SideEffectKind } from '../resource/descriptor.ts';
import type { ChangeMetadata } from '../changeset/changeset.ts';
import type { EnvironmentRules, RollbackCheck } from '../environment/environment.ts';

/** How many steps of each kind a plan has. */
export interface StepCounts {
  readonly create: number;
  readonly update: number;
  readonly rename: number;
  readonly delete: number;
  readonly noop: number;
}

/**
 * Something that a step brings about besides what it writes, as the descriptors know it.
 */
export interface SideEffect {
  readonly stepId: string;
  readonly address: string;
  readonly kind: SideEffectKind;
  /** The field that gets a value, where it is one. */
  readonly path?: FieldPath | undefined;
  readonly value?: Json | undefined;
  /** One sentence for people. */
  readonly text: string;
}

/** What one step reads besides the object that it writes. */
export interface StepReads {
  readonly stepId: string;
  /** Addresses of the objects that the written values refer to, sorted. */
  readonly references: readonly string[];
  /** In the order in which they were computed. */
  readonly values: readonly ComputedField[];
}

/** A field whose value an expression gave. */
export interface ComputedField {
  readonly path: FieldPath;
  /** The text with its `${…}`, as the changeset has it. */
  readonly expression: string;
  /** Ways to what the expression reads, sorted: `queue.acwSettings.timeoutMs`, `resources("routing_skill").name`. */
  readonly reads: readonly string[];
}

/** One object that a change can affect, and how it is connected. */
export interface ReachedObject {
  readonly type: string;
  /** What people call an object of the type; absent for what only the platform's tracking names. */
  readonly noun?: string | undefined;
  readonly address: string;
  /** Addresses from what is touched to this object, both included. */
  readonly via: readonly string[];
}

/** Which way a call route sends calls. */
export type RouteState = 'open' | 'closed' | 'holiday' | 'emergency';

/** Where a touched or reached call route sends calls at the plan's instant, as the plan leaves it. */
export interface LiveRoute {
  /** The call route. */
  readonly address: string;
  /** `open` also for a route without a schedule group: its open-hours flow answers always. */
  readonly state: RouteState;
  /** The flow that answers; absent where none is set. */
  readonly flow?: string | undefined;
  /** What decides: the schedule that covers the instant, or the emergency group; absent where nothing does. */
  readonly because?: string | undefined;
  /** The local time that the schedules were looked at, `2026-11-20T09:30`, and its zone; absent without a schedule group. */
  readonly localTime?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** What the touched objects can affect, through references and the platform's dependency tracking. */
export interface Reach {
  /** Sorted by type and address; each object once, by its shortest way. Touched objects are not in it. */
  readonly objects: readonly ReachedObject[];
  /** Phone numbers that lead to a touched object. */
  readonly numbers: readonly string[];
  /**
   * Members of touched and reached queues, groups and teams as the platform counts them, and people who are reached
   * themselves. Somebody in two of them counts twice: at most so many people. Absent where no count was shown.
   */
  readonly users?: number | undefined;
  /** Open-hours schedules of touched and reached schedule groups that cover the plan's instant, sorted. */
  readonly openSchedules: readonly string[];
  /** One for each touched and reached call route, sorted by address. */
  readonly routes: readonly LiveRoute[];
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
  /** Most requests first, then by path and method. */
  readonly endpoints: readonly EndpointCost[];
  /** All of them together: planning again, reading, writing, reading back. */
  readonly requests: number;
  /** Requests a minute that the environment leaves for us: its limit less its reserve; absent where no budget is known. */
  readonly requestsPerMinute?: number | undefined;
  /** How long the requests take at that budget, and what must be waited for besides, in minutes; not rounded up. */
  readonly minutes?: number | undefined;
}

/**
 * What became of a field whose live value is not what was last deployed or accepted. `kept`: the plan does not touch it;
 * `agreed`: somebody set by hand what the plan wants; `overwritten`: the plan goes back to the baseline value; `conflict`:
 * the changeset and somebody else both changed it, and the plan writes what the changeset wants.
 */
export type MergeOutcome = 'kept' | 'agreed' | 'overwritten' | 'conflict';

/** A field that was changed by hand since it was last deployed or accepted, and what the plan makes of that. */
export interface MergedField {
  readonly address: string;
  readonly path: FieldPath;
  /** As last deployed or accepted. */
  readonly baseline: Json;
  /** As it is now; absent where the field has no value. */
  readonly live?: Json | undefined;
  /** What the plan writes; absent for `kept`. */
  readonly wanted?: Json | undefined;
  readonly outcome: MergeOutcome;
  /** The run or accept that set the baseline value. */
  readonly runId: string;
  /** The step that writes it; absent for `kept` and `agreed`. */
  readonly stepId?: string | undefined;
  /** Person or client, and when, where audits were asked. */
  readonly by?: string | undefined;
  readonly at?: string | undefined;
  /** One sentence with the values. */
  readonly text: string;
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
  /** In the order of the steps, at most 20. */
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
  /** What a rollback evaluates at its end: tests of the changeset that hold before it, and those of the environment. */
  readonly checks: readonly RollbackCheck[];
}

/** What was laid down of a rollback when the deployment that it takes back was planned. */
export interface RollbackTerms {
  /** The run that is taken back. */
  readonly undoes: string;
  readonly approvers: readonly string[];
  readonly successChecks: readonly string[];
  readonly checks: readonly RollbackCheck[];
}

/** What a plan does not say of its change and its environment, and policies ask for. */
export interface PlanSubject {
  readonly metadata: ChangeMetadata;
  readonly environment: Pick<EnvironmentRules, 'region' | 'protected' | 'values'>;
}

/** A test that would run after the deployment; a simulation lists it and never runs it. */
export interface PlannedTest {
  readonly name: string;
  readonly kind: 'assert' | 'route' | 'data-action' | 'http' | 'command';
  /** True for one of the environment, false for one of the changeset. */
  readonly ofEnvironment: boolean;
  /** True where it runs between waves, too. */
  readonly everyWave: boolean;
  /** What it calls outside the configuration, for people: `GET https://…`, a data action, a program; absent where it only reads. */
  readonly calls?: string | undefined;
}

/**
 * What helps a reviewer decide and is no part of the decision: outside the decision digest, computed from the same reads.
 */
export interface PlanReview {
  readonly counts: StepCounts;
  /** Absent where the environment has neither windows, freezes nor a deadline. */
  readonly windowFit?: WindowFit | undefined;
  /** In the order they would run; absent without any. */
  readonly tests?: readonly PlannedTest[] | undefined;
  /** In the order of the steps. */
  readonly sideEffects: readonly SideEffect[];
  /** In the order of the steps; steps that read nothing besides are left out. */
  readonly reads: readonly StepReads[];
  /** Whose change it is and what the environment is like, for policies; absent in plans of rollbacks. */
  readonly subject?: PlanSubject | undefined;
  readonly reach: Reach;
  readonly cost: DeploymentCost;
  readonly risk: Risk;
  /** Edits by hand since the last deployment of what the plan touches, sorted by address and path. */
  readonly merges: readonly MergedField[];
  readonly rollback: RollbackForecast;
}
