import type { ChangeMetadata } from '../changeset/changeset.ts';
import type { Step } from '../plan/plan.ts';

/** How a change travels: `standard` is of a kind approved once for all, `emergency` repairs an incident. */
export type Lane = ChangeMetadata['lane'];

/** What a lane may pass by where the environment allows it. */
export type PassableGate = 'windows' | 'freezes';

/**
 * A span of hours that comes again, in which deployments may write. It opens on the days that one of `recurrence`, `dates`
 * or neither (every day) says, `except` left out, and closes at `to`: on the next day where that is not after `from`.
 */
export interface WindowRule {
  readonly name: string;
  /** IANA name, `Europe/Dublin`. Hours are those of its clocks, summer time included. */
  readonly timeZone: string;
  /** `20:00`. */
  readonly from: string;
  /** `06:00`, excluded; `24:00` is the end of the day. */
  readonly to: string;
  /** RFC 5545 rule by whole days, `FREQ=MONTHLY;BYDAY=2SA`. */
  readonly recurrence?: string | undefined;
  /** `2026-01-05`: the first day of the recurrence; for rules that count from one. */
  readonly starting?: string | undefined;
  /** `2026-12-05`. */
  readonly dates?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
}

/** A span of time in which nothing is deployed. */
export interface Freeze {
  readonly reason: string;
  /** ISO instants, end excluded. */
  readonly from: string;
  readonly to: string;
  /** Lanes that it does not stop. */
  readonly exempt: readonly Lane[];
}

/** Changes that the standard lane takes: each step of a plan must fit at least one. */
export interface PreApproved {
  /** Glob over the type. */
  readonly type: string;
  readonly kinds: readonly Exclude<Step['kind'], 'noop'>[];
  /** Dotted fields that an update or rename may touch, what is below included; absent: all. */
  readonly fields?: readonly string[] | undefined;
}

/** What an environment says of each lane. */
export interface LaneRules {
  readonly standard: {
    readonly passes: readonly PassableGate[];
    readonly preApproved: readonly PreApproved[];
    /** Objects that one standard change may touch; absent: as the environment's limits say. */
    readonly maxObjects?: number | undefined;
  };
  readonly emergency: { readonly passes: readonly PassableGate[] };
}

/** How many objects a wave takes. */
export type WaveSize = { readonly objects: number } | { readonly percent: number };

/** How a deployment is cut into waves. */
export interface WaveRule {
  /** The sizes of the first waves in order; the last one repeats. Never empty. */
  readonly sizes: readonly WaveSize[];
  /** Between the end of a wave and the next. */
  readonly pauseMinutes: number;
}

/** When and how deployments may run in an environment. */
export interface GateRules {
  /** Open when one of them is; without any always. */
  readonly windows: readonly WindowRule[];
  readonly freezes: readonly Freeze[];
  readonly lanes: LaneRules;
  readonly waves?: WaveRule | undefined;
  /** For the whole run, from its start. */
  readonly deadlineMinutes?: number | undefined;
  /** What to do when the window ends, a freeze begins or the deadline passes while steps are left. */
  readonly whenTimeIsUp: 'compensate' | 'hold';
  /** What to do when a test does not pass; as for a failed step when absent. */
  readonly onTestFailure?: 'compensate' | 'hold' | undefined;
}
