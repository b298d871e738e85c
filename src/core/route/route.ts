import type { Json } from '../json/json.ts';
import type { ScheduleGroup } from '../schedules/group-state.ts';

/** Where a call can end. `end-of-flow`: nothing more is said and error handling decides; `unknown`: it can not be told. */
export interface RouteEnd {
  readonly kind:
    | 'queue'
    | 'user'
    | 'number'
    | 'group'
    | 'voicemail'
    | 'flow'
    | 'disconnect'
    | 'end-of-flow'
    | 'none'
    | 'unknown';
  /** What it is called; empty where there is nothing to name. */
  readonly name: string;
}

/** Where a call of a number would go at an instant, as far as configuration tells. */
export interface RouteAnswer {
  readonly number: string;
  /** ISO instant. */
  readonly at: string;
  /** Name of the call route; empty when none has the number. */
  readonly callRoute: string;
  readonly scheduleGroup: string;
  readonly state: 'open' | 'closed' | 'holiday' | 'emergency' | 'unassigned';
  /** The schedule or emergency group that decided; empty where none did. */
  readonly because: string;
  /** `inboundcall/Main line`: the flow that answers; empty without one. */
  readonly flow: string;
  /** The queue, when it is the one possible end; else empty. */
  readonly queue: string;
  /** Every queue in which it can end, sorted. */
  readonly queues: readonly string[];
  /** Every end, sorted by kind and name. */
  readonly ends: readonly RouteEnd[];
  /** True when there is one end and nothing is unknown. */
  readonly certain: boolean;
  /** What decides between the ends while a call runs, each one sentence: choices of callers, data. */
  readonly depends: readonly string[];
  /** What could not be told, each one sentence. */
  readonly unknown: readonly string[];
  /** The way, one sentence for each place. */
  readonly steps: readonly string[];
}

/** A call route: which flow answers numbers when. Flows are ids. */
export interface CallRoute {
  readonly id: string;
  readonly name: string;
  readonly numbers: readonly string[];
  readonly openFlow?: string | undefined;
  readonly closedFlow?: string | undefined;
  readonly holidayFlow?: string | undefined;
  readonly scheduleGroup?: string | undefined;
}

/** An emergency group, and which flow it lets answer which call routes while it is on. */
export interface EmergencyGroup {
  readonly name: string;
  readonly enabled: boolean;
  readonly flows: readonly { readonly flow?: string | undefined; readonly callRoutes: readonly string[] }[];
}

/** A flow with its published content, parsed; without content where it was never published or can not be read. */
export interface RoutedFlow {
  readonly id: string;
  /** `inboundcall/Main line`. */
  readonly name: string;
  readonly content?: Json | undefined;
  /** Why there is no content. */
  readonly why?: string | undefined;
}

/** What the walk asks the organisation. */
export interface RouteMap {
  readonly callRoutes: readonly CallRoute[];
  readonly emergencyGroups: readonly EmergencyGroup[];
  readonly scheduleGroup: (id: string) => (ScheduleGroup & { readonly name: string }) | undefined;
  readonly scheduleGroupNamed: (name: string) => ScheduleGroup | undefined;
  readonly flow: (id: string) => RoutedFlow | undefined;
  readonly flowNamed: (type: string, name: string) => RoutedFlow | undefined;
}
